import { wordsFound } from "~/platform/search/words-found.ts";

/** What searching and narrowing down need to know about someone. */
export type Findable = {
  id: string;
  name: string;
  email: string | null;
  jobTitle: string | null;
  department: string | null;
  jobLevel: string | null;
  managerId: string | null;
};

export type PeopleFilter = {
  search: string;
  department: string;
  level: string;
  /** A manager's id: only those who report to them, directly or through others. */
  below: string;
  managersOnly: boolean;
  chosenOnly: boolean;
};

export const everyone: PeopleFilter = {
  search: "",
  department: "",
  level: "",
  below: "",
  managersOnly: false,
  chosenOnly: false,
};

/** Reads a filter from an address or a form; the same names in both. */
export function readFilter(values: { get(name: string): unknown }): PeopleFilter {
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    search: text("q"),
    department: text("department"),
    level: text("level"),
    below: text("below"),
    managersOnly: text("managers") === "yes",
    chosenOnly: text("chosen") === "yes",
  };
}

/** The same filter as part of an address; empty when it lets everyone through. */
export function filterParameters(filter: PeopleFilter): Record<string, string> {
  const { search, department, level, below, managersOnly, chosenOnly } = filter;
  const all = {
    q: search,
    department,
    level,
    below,
    managers: managersOnly ? "yes" : "",
    chosen: chosenOnly ? "yes" : "",
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** Those who match every part of the filter, in the order given. */
export function findPeople<Person extends Findable>(
  people: readonly Person[],
  filter: PeopleFilter,
  chosen: ReadonlySet<string>,
): Person[] {
  const managers = managersAmong(people);
  const below = filter.below === "" ? null : everyoneBelow(people, filter.below);
  return people.filter(
    (person) =>
      (filter.department === "" || person.department === filter.department) &&
      (filter.level === "" || person.jobLevel === filter.level) &&
      (!below || below.has(person.id)) &&
      (!filter.managersOnly || managers.has(person.id)) &&
      (!filter.chosenOnly || chosen.has(person.id)) &&
      mentions(person, filter.search),
  );
}

/** Whether a search finds someone by name, title or address. */
export function mentions(
  { name, jobTitle, email }: Pick<Findable, "name" | "jobTitle" | "email">,
  search: string,
): boolean {
  return wordsFound(search, name, jobTitle, email);
}

/** Who reports to a manager, directly or through others of these people; without the manager. */
export function everyoneBelow(
  people: readonly Pick<Findable, "id" | "managerId">[],
  managerId: string,
): Set<string> {
  const reports = Map.groupBy(people, (person) => person.managerId);
  const below = new Set<string>();
  const waiting = [managerId];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { id } of reports.get(next) ?? []) {
      if (below.has(id) || id === managerId) continue;
      below.add(id);
      waiting.push(id);
    }
  }
  return below;
}

/** How many people are below each who has any: every one counts for each manager above them. */
export function countsBelow(
  people: readonly Pick<Findable, "id" | "managerId">[],
): Map<string, number> {
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]));
  const counts = new Map<string, number>();
  for (const { id } of people) {
    const passed = new Set([id]);
    for (let above = managerOf.get(id); above && !passed.has(above); above = managerOf.get(above)) {
      passed.add(above);
      if (managerOf.has(above)) counts.set(above, (counts.get(above) ?? 0) + 1);
    }
  }
  return counts;
}

/** The people somebody in this list reports to. */
export function managersAmong(people: readonly Pick<Findable, "managerId">[]): Set<string> {
  return new Set(people.flatMap(({ managerId }) => (managerId === null ? [] : [managerId])));
}
