import { readPath } from "./read-path.ts";
import { isObject, type Json } from "./read-value.ts";
import { ENTERPRISE_USER } from "./user-attributes.ts";

/** What of a resource is wanted: these attributes alone, or all but those (RFC 7644, 3.9). */
export type Projection = { attributes: readonly string[]; excluded: readonly string[] };

const ALWAYS = ["id", "schemas"];

/** Whether an attribute is wanted at all, so that what is not wanted need not be looked up. */
export function isWanted(name: string, { attributes, excluded }: Projection): boolean {
  if (attributes.length > 0)
    return attributes.some((each) => each === name || each.startsWith(`${name}.`));
  return !excluded.includes(name);
}

/** Reads the two lists of a query; names that are no path are left out. */
export function readProjection(query: URLSearchParams): Projection {
  const list = (name: string) =>
    query
      .getAll(name)
      .flatMap((text) => text.slice(0, 4_000).split(","))
      .map(keyOf)
      .filter((key) => key !== null);
  return { attributes: list("attributes"), excluded: list("excludedAttributes") };
}

/** The resource with what is wanted of it. */
export function project(resource: Json, projection: Projection): Json {
  const { attributes, excluded } = projection;
  if (attributes.length === 0 && excluded.length === 0) return resource;
  return pick(resource, "", projection);
}

function pick(object: Json, above: string, projection: Projection): Json {
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    const key = `${above}${name.toLowerCase()}`;
    if (above === "" && ALWAYS.includes(key)) kept.push([name, value]);
    else {
      const found = part(value, key, projection);
      if (found !== undefined) kept.push([name, found]);
    }
  }
  return Object.fromEntries(kept);
}

function part(value: unknown, key: string, projection: Projection): unknown {
  const { attributes, excluded } = projection;
  if (attributes.length > 0 ? attributes.includes(key) : !touches(excluded, key)) return value;
  if (attributes.length === 0 && excluded.includes(key)) return undefined;
  if (attributes.length > 0 && !touches(attributes, key)) return undefined;
  if (Array.isArray(value))
    return value.map((each: unknown) =>
      isObject(each) ? pick(each, `${key}.`, projection) : each,
    );
  return isObject(value) ? pick(value, `${key}.`, projection) : value;
}

function touches(list: readonly string[], key: string): boolean {
  return list.some((each) => each === key || each.startsWith(`${key}.`));
}

function keyOf(text: string): string | null {
  const read = readPath(text);
  if (!read.ok || read.value.schema === "unknown") return null;
  const { schema, name, sub } = read.value;
  const extension = schema === "enterprise" ? ENTERPRISE_USER.toLowerCase() : null;
  return [extension, name, sub].filter((each) => each !== null).join(".");
}
