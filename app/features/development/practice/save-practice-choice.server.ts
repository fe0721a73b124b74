import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { keptDays } from "~/features/people/domain/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { asClause, practiceChoice } from "../domain/practice/practice.ts";
import { practiceSource } from "./practice-source.server.ts";
import { insertPractice } from "./practice-store.server.ts";
import {
  changePractice,
  noteOnPractice,
  type PracticeOutcome,
  type Ticking,
  workOnPractices,
} from "./work-on-practice.server.ts";

/** A practice as its form sends it; the revision that was looked at, of one that stands. */
export const practiceForm = z.object({
  ...practiceChoice.shape,
  revision: z.int().min(1).optional(),
});
export type PracticeForm = z.output<typeof practiceForm>;

/** Where the words of a new one began: names in an address, which are looked up again. */
export type AskedSource = { area: string | null; behaviour: string | null; offered: string | null };

/**
 * Keeps what whoever asks wants to practise: a new one, until it has been rehearsed, or another wording of the one they
 * are at. One at a time. A form that was opened before another save is refused.
 */
export function savePracticeChoice(
  platform: Ticking,
  actor: Actor,
  asked: AskedSource | null,
  { cue: typed, action, weekdays, nudges, nudgeHour, revision }: PracticeForm,
): Promise<PracticeOutcome<{ id: string }>> {
  return workOnPractices<{ id: string }>(platform, actor, async (held) => {
    const { tx, open } = held;
    const cue = asClause(typed);
    if (cue === "") return refuseInput({ field: "cue", code: "missing" });
    const words = { cue, action, weekdays: keptDays(weekdays) ?? "", nudges, nudgeHour };
    if (asked === null) {
      if (!open) return refuse("unknown");
      if (open.revision !== revision) return refuseInput({ code: "changed-meanwhile" });
      await changePractice(platform, held, open, words);
      await noteOnPractice(platform, held, "changed", open.id);
      return accept({ id: open.id });
    }
    // A second press of the button finds what the first one kept.
    if (open?.state === "chosen" && open.cue === cue && open.action === action)
      return accept({ id: open.id });
    if (open) return refuseInput({ code: "another" });
    const source = await practiceSource(tx, held.actor, asked);
    const id = newId();
    await insertPractice(tx, held.actor, held.actor.personId, { id, ...source.keys, ...words });
    await noteOnPractice(platform, held, "chosen", id);
    return accept({ id });
  });
}
