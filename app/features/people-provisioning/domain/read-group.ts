import { type Condition, readFilter } from "./filter.ts";
import type { Operation } from "./read-patch.ts";
import { CORE_GROUP, readPath, type ScimPath } from "./read-path.ts";
import { isObject, member, readText } from "./read-value.ts";
import { badRequest, type Read } from "./scim-fault.ts";

/** What is done to the members of a group, one step after the other. */
export type MemberStep = { kind: "add" | "remove" | "set"; ids: string[] };

export type GroupChanges = {
  displayName?: string | null;
  externalId?: string | null;
  members: MemberStep[];
};

const LONGEST = 254;
/** The largest organisations have groups of everybody. */
const MOST_MEMBERS = 100_000;

/** What a resource, or what a PATCH without a path, says of a group. What is not kept is passed over. */
export function readGroup(body: unknown, op: Operation["op"] = "replace"): Read<GroupChanges> {
  if (!isObject(body)) return badRequest("invalidSyntax", "A group must be an object.");
  const changes: GroupChanges = { members: [] };
  for (const [key, value] of Object.entries(body)) {
    const path = readPath(key);
    if (!path.ok) continue;
    const change = changeAt(path.value, value, op);
    if (!change.ok) return change;
    merge(changes, change.value);
  }
  return { ok: true, value: changes };
}

/** What the operations of a PATCH change of a group. All of them, or none. */
export function patchGroup(operations: readonly Operation[]): Read<GroupChanges> {
  const changes: GroupChanges = { members: [] };
  for (const { op, path, value } of operations) {
    const change = path === null ? readGroup(value, op) : changeAt(path, value, op);
    if (!change.ok) return change;
    merge(changes, change.value);
  }
  return { ok: true, value: changes };
}

function merge(changes: GroupChanges, more: GroupChanges): void {
  const members = [...changes.members, ...more.members];
  Object.assign(changes, more, { members });
}

function changeAt(path: ScimPath, value: unknown, op: Operation["op"]): Read<GroupChanges> {
  const nothing: Read<GroupChanges> = { ok: true, value: { members: [] } };
  if (path.schema !== "core") return nothing;
  if (path.name === "members") return changeMembers(path, value, op);
  if (path.filter !== null || path.sub !== null) return nothing;
  if (path.name === "displayname") {
    if (op === "remove") return badRequest("mutability", "displayName can't be removed.");
    return textOf("displayName", value);
  }
  if (path.name === "externalid")
    return op === "remove"
      ? { ok: true, value: { externalId: null, members: [] } }
      : textOf("externalId", value);
  return nothing;
}

function textOf(fact: "displayName" | "externalId", value: unknown): Read<GroupChanges> {
  const read = readText(value, fact);
  if (!read.ok) return read;
  if (read.value !== null && read.value.length > LONGEST)
    return badRequest("invalidValue", `${fact} may have at most ${LONGEST} letters.`);
  return { ok: true, value: { [fact]: read.value, members: [] } };
}

function changeMembers(path: ScimPath, value: unknown, op: Operation["op"]): Read<GroupChanges> {
  const step = (kind: MemberStep["kind"], ids: string[]): Read<GroupChanges> => ({
    ok: true,
    value: { members: [{ kind, ids }] },
  });
  if (path.filter !== null) {
    if (op !== "remove")
      return badRequest("invalidPath", "Members chosen by a filter can only be removed.");
    const chosen = idsIn(path.filter);
    return chosen.ok ? step("remove", chosen.value) : chosen;
  }
  if (op === "remove" && (value === undefined || value === null)) return step("set", []);
  const ids = readMembers(value);
  if (!ids.ok) return ids;
  return step(op === "replace" ? "set" : op, ids.value);
}

/** The ids of members, each in an object, as it is told. */
function readMembers(value: unknown): Read<string[]> {
  if (value === null || value === undefined) return { ok: true, value: [] };
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > MOST_MEMBERS)
    return badRequest("tooMany", `More than ${MOST_MEMBERS} members at once.`);
  const ids: string[] = [];
  for (const each of list) {
    const id = isObject(each) ? member(each, "value") : each;
    if (typeof id !== "string" || id === "")
      return badRequest("invalidValue", "members must be a list of objects with a value.");
    ids.push(id);
  }
  return { ok: true, value: ids };
}

/** The ids that a filter such as `value eq "…"` names, several of them joined by "or". */
function idsIn(filter: string): Read<string[]> {
  const read = readFilter(filter, (name) =>
    name === "value" ? { attribute: "value" } : undefined,
  );
  if (!read.ok) return badRequest("invalidPath", read.detail);
  const ids = named(read.value);
  if (ids === null)
    return badRequest("invalidPath", 'Members are chosen by value eq "…", joined by or.');
  return { ok: true, value: ids };
}

function named(condition: Condition<"value">): string[] | null {
  if (condition.kind === "compare")
    return condition.op === "eq" && typeof condition.value === "string" ? [condition.value] : null;
  if (condition.kind !== "or") return null;
  const all = condition.of.map(named);
  return all.includes(null) ? null : all.flatMap((ids) => ids ?? []);
}

export type GroupFilterName =
  | "id"
  | "displayName"
  | "externalId"
  | "member"
  | "created"
  | "changed";

const NAMES = new Map<string, GroupFilterName>([
  ["id", "id"],
  ["displayname", "displayName"],
  ["externalid", "externalId"],
  ["members", "member"],
  ["members.value", "member"],
  ["meta.created", "created"],
  ["meta.lastmodified", "changed"],
]);

/** What a name in a filter over groups means. */
export function groupFilterName(name: string): { attribute: GroupFilterName } | undefined {
  const prefix = `${CORE_GROUP.toLowerCase()}:`;
  const attribute = NAMES.get(name.startsWith(prefix) ? name.slice(prefix.length) : name);
  return attribute && { attribute };
}
