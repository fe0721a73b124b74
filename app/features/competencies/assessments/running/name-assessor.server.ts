import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIdentifiers } from "~/features/people/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { sendAssessmentLetters } from "../letters/assessment-letters.server.ts";
import { type Assessed, lockAssessed, updateAssessed } from "../store/assessed-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { deleteSheets, insertSheets, sheetsAbout } from "../store/sheet-store.server.ts";

/**
 * Who places somebody, in place of whoever leads them or as a second assessor, by e-mail address or employee number;
 * nothing: no second one.
 */
export const nameAssessorInput = z.object({
  part: z.enum(["manager", "second"]),
  identifier: z.string().trim().max(320).default(""),
});

type Input = z.output<typeof nameAssessorInput>;

/**
 * Names who places somebody. What the one before had sent stays theirs, and then nobody else is named; what they had
 * begun and not sent is theirs and is deleted. In a draft whoever leads somebody is who leads them at the launch, so
 * only a second one is named.
 */
export function nameAssessor(
  platform: Platform,
  actor: Actor,
  roundId: string,
  subjectId: string,
  { part, identifier }: Input,
) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "collecting" || (state === "draft" && part === "second"),
    late: "not-collecting",
    did: "assessor-named",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const assessed = await lockAssessed(tx, actor, subjectId);
    if (assessed?.roundId !== round.id) return refuse("gone");
    if (assessed.concludedOn !== null) return refuse("concluded");
    const sheets = (await sheetsAbout(tx, actor, [subjectId])).get(subjectId) ?? [];
    const before = sheets.find((sheet) => sheet.part === part);
    if (before && before.sentOn !== null)
      return refuseInput({ field: "identifier", code: "sent-already" });
    const found = await assessorMeant(tx, actor, assessed, { part, identifier });
    if ("code" in found) return refuseInput(found);
    const { personId } = found;
    const others = sheets.filter((sheet) => sheet.part !== part);
    if (personId !== null && others.some(({ authorId }) => authorId === personId))
      return refuseInput({ field: "identifier", code: "assesses-already" });
    const detail = { part, person: assessed.personId };
    if (part === "second") await updateAssessed(tx, actor, subjectId, { secondId: personId });
    if (round.state === "draft") return { ok: true, value: undefined, set: {}, detail };
    if ((before?.authorId ?? null) === personId)
      return { ok: true, value: undefined, unchanged: true };
    await deleteSheets(tx, actor, [subjectId], part);
    if (personId !== null) {
      await insertSheets(tx, actor, [{ subjectId, part, authorId: personId }]);
      await sendAssessmentLetters(platform, tx, round, { kind: "named", to: [personId] });
    }
    return { ok: true, value: undefined, set: {}, detail };
  });
}

async function assessorMeant(
  tx: Tx,
  actor: Actor,
  { personId }: Assessed,
  { part, identifier }: Input,
): Promise<{ personId: string | null } | Problem> {
  const problem = (code: string) => ({ field: "identifier", code });
  if (identifier === "") return part === "second" ? { personId: null } : problem("missing");
  const [person] = await peopleByIdentifiers(tx, actor, [identifier.toLowerCase()]);
  if (!person || person.external) return problem("nobody");
  if (!person.active) return problem("left");
  return person.id === personId ? problem("themselves") : { personId: person.id };
}
