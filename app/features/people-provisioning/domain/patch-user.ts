import type { Operation } from "./read-patch.ts";
import { changeAt, readUser, type UserChanges } from "./read-user.ts";
import type { Read } from "./scim-fault.ts";
import type { UserFacts } from "./user-attributes.ts";

/** What the operations of a PATCH change of a user, one after the other. All of them, or none. */
export function patchUser(now: UserFacts, operations: readonly Operation[]): Read<UserChanges> {
  const changes: UserChanges = {};
  for (const { op, path, value } of operations) {
    const known = { ...now, ...changes };
    const change = path === null ? readUser(value, known, op) : changeAt(path, value, op, known);
    if (!change.ok) return change;
    Object.assign(changes, change.value);
  }
  return { ok: true, value: changes };
}
