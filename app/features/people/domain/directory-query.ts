import { z } from "zod";

export const PAGE_SIZE = 50;
export const SORTS = ["name", "jobTitle", "department", "country", "manager"] as const;

export type DirectorySort = (typeof SORTS)[number];

/** What a directory's address asks for. Anything it cannot mean falls back to the whole directory by name. */
const schema = z.object({
  search: z.string().trim().max(200).catch(""),
  department: z.string().max(200).catch(""),
  country: z.string().max(200).catch(""),
  status: z.enum(["active", "inactive"]).catch("active"),
  sort: z.enum(SORTS).catch("name"),
  descending: z
    .literal("yes")
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type DirectoryQuery = Omit<z.infer<typeof schema>, "descending"> & { descending: boolean };

const KEYS = {
  search: "q",
  department: "department",
  country: "country",
  status: "status",
  sort: "sort",
  descending: "descending",
  page: "page",
} as const satisfies Record<keyof DirectoryQuery, string>;

/** Reads a query from the parameters of an address. */
export function readDirectoryQuery(parameters: URLSearchParams): DirectoryQuery {
  const given = Object.entries(KEYS).map(([field, key]) => [
    field,
    parameters.get(key) ?? undefined,
  ]);
  return schema.parse(Object.fromEntries(given));
}

/** The parameters that lead to a query, with some of it changed; what is usual is left out. */
export function directoryParameters(
  query: DirectoryQuery,
  change: Partial<DirectoryQuery> = {},
): URLSearchParams {
  const wanted = { ...query, ...change };
  const usual = readDirectoryQuery(new URLSearchParams());
  const parameters = new URLSearchParams();
  for (const field of Object.keys(KEYS) as (keyof DirectoryQuery)[]) {
    const value = wanted[field];
    if (value !== usual[field]) parameters.set(KEYS[field], value === true ? "yes" : String(value));
  }
  return parameters;
}
