import { CHOSEN_FIELDS, type ChosenField, type OwnChoices, type PersonFacts } from "./person.ts";

/** By field that was chosen: what the organisation has of it. */
type Chosen = { organisationSays: OwnChoices };

/** The facts of a record, some of them perhaps chosen. */
export type OwnFacts = PersonFacts & Chosen;

/** A record as the organisation has it, with what its person chose in place of that. */
export type AsOrganisationHas<Kept> = Omit<Kept, "organisationSays"> & { own: OwnChoices };

/** Which fields of a record its person chose. */
export function chosenIn({ organisationSays }: Chosen): ChosenField[] {
  return CHOSEN_FIELDS.filter((field) => organisationSays[field] !== undefined);
}

/** Whether somebody chose this field of their record themselves. */
export function isChosen(person: Chosen, field: string): boolean {
  return chosenIn(person).some((each) => each === field);
}

/** A record with what the organisation has where its person chose something else: what others say is said of that. */
export function asOrganisationHas<Kept extends OwnFacts>(person: Kept): AsOrganisationHas<Kept> {
  const { organisationSays, ...record } = person;
  const own = Object.fromEntries(chosenIn(person).map((field) => [field, person[field]]));
  return { ...record, ...organisationSays, own };
}

/** What stands in a record whose person chose this in place of some facts, and what to remember of those. */
export function withOwnChoices(
  facts: PersonFacts,
  own: OwnChoices,
): { facts: PersonFacts; organisationSays: OwnChoices } {
  const chosen = CHOSEN_FIELDS.filter((field) => own[field] !== undefined);
  const says = Object.fromEntries(chosen.map((field) => [field, facts[field]]));
  return { facts: { ...facts, ...own }, organisationSays: says };
}

/** What is left of somebody's choices without these. */
export function withoutChoices(own: OwnChoices, fields: readonly ChosenField[]): OwnChoices {
  const left = CHOSEN_FIELDS.filter((field) => own[field] !== undefined && !fields.includes(field));
  return Object.fromEntries(left.map((field) => [field, own[field]]));
}
