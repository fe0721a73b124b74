import { badRequest, type Read } from "./scim-fault.ts";
import { CORE_USER, ENTERPRISE_USER } from "./user-attributes.ts";

export const CORE_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** An attribute path, its names in small letters: `emails[type eq "work"].value`, with the schema before it or not. */
export type ScimPath = {
  schema: "core" | "enterprise" | "unknown";
  /** null: the extension as a whole. */
  name: string | null;
  filter: string | null;
  sub: string | null;
};

const LONGEST_PATH = 2_000;
const NAME = /^[a-z$][\w$-]*$/;
const CORE = [CORE_USER, CORE_GROUP].map((schema) => `${schema.toLowerCase()}:`);
const ENTERPRISE = ENTERPRISE_USER.toLowerCase();

/** Reads a path. What belongs to a schema that is not kept is `unknown`, and no fault. */
export function readPath(text: string): Read<ScimPath> {
  const path = text.trim();
  if (path.length > LONGEST_PATH) return badRequest("invalidPath", "The path is too long.");
  const small = path.toLowerCase();
  const core = CORE.find((prefix) => small.startsWith(prefix));
  if (core) return within(path.slice(core.length), "core");
  if (small === ENTERPRISE)
    return { ok: true, value: { schema: "enterprise", name: null, filter: null, sub: null } };
  if (small.startsWith(`${ENTERPRISE}:`) || small.startsWith(`${ENTERPRISE}.`))
    return within(path.slice(ENTERPRISE.length + 1), "enterprise");
  if (small.startsWith("urn:"))
    return { ok: true, value: { schema: "unknown", name: null, filter: null, sub: null } };
  return within(path, "core");
}

function within(rest: string, schema: "core" | "enterprise"): Read<ScimPath> {
  const opens = rest.indexOf("[");
  const closes = rest.lastIndexOf("]");
  const filtered = opens >= 0 && closes > opens;
  const [before, after] = filtered
    ? [rest.slice(0, opens), rest.slice(closes + 1)]
    : [rest.split(".", 1)[0] ?? "", rest.slice(rest.split(".", 1)[0]?.length ?? 0)];
  const name = before.toLowerCase();
  const sub = after === "" ? null : after.slice(1).toLowerCase();
  const fits = NAME.test(name) && (after === "" || (after.startsWith(".") && NAME.test(sub ?? "")));
  if (!fits) return badRequest("invalidPath", `"${rest.slice(0, 100)}" is no path.`);
  const filter = filtered ? rest.slice(opens + 1, closes) : null;
  return { ok: true, value: { schema, name, filter, sub } };
}
