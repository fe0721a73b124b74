import type { FilterName } from "./filter.ts";
import { readPath } from "./read-path.ts";
import { CORE_USER, ENTERPRISE_USER, type UserFact, userAttribute } from "./user-attributes.ts";

/** What users can be asked for by: all that is kept of them, and what the server says of them. */
export type UserFilterName = UserFact | "id" | "created" | "changed";

const OWN = new Map<string, UserFilterName>([
  ["id", "id"],
  ["meta.created", "created"],
  ["meta.lastmodified", "changed"],
]);

/** What a name in a filter means, with its schema before it or not; undefined for what nobody can be asked for by. */
export function userFilterName(name: string): FilterName<UserFilterName> | undefined {
  const read = readPath(name);
  if (!read.ok || read.value.name === null || read.value.schema === "unknown") return undefined;
  const { schema, name: first, sub } = read.value;
  const path = sub === null ? first : `${first}.${sub}`;
  if (schema === "enterprise") {
    const found = userAttribute(ENTERPRISE_USER, path === "manager" ? "manager.value" : path);
    return found && { attribute: found.fact };
  }
  const own = OWN.get(path);
  if (own) return { attribute: own };
  const of = first === "emails" ? "email" : "country";
  if (first === "emails" || first === "addresses") {
    if (sub === "type") return { constant: "work", of };
    if (sub === "primary" && first === "emails") return { constant: true, of };
  }
  // A list of values stands for what each of them is.
  const found = userAttribute(CORE_USER, path === "emails" ? "emails.value" : path);
  return found && { attribute: found.fact };
}
