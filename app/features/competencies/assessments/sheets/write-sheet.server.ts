import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { leftOf, type Placements, placementsAsked } from "../../domain/assessments/placement.ts";
import { MOST_COMPETENCIES } from "../setup/assessment-input.ts";
import { updateSheet } from "../store/sheet-store.server.ts";
import { holdOwnSheet } from "./own-sheet.server.ts";

export const CANT_SAY = "cant-say";

const placement = z.object({
  competency: z.string().min(1).max(300),
  level: z.union([z.literal(CANT_SAY), z.coerce.number().int().min(1).max(10)]).optional(),
  words: z.string().trim().max(4_000).default(""),
});

/** Where an assessor places somebody, so far. */
export const sheetInput = z.object({
  placements: z.array(placement).max(MOST_COMPETENCIES).default([]),
  /** The sheet as whoever writes it saw it. */
  revision: z.coerce.number().int(),
  intent: z.enum(["save", "send"]).default("save"),
});

export type SheetInput = z.output<typeof sheetInput>;

/**
 * Keeps what somebody wrote about themselves or another so far, or sends it: then it is not changed any more, unless
 * they take it back before everybody sent theirs. What was said of nothing stays unsaid.
 */
export async function writeSheet(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  sheetId: string,
  { placements, revision, intent }: SheetInput,
): Promise<Outcome<{ sent: boolean }, "unknown" | "over" | "sent" | "changed"> | Problems> {
  return inOrganisation(platform, actor, async (tx) => {
    const held = await holdOwnSheet(platform, tx, actor, sheetId);
    if (!held) return refuse("unknown");
    const { sheet, work } = held;
    if (!work.isOpen) return refuse("over");
    const { competencies } = work.assessed;
    const asked = { competencies, levels: work.framework.levels.length };
    const levels = placementsAsked(said(placements), asked);
    if (sheet.sentOn !== null) {
      // The same once more is a button that was pressed twice.
      const again = intent === "send" && isDeepStrictEqual(levels, sheet.levels);
      return again ? accept({ sent: true }) : refuse("sent");
    }
    if (intent === "send") {
      const left = new Set(leftOf(levels, competencies));
      const missing = placements.flatMap(({ competency }, at) =>
        left.has(competency) ? [{ field: `placements[${at}].level`, code: "missing" }] : [],
      );
      if (missing.length > 0) return refuseInput(...missing);
      if (left.size > 0) return refuse("changed");
    }
    if (revision !== sheet.revision) return refuse("changed");
    const sentOn = intent === "send" ? work.today : null;
    await updateSheet(tx, actor, sheetId, { levels, sentOn });
    if (sentOn !== null)
      await recordAudit(platform, tx, actor, {
        action: "assessment.sheet-sent",
        subjectKind: "person",
        subjectId: work.assessed.personId,
        detail: { part: sheet.part },
      });
    return accept({ sent: sentOn !== null });
  });
}

function said(placements: SheetInput["placements"]): Placements {
  return Object.fromEntries(
    placements.map(({ competency, level, words }) => [
      competency,
      { level: level === CANT_SAY ? null : level, words },
    ]),
  );
}
