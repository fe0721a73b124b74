import type { KeptPerson } from "../by-hand/history.ts";
import { asOrganisationHas, type OwnFacts } from "../own-choices.ts";
import { type OwnChoices, PERSON_FIELDS, type PersonFacts, type PersonField } from "../person.ts";

/** By what a person is known: never chosen, because another address would wait, and another id mean somebody else. */
const IDENTIFIERS: readonly PersonField[] = ["employeeId", "email"];

/** What may be taken from the record that goes although the other has it, too. */
export const TAKEN_FIELDS = PERSON_FIELDS.filter((field) => !IDENTIFIERS.includes(field));

export type Difference = { field: PersonField; stays: string; goes: string };

/** What is known of a person once two records of them are one. */
export type MergedPerson = {
  /** As the organisation has it. */
  facts: PersonFacts;
  /** What was chosen with either record, rather with the one that stays. */
  own: OwnChoices;
  /** What both say, and say differently. */
  differences: Difference[];
  /** What only the record that goes says. */
  filled: { field: PersonField; value: string }[];
  /** An id or address that goes, because the record that stays has its own. */
  dropped: { field: PersonField; value: string }[];
};

/** The record that stays with what it lacks, and what is taken, from the one that goes. */
export function mergedPerson(
  { stays: kept, goes: gone }: { stays: OwnFacts; goes: OwnFacts },
  taken: readonly PersonField[] = [],
): MergedPerson {
  const [stays, goes] = [asOrganisationHas(kept), asOrganisationHas(gone)];
  const { own: _, ...facts } = stays;
  const own = { ...goes.own, ...stays.own };
  const merged: MergedPerson = { facts, own, differences: [], filled: [], dropped: [] };
  for (const field of PERSON_FIELDS) {
    const [own, other] = [stays[field], goes[field]];
    if (other === null || other === own) continue;
    if (own === null) {
      merged.filled.push({ field, value: other });
      facts[field] = other;
    } else if (IDENTIFIERS.includes(field)) merged.dropped.push({ field, value: other });
    else {
      merged.differences.push({ field, stays: own, goes: other });
      if (taken.includes(field)) facts[field] = other;
    }
  }
  return merged;
}

/** Whose manager is whose: people from somebody's manager upwards, nearest first. */
type Above = readonly { id: string }[];

/**
 * Who manages the record that stays once the other is gone; null for nobody. "loop" where those who report to the
 * record that goes would manage whom they report to.
 */
export function managerAfter(
  stays: Pick<KeptPerson, "id" | "managerId">,
  goes: Pick<KeptPerson, "id" | "managerId">,
  { aboveStays, aboveGoes }: { aboveStays: Above; aboveGoes: Above },
): string | null | "loop" {
  const own = stays.managerId;
  if (own !== null && own !== goes.id)
    return aboveStays.some(({ id }) => id === goes.id) ? "loop" : own;
  const other = goes.managerId;
  const below = other === stays.id || aboveGoes.some(({ id }) => id === stays.id);
  return below ? null : other;
}
