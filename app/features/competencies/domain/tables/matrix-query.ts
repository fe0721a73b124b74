import { z } from "zod";

export const groupings = ["none", "department", "manager"] as const;
export type Grouping = (typeof groupings)[number];

const text = z.string().trim().max(300).catch("");

/** What the address of a table of levels asks for; anything it can't mean falls back to everybody by name. */
const schema = z.object({
  framework: text,
  search: z.string().trim().max(200).catch(""),
  department: text,
  team: text,
  /** A hat or a group of competencies. */
  group: text,
  /** The level that is asked for where no role says one; 0 is none. */
  level: z.coerce.number().int().min(0).max(10).catch(0),
  /** `name`, `gap` or a competency. */
  sort: text,
  by: z.enum(groupings).catch("none"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  part: z.coerce.number().int().min(1).max(1_000).catch(1),
  person: text,
  beside: text,
});

export type MatrixQuery = z.infer<typeof schema>;

const KEYS = {
  ...{ framework: "framework", search: "q", department: "department", team: "team" },
  ...{ group: "group", level: "level", sort: "sort", by: "by", page: "page", part: "part" },
  ...{ person: "person", beside: "beside" },
} as const satisfies Record<keyof MatrixQuery, string>;

/** Reads a query from the parameters of an address. */
export function readMatrixQuery(parameters: URLSearchParams): MatrixQuery {
  return schema.parse(
    Object.fromEntries(
      Object.entries(KEYS).map(([field, key]) => [field, parameters.get(key) ?? undefined]),
    ),
  );
}

/** The parameters that lead to a query, with some of it changed; what is usual is left out. */
export function matrixParameters(
  query: MatrixQuery,
  change: Partial<MatrixQuery> = {},
): URLSearchParams {
  const wanted = { ...query, ...change };
  const usual = readMatrixQuery(new URLSearchParams());
  const parameters = new URLSearchParams();
  for (const field of Object.keys(KEYS) as (keyof MatrixQuery)[])
    if (wanted[field] !== usual[field]) parameters.set(KEYS[field], String(wanted[field]));
  return parameters;
}

/** An address of the table. */
export function matrixHref(query: MatrixQuery, change: Partial<MatrixQuery> = {}): string {
  const parameters = matrixParameters(query, change);
  return parameters.size > 0 ? `/skills?${parameters}` : "/skills";
}

/** The same with a person beside it; where there is no room, below. */
export function panelHref(query: MatrixQuery, person: string): string {
  return `${matrixHref(query, { person, beside: "" })}#panel`;
}

type Narrowable = {
  name: string;
  jobTitle: string | null;
  department: string | null;
  managerId: string | null;
};

/** Of some people those whom a query is about. */
export function narrowed<Person extends Narrowable>(
  people: readonly Person[],
  { search, department, team }: Pick<MatrixQuery, "search" | "department" | "team">,
): Person[] {
  const words = search.toLocaleLowerCase().split(/\s+/u);
  return people.filter((person) => {
    const text = `${person.name} ${person.jobTitle ?? ""}`.toLocaleLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (department === "" || person.department === department) &&
      (team === "" || person.managerId === team)
    );
  });
}
