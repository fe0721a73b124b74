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
  managersOnly: boolean;
  chosenOnly: boolean;
};

export const everyone: PeopleFilter = {
  search: "",
  department: "",
  level: "",
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
    managersOnly: text("managers") === "yes",
    chosenOnly: text("chosen") === "yes",
  };
}

/** The same filter as part of an address; empty when it lets everyone through. */
export function filterParameters(filter: PeopleFilter): Record<string, string> {
  const { search, department, level, managersOnly, chosenOnly } = filter;
  const all = {
    q: search,
    department,
    level,
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
  return people.filter(
    (person) =>
      (filter.department === "" || person.department === filter.department) &&
      (filter.level === "" || person.jobLevel === filter.level) &&
      (!filter.managersOnly || managers.has(person.id)) &&
      (!filter.chosenOnly || chosen.has(person.id)) &&
      mentions(person, filter.search),
  );
}

/** Whether every word of a search begins a word of the name, title or address; case and accents don't matter. */
export function mentions(
  person: Pick<Findable, "name" | "jobTitle" | "email">,
  search: string,
): boolean {
  const words = plainWords([person.name, person.jobTitle, person.email].join(" "));
  return plainWords(search).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** The people somebody in this list reports to. */
export function managersAmong(people: readonly Pick<Findable, "managerId">[]): Set<string> {
  return new Set(people.flatMap(({ managerId }) => (managerId === null ? [] : [managerId])));
}

/** Letters that are no letter with an accent, but that many type without one. */
const TYPED_AS: Record<string, string> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ı: "i",
};

function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæœßłđı]/gu, (letter) => TYPED_AS[letter] ?? letter);
  return plain.split(/[\s.,@_-]+/u).filter((word) => word !== "");
}
