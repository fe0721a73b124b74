import type { Asked } from "../domain/asked.ts";
import { type FilterNames, readFilter } from "../domain/filter.ts";
import type { Json } from "../domain/read-value.ts";
import { badRequest, type Read } from "../domain/scim-fault.ts";
import { matchesVersion } from "../domain/version.ts";
import type { Provider } from "../provider.ts";
import { faultResponse, scimResponse } from "./scim-response.ts";

/** What an identity provider asks, once it is known which one it is. */
export type Asking = {
  provider: Provider;
  base: string;
  method: string;
  /** Of the path, after what was looked at. */
  parts: string[];
  query: URLSearchParams;
  body: unknown;
  ifMatch: string | null;
  ifNoneMatch: string | null;
};

/** How many are told at once at most, and where nothing is said. */
export const MOST_AT_ONCE = 200;
const USUAL = 100;
const LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

export type Page<Attribute extends string> = Asked<Attribute> & { startIndex: number };

/** Which of a list are asked for. What is out of bounds is brought within them, as the protocol has it. */
export function readPage<Attribute extends string>(
  query: URLSearchParams,
  names: FilterNames<Attribute>,
): Read<Page<Attribute>> {
  const filter = query.get("filter");
  const condition = filter === null ? null : readFilter(filter, names);
  if (condition && !condition.ok) return condition;
  const startIndex = numberIn(query, "startIndex", 1);
  const count = numberIn(query, "count", USUAL);
  if (startIndex === null || count === null)
    return badRequest("invalidValue", "startIndex and count must be whole numbers.");
  const first = Math.max(1, startIndex);
  const sortBy = query.get("sortBy");
  const found = sortBy ? names(sortBy.toLowerCase()) : undefined;
  if (sortBy && !(found && "attribute" in found))
    return badRequest("invalidPath", `"${sortBy.slice(0, 100)}" can't be sorted by.`);
  const order = query.get("sortOrder")?.toLowerCase() ?? "ascending";
  if (order !== "ascending" && order !== "descending")
    return badRequest("invalidValue", "sortOrder must be ascending or descending.");
  return {
    ok: true,
    value: {
      condition: condition?.value ?? null,
      sortBy: found && "attribute" in found ? found.attribute : null,
      ...{ startIndex: first, skip: first - 1, descending: order === "descending" },
      count: Math.min(Math.max(0, count), MOST_AT_ONCE),
    },
  };
}

const FURTHEST = 1_000_000_000;

function numberIn(query: URLSearchParams, name: string, usual: number): number | null {
  const text = query.get(name)?.trim();
  if (text === undefined || text === "") return usual;
  if (!/^-?\d{1,15}$/.test(text)) return null;
  return Math.min(Number(text), FURTHEST);
}

/** A list as the protocol has it. */
export function listResponse(
  total: number,
  { startIndex }: { startIndex: number },
  resources: readonly Json[],
): Response {
  return scimResponse({
    schemas: [LIST],
    ...{ totalResults: total, startIndex, itemsPerPage: resources.length },
    Resources: resources,
  });
}

/** One resource, at its version; 304 where that is the one the asker has. */
export function oneResponse(
  { ifNoneMatch, method }: Asking,
  resource: Json,
  { version, status = 200 }: { version: string; status?: number },
): Response {
  const headers = { ETag: version };
  if (method === "GET" && ifNoneMatch !== null && matchesVersion(ifNoneMatch, version))
    return scimResponse(null, 304, headers);
  return scimResponse(resource, status, headers);
}

/** Nothing answers to that method here. */
export function notAllowed(...allowed: string[]): Response {
  const detail = "This can't be done here.";
  return faultResponse({ status: 405, detail }, { Allow: allowed.join(", ") });
}

export function notFound(): Response {
  return faultResponse({ status: 404, detail: "There is nothing under this address." });
}
