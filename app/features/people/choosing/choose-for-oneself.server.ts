import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { accept, type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { type ChoiceInput, choiceInput } from "../domain/choosing/choice-input.ts";
import { choiceProblems, chosenNow } from "../domain/choosing/decide-choice.ts";
import { displayName } from "../domain/display-name.ts";
import { asOrganisationHas } from "../domain/own-choices.ts";
import type { ChosenField } from "../domain/person.ts";
import { fieldsChangedSince } from "../history/history-reads.server.ts";
import { changingOneself } from "./changing-oneself.server.ts";
import { isNamedSo } from "./name-taken-reads.server.ts";

export const chooseForOneselfInput: typeof choiceInput = choiceInput;

/**
 * Whoever asks says how they are called, spoken of and written to. Whatever differs from their record is their own
 * choice from then on, and no file, provisioning or change of many at once replaces it. Not the name that somebody else
 * goes by; and not over what was changed since the form was opened. @returns what they chose.
 */
export function chooseForOneself(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  { revision, ...typed }: z.output<typeof chooseForOneselfInput>,
): Promise<Outcome<{ chosen: ChosenField[] }, "not-allowed"> | Problems> {
  return changingOneself(platform, actor, async (tx, person) => {
    const problems = await staleProblems(tx, actor, person, revision, typed);
    if (problems.length > 0) return refuseInput(...problems);
    problems.push(...choiceProblems(typed, person, languages));
    const chosen = chosenNow(typed, person);
    if (chosen.includes("preferredName") && typed.preferredName !== null) {
      const shown = displayName({ ...person, preferredName: typed.preferredName });
      if (
        shown !== displayName(asOrganisationHas(person)) &&
        (await isNamedSo(tx, { ...actor, personId: person.id }, shown))
      )
        problems.push({ field: "preferredName", code: "somebody-elses" });
    }
    if (problems.length > 0) return refuseInput(...problems);
    if (chosen.length === 0) return accept({ chosen });
    const record = asOrganisationHas(person);
    const own = {
      ...record.own,
      ...Object.fromEntries(chosen.map((field) => [field, typed[field]])),
    };
    await changePeople(platform, tx, actor, "self", [{ ...record, own }]);
    await recordAudit(platform, tx, actor, {
      action: "person.chose",
      subjectKind: "person",
      subjectId: person.id,
      detail: { fields: chosen.length },
    });
    return accept({ chosen });
  });
}

/** What somebody else changed of all this since the form was opened, where it is not what was typed. */
async function staleProblems(
  tx: Tx,
  actor: Actor,
  person: KeptPerson,
  seen: number,
  typed: ChoiceInput,
): Promise<Problem[]> {
  if (person.revision === seen) return [];
  const changed = await fieldsChangedSince(tx, actor, person.id, seen);
  const problems = chosenNow(typed, person)
    .filter((field) => changed.has(field))
    .map((field): Problem => {
      const now = person[field];
      if (now === null) return { field, code: "emptied-meanwhile" };
      return { field, code: "changed-meanwhile", values: { now } };
    });
  const stale: Problem = { code: "stale", values: { revision: person.revision } };
  return problems.length > 0 ? [stale, ...problems] : [];
}
