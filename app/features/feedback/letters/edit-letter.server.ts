import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { isEditable } from "../domain/cycle.ts";
import { type LetterKind, letterWording } from "../domain/letter-text.ts";
import { mayRunCycles } from "../policy.ts";
import { languagesOfCycle } from "../setup/cycle-languages.server.ts";
import { deleteLetter, saveLetter } from "./letter-store.server.ts";
import { usualWording } from "./letter-texts.server.ts";

export type LetterProblem = { field: "subject" | "body"; problem: "missing" | "too-long" };

export type LetterChange = {
  kind: LetterKind;
  language: string;
  /** Null: back to the usual wording. */
  wording: { subject: unknown; body: unknown } | null;
};

export type EditLetterOutcome =
  | Outcome<void, "not-allowed" | "unknown" | "launched" | "language">
  | { ok: false; reason: "fields"; problems: LetterProblem[] };

/**
 * Changes what one of a cycle's letters says in one language. Invitations until the launch, reminders and thanks until the
 * cycle closes. The usual wording is not stored, so that it stays ours.
 */
export async function editLetter(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { kind, language, wording }: LetterChange,
): Promise<EditLetterOutcome> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  const parsed = wording && letterWording.safeParse(wording);
  return inOrganisation(platform, actor, async (tx): Promise<EditLetterOutcome> => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const stillComing = kind !== "invitation" && cycle.state === "collecting";
    if (!isEditable(cycle.state) && !stillComing) return refuse("launched");
    const { offered } = await languagesOfCycle(tx, cycle, cycle);
    if (!offered.includes(language)) return refuse("language");
    if (parsed && !parsed.success) {
      const problems = parsed.error.issues.map((issue): LetterProblem => {
        const field = issue.path[0] === "subject" ? "subject" : "body";
        return { field, problem: issue.code === "too_big" ? "too-long" : "missing" };
      });
      return { ok: false, reason: "fields", problems };
    }
    const usual = usualWording(kind, language);
    const asUsual =
      !parsed ||
      (usual?.subject === parsed.data.subject && usual.body === oneKind(parsed.data.body));
    if (asUsual) await deleteLetter(tx, cycle, { kind, language });
    else await saveLetter(tx, cycle, { kind, language, ...parsed.data });
    await recordAudit(platform, tx, actor, {
      action: "cycle.letter-edited",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { kind, language, usual: asUsual },
    });
    return { ok: true };
  });
}

/** Forms send line ends of their own. */
function oneKind(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
