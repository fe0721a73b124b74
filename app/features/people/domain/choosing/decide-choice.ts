import { listedZone } from "../by-hand/zones.ts";
import { CHOSEN_FIELDS, type ChosenField, type PersonFacts } from "../person.ts";
import type { ChoiceInput } from "./choice-input.ts";

type ChoiceProblem = { field: ChosenField; code: string };

/** What differs from what stands in the record: that is what they choose. */
export function chosenNow(typed: ChoiceInput, before: PersonFacts): ChosenField[] {
  return CHOSEN_FIELDS.filter(
    (field) => typed[field] !== before[field] && typed[field] !== shownFirst(before, field),
  );
}

/** What a form shows of it: a zone by the name that is listed, which an import may have called by an older one. */
export function shownFirst(before: PersonFacts, field: ChosenField): string | null {
  const stands = before[field];
  return field === "timezone" && stands !== null ? (listedZone(stands) ?? stands) : stands;
}

/**
 * What is wrong with what somebody says of themselves: zone and language are of the lists, and not taken away. What
 * stood there before may stay, whatever it is.
 */
export function choiceProblems(
  typed: ChoiceInput,
  before: PersonFacts,
  spoken: readonly string[],
): ChoiceProblem[] {
  const changed = chosenNow(typed, before);
  const problems: ChoiceProblem[] = [];
  const listed = {
    language: (value: string) => spoken.includes(value),
    timezone: (value: string) => listedZone(value) === value,
  };
  for (const field of ["language", "timezone"] as const) {
    const value = typed[field];
    if (!changed.includes(field)) continue;
    if (value === null) problems.push({ field, code: "missing" });
    else if (!listed[field](value)) problems.push({ field, code: "unknown" });
  }
  return problems;
}
