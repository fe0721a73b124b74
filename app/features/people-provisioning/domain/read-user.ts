import { constantHolds, readFilter } from "./filter.ts";
import { holdsOf } from "./holds-of.ts";
import { readPath, type ScimPath } from "./read-path.ts";
import { isObject, type Json, pickOne, readReference, readText, readYesNo } from "./read-value.ts";
import { badRequest, type Read } from "./scim-fault.ts";
import {
  CORE_USER,
  ENTERPRISE_USER,
  MULTIPLE,
  type Multiple,
  USER_ATTRIBUTES,
  type UserAttribute,
  type UserFacts,
  userAttribute,
  written,
} from "./user-attributes.ts";

export type UserChanges = Partial<UserFacts>;
export type PatchOp = "add" | "replace" | "remove";

const NOTHING: Read<UserChanges> = { ok: true, value: {} };

/**
 * What a resource, or what a PATCH without a path, says of a user. Each key is a path, as some providers write them.
 * What is not kept is passed over, read-only attributes too.
 */
export function readUser(body: unknown, now: UserChanges = {}, op: PatchOp = "replace") {
  if (!isObject(body)) return badRequest("invalidSyntax", "A user must be an object.");
  return readMembers(body, now, op, (key) => readPath(key));
}

/** What is to be changed at a path. `now`: what is known of the user as the operation begins. */
export function changeAt(
  path: ScimPath,
  value: unknown,
  op: PatchOp,
  now: UserChanges,
): Read<UserChanges> {
  if (path.schema === "unknown") return NOTHING;
  const schema = path.schema === "enterprise" ? ENTERPRISE_USER : CORE_USER;
  if (path.name === null) return changeAll(schema, null, value, op, now);
  if (isMultiple(path.name) && schema === CORE_USER)
    return changeSeveral(path.name, path, value, op, now);
  if (path.name === "name" && path.sub === null && path.filter === null)
    return changeAll(CORE_USER, "name", value, op, now);
  const name = path.sub === null ? path.name : `${path.name}.${path.sub}`;
  const isManager = schema === ENTERPRISE_USER && path.name === "manager" && path.sub === null;
  const attribute = userAttribute(schema, isManager ? "manager.value" : name);
  if (!attribute) return NOTHING;
  if (path.filter === null) return changeOne(attribute, value, op);
  return badRequest("invalidPath", `${written(attribute)} has no several values to choose from.`);
}

function changeOne(attribute: UserAttribute, value: unknown, op: PatchOp): Read<UserChanges> {
  const { fact, type } = attribute;
  const path = written(attribute);
  if (op === "remove" && (attribute.required || type === "boolean"))
    return badRequest("mutability", `${path} can't be removed.`);
  if (op === "remove") return { ok: true, value: { [fact]: null } };
  if (type === "boolean") {
    const read = readYesNo(value, path);
    return read.ok ? { ok: true, value: { active: read.value } } : read;
  }
  const read = type === "reference" ? readReference(value, path) : readText(value, path);
  if (!read.ok) return read;
  return read.value === undefined ? NOTHING : { ok: true, value: { [fact]: read.value } };
}

/** Everything of the extension, or of `name`, at once. */
function changeAll(
  schema: UserAttribute["schema"],
  above: string | null,
  value: unknown,
  op: PatchOp,
  now: UserChanges,
): Read<UserChanges> {
  if (op === "remove" || value === null) return { ok: true, value: nothingOf(schema, above) };
  const path = above ?? schema;
  if (!isObject(value)) return badRequest("invalidValue", `${path} must be an object.`);
  const prefix = above === null ? `${schema}:` : `${above}.`;
  return readMembers(value, now, op, (key) => readPath(`${prefix}${key}`));
}

function readMembers(
  body: Json,
  now: UserChanges,
  op: PatchOp,
  pathOf: (key: string) => Read<ScimPath>,
): Read<UserChanges> {
  const changes: UserChanges = {};
  for (const [key, value] of Object.entries(body)) {
    const path = pathOf(key);
    // A key that is no path is an attribute that nobody knows.
    if (!path.ok) continue;
    const change = changeAt(path.value, value, op, { ...now, ...changes });
    if (!change.ok) return change;
    Object.assign(changes, change.value);
  }
  return { ok: true, value: changes };
}

/** Addresses of either kind, of which one is kept: replaced as a whole, or what a filter chooses of it. */
function changeSeveral(
  name: Multiple,
  path: ScimPath,
  value: unknown,
  op: PatchOp,
  now: UserChanges,
): Read<UserChanges> {
  if (path.filter === null && path.sub === null) return changeList(name, value, op, now);
  const chosen = path.filter === null ? "kept" : chooses(name, path.filter, now);
  if (typeof chosen === "object") return chosen;
  if (chosen === "another-type") return NOTHING;
  if (chosen === "none")
    return op === "remove" ? NOTHING : badRequest("noTarget", `No ${name} are chosen by the path.`);
  if (path.sub === null) {
    if (op === "remove") return { ok: true, value: nothingOf(CORE_USER, name) };
    return changeAll(CORE_USER, name, value, op, now);
  }
  const attribute = userAttribute(CORE_USER, `${name}.${path.sub}`);
  return attribute ? changeOne(attribute, value, op) : NOTHING;
}

function changeList(
  name: Multiple,
  value: unknown,
  op: PatchOp,
  now: UserChanges,
): Read<UserChanges> {
  const nothing = nothingOf(CORE_USER, name);
  if (op === "remove" || value === null) return { ok: true, value: nothing };
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every(isObject))
    return badRequest("invalidValue", `${name} must be a list of objects.`);
  const picked = pickOne(list);
  if (picked === undefined) return op === "add" ? NOTHING : { ok: true, value: nothing };
  // One of another type that is added beside the one that is kept changes nothing.
  const isKept = Object.keys(nothing).some((fact) => now[fact as keyof UserFacts]);
  if (op === "add" && isKept && pickOne([{}, picked]) !== picked) return NOTHING;
  const change = readMembers(picked, now, op, (key) => readPath(`${name}.${key}`));
  return change.ok ? { ok: true, value: { ...nothing, ...change.value } } : change;
}

/** Whether a filter in a path chooses the one that is kept, which is of type work and primary. */
function chooses(name: Multiple, filter: string, now: UserChanges) {
  const read = readFilter(filter, (path) => {
    if (path === "type") return { constant: "work", of: "type" };
    if (path === "primary") return { constant: true, of: "primary" };
    const attribute = userAttribute(CORE_USER, `${name}.${path}`);
    return attribute && { attribute: attribute.fact };
  });
  if (!read.ok) return badRequest("invalidPath", read.detail);
  const { holds, asksOthers } = holdsOf(read.value, (fact, op, value) =>
    fact === "type" || fact === "primary"
      ? true
      : constantHolds(now[fact as keyof UserFacts] ?? "", op, value),
  );
  if (holds) return "kept" as const;
  return asksOthers ? ("none" as const) : ("another-type" as const);
}

function nothingOf(schema: UserAttribute["schema"], above: string | null): UserChanges {
  const own = USER_ATTRIBUTES.filter(
    (each) => each.schema === schema && (above === null || each.path.startsWith(`${above}.`)),
  );
  return Object.fromEntries(own.map(({ fact }) => [fact, null]));
}

function isMultiple(name: string): name is Multiple {
  return MULTIPLE.some((each) => each === name);
}
