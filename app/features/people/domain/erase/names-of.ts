import { displayName } from "../display-name.ts";
import type { PersonFacts } from "../person.ts";

/**
 * The ways in which somebody's whole name is written, longest first; never a first name alone, which is many people's.
 */
export function namesOf(
  person: Pick<PersonFacts, "name" | "preferredName" | "givenName" | "familyName">,
): string[] {
  const { name, preferredName, givenName, familyName } = person;
  const whole = (first: string | null) => (first && familyName ? `${first} ${familyName}` : []);
  const names = [name, displayName(person), whole(givenName), whole(preferredName)].flat();
  return [...new Set(names)].toSorted((one, other) => other.length - one.length);
}
