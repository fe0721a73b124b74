import {
  countsBelow,
  type Findable,
  findPeople,
  managersAmong,
  type PeopleFilter,
} from "./find-people.ts";

/** How whoever chooses people changes the choice. */
export type AudienceChange = {
  /** Everyone whose box was on the screen; anyone else stays as they are. */
  shown: readonly string[];
  ticked: readonly string[];
  /** Adds, or leaves out, everyone who matches a filter, on the screen or not. */
  all?: { change: "add" | "remove"; filter: PeopleFilter };
};

/** Who is chosen after a change, of those who can be: whoever was chosen and can't be any more stays as they are. */
export function audienceAfter(
  chosen: ReadonlySet<string>,
  { shown, ticked, all }: AudienceChange,
  people: readonly Findable[],
): Set<string> {
  const known = new Set(people.map(({ id }) => id));
  const wanted = new Set(chosen)
    .difference(new Set(shown))
    .union(new Set(ticked.filter((id) => known.has(id))));
  const matching = all ? findPeople(people, all.filter, chosen) : [];
  for (const { id } of matching) {
    if (all?.change === "remove") wanted.delete(id);
    else wanted.add(id);
  }
  return wanted;
}

export type AudiencePerson = Pick<
  Findable,
  "id" | "name" | "jobTitle" | "department" | "jobLevel"
> & { chosen: boolean; manages: boolean };

/** One page of the people who could be chosen, and how they can be narrowed down. */
export type AudiencePage = {
  people: AudiencePerson[];
  matching: number;
  /** How many could be chosen, whatever the filter. */
  all: number;
  chosen: number;
  page: number;
  pages: number;
  departments: string[];
  levels: string[];
  /** Everyone whom others report to, with how many are below them. */
  managers: { id: string; name: string; below: number }[];
};

const PEOPLE_PER_PAGE = 50;

/** One page of people, narrowed down by a filter; a page that is not there is the nearest one that is. */
export function audiencePage(
  people: readonly Findable[],
  chosen: ReadonlySet<string>,
  { filter, page }: { filter: PeopleFilter; page: number },
): AudiencePage {
  const managers = managersAmong(people);
  const found = findPeople(people, filter, chosen);
  const pages = Math.max(1, Math.ceil(found.length / PEOPLE_PER_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const below = countsBelow(people);
  return {
    people: found
      .slice((at - 1) * PEOPLE_PER_PAGE, at * PEOPLE_PER_PAGE)
      .map(({ id, name, jobTitle, department, jobLevel }) => ({
        ...{ id, name, jobTitle, department, jobLevel },
        chosen: chosen.has(id),
        manages: managers.has(id),
      })),
    matching: found.length,
    all: people.length,
    chosen: chosen.size,
    page: at,
    pages,
    departments: different(people.map((person) => person.department)),
    levels: different(people.map((person) => person.jobLevel)),
    managers: people.flatMap(({ id, name }) => {
      const count = below.get(id);
      return count === undefined ? [] : [{ id, name, below: count }];
    }),
  };
}

function different(values: readonly (string | null)[]): string[] {
  const known = new Set(values.filter((value) => value !== null && value !== ""));
  return [...known].map(String).sort(new Intl.Collator("en-GB", { numeric: true }).compare);
}
