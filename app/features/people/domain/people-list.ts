/** One line or entry of a pasted list, and what it means when addresses and employee ids are compared. */
export type ListEntry = { line: number; text: string; key: string };

export type ListedPerson = {
  id: string;
  emailKey: string | null;
  employeeId: string | null;
  active: boolean;
  external: boolean;
};

export type ListProblem = "unknown" | "inactive" | "external" | "twice";

/** Who a pasted list names. Each entry that can't be used is there with its line and the reason. */
export type PeopleFound = {
  personIds: string[];
  problems: { line: number; text: string; problem: ListProblem }[];
};

export const MOST_ENTRIES = 10_000;

const IN_BRACKETS = /<([^<>\s@]+@[^<>\s@]+)>/;

/**
 * Entries of a pasted list: one on each line, or several divided by commas, semicolons or tabs. "Ana <a@b.c>" means
 * a@b.c.
 */
export function readPeopleList(text: string): ListEntry[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) =>
    line
      .split(/[,;\t]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .map((entry) => ({ line: index + 1, text: entry, key: identifierKey(entry) })),
  );
}

/** The form in which two spellings of an address or an employee id are the same. */
export function identifierKey(text: string): string {
  const address = IN_BRACKETS.exec(text)?.[1] ?? text;
  return address
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();
}

/** Finds each entry among people, by address first, then by employee id. */
export function findListed(
  entries: readonly ListEntry[],
  people: readonly ListedPerson[],
): PeopleFound {
  const known = identifiers(people);
  const seen = new Set<string>();
  const found: PeopleFound = { personIds: [], problems: [] };
  for (const { line, text, key } of entries) {
    const person = known.get(key);
    const problem = problemWith(person, seen);
    if (person && !problem) {
      found.personIds.push(person.id);
      seen.add(person.id);
    } else found.problems.push({ line, text, problem: problem ?? "unknown" });
  }
  return found;
}

/** People by address and employee id; where one person's id is another's address, the address wins. */
export function identifiers<Person extends Pick<ListedPerson, "emailKey" | "employeeId">>(
  people: readonly Person[],
): Map<string, Person> {
  const byId = people.flatMap((person) =>
    person.employeeId === null ? [] : [[person.employeeId.toLowerCase(), person] as const],
  );
  const byAddress = people.flatMap((person) =>
    person.emailKey === null ? [] : [[person.emailKey, person] as const],
  );
  return new Map([...byId, ...byAddress]);
}

function problemWith(
  person: ListedPerson | undefined,
  seen: ReadonlySet<string>,
): ListProblem | null {
  if (!person) return "unknown";
  if (!person.active) return "inactive";
  if (person.external) return "external";
  return seen.has(person.id) ? "twice" : null;
}
