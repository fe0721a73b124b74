import { emailKey, nameKey } from "../clean-text.ts";
import { displayName } from "../display-name.ts";

/** Someone who may be meant by a text. */
export type Nameable = {
  id: string;
  name: string;
  preferredName: string | null;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  employeeId: string | null;
  active: boolean;
};

export type FoundPerson =
  | { ok: true; person: Nameable }
  | { ok: false; code: "nobody" | "several"; among: Nameable[] };

/** The parts of a text by which somebody may be meant: "Ana Lima (ana@x.org)" has three. */
export function meantBy(text: string): string[] {
  const opens = text.lastIndexOf("(");
  const name = text.slice(0, Math.max(0, opens)).trim();
  const inBrackets = opens > 0 && text.endsWith(")") ? text.slice(opens + 1, -1) : "";
  return name !== "" && inBrackets !== "" && !inBrackets.includes(")")
    ? [text, inBrackets, name]
    : [text];
}

/**
 * The one person somebody means by an employee id, an e-mail address or a name, or "name (one of the other two)". Of
 * several of a name only whoever is active counts, if there is one alone.
 */
export function findPerson(people: readonly Nameable[], text: string): FoundPerson {
  const [whole = "", inBrackets, name] = meantBy(text);
  const identified =
    byIdentifier(people, whole) ?? (inBrackets ? byIdentifier(people, inBrackets) : undefined);
  if (identified) return { ok: true, person: identified };
  const named = byName(people, whole);
  const found = named.length > 0 || !name ? named : byName(people, name);
  const active = found.filter((person) => person.active);
  const [only, ...others] = active.length > 0 ? active : found;
  if (!only) return { ok: false, code: "nobody", among: [] };
  return others.length === 0
    ? { ok: true, person: only }
    : { ok: false, code: "several", among: [only, ...others] };
}

/** Someone by a text that means them and nobody else, as far as they have an address or an employee id. */
export function exactly(person: Nameable): string {
  const identifier = person.email ?? person.employeeId;
  return identifier ? `${displayName(person)} (${identifier})` : displayName(person);
}

function byIdentifier(people: readonly Nameable[], text: string): Nameable | undefined {
  return (
    people.find(({ email }) => email !== null && emailKey(email) === emailKey(text)) ??
    people.find(({ employeeId }) => employeeId === text)
  );
}

function byName(people: readonly Nameable[], text: string): Nameable[] {
  const key = nameKey(text);
  return people.filter((person) => namesOf(person).some((name) => nameKey(name) === key));
}

function namesOf(person: Nameable): string[] {
  const { name, preferredName, givenName, familyName } = person;
  const names = [name, displayName(person)];
  for (const first of [givenName, preferredName])
    if (first && familyName) names.push(`${first} ${familyName}`, `${familyName}, ${first}`);
  return preferredName ? [...names, preferredName] : names;
}
