import { asOrganisationHas, chosenIn, type OwnFacts, withoutChoices } from "../own-choices.ts";
import type { ChosenField, OwnChoices, PersonFacts } from "../person.ts";

/**
 * What was typed by hand of somebody who chose some of it themselves: the form shows their choices, so what differs
 * from one overrules it, and what does not says nothing of what the organisation has.
 */
export function overruling(
  before: OwnFacts,
  typed: PersonFacts,
): { overruled: ChosenField[]; facts: PersonFacts; own: OwnChoices } {
  const chosen = chosenIn(before);
  const overruled = chosen.filter((field) => typed[field] !== before[field]);
  const { own } = asOrganisationHas(before);
  const left = withoutChoices(own, overruled);
  const kept = chosen.filter((field) => !overruled.includes(field));
  const says = Object.fromEntries(kept.map((field) => [field, before.organisationSays[field]]));
  return { overruled, facts: { ...typed, ...says }, own: left };
}
