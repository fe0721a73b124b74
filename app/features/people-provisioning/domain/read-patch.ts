import { readPath, type ScimPath } from "./read-path.ts";
import type { PatchOp } from "./read-user.ts";
import { isObject, member } from "./read-value.ts";
import { badRequest, type Read } from "./scim-fault.ts";

export const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** One operation; without a path, `value` is an object of attributes. */
export type Operation = { op: PatchOp; path: ScimPath | null; value: unknown };

/** More than any provider sends at once. */
const MOST_OPERATIONS = 1_000;
const OPS: readonly PatchOp[] = ["add", "replace", "remove"];

/** Reads the operations of a PATCH, in any letter case. */
export function readPatch(body: unknown): Read<Operation[]> {
  if (!isObject(body)) return badRequest("invalidSyntax", "A PATCH must be an object.");
  const schemas = member(body, "schemas");
  if (!Array.isArray(schemas) || !schemas.includes(PATCH_OP))
    return badRequest("invalidSyntax", `schemas must hold ${PATCH_OP}.`);
  const operations = member(body, "Operations");
  if (!Array.isArray(operations) || operations.length === 0)
    return badRequest("invalidSyntax", "Operations must be a list of at least one.");
  if (operations.length > MOST_OPERATIONS)
    return badRequest("tooMany", `More than ${MOST_OPERATIONS} operations at once.`);
  const read: Operation[] = [];
  for (const operation of operations) {
    const one = readOperation(operation);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return { ok: true, value: read };
}

const READ_ONLY = ["id", "meta", "schemas"];

function readOperation(given: unknown): Read<Operation> {
  if (!isObject(given)) return badRequest("invalidSyntax", "An operation must be an object.");
  const named = member(given, "op");
  const op = OPS.find((each) => typeof named === "string" && each === named.toLowerCase());
  if (!op) return badRequest("invalidSyntax", "op must be add, replace or remove.");
  const value = member(given, "value");
  const path = member(given, "path");
  if (path === undefined || path === null || path === "") {
    if (op === "remove") return badRequest("noTarget", "remove needs a path.");
    if (!isObject(value))
      return badRequest("invalidValue", "Without a path, value must be an object of attributes.");
    return { ok: true, value: { op, path: null, value } };
  }
  if (typeof path !== "string") return badRequest("invalidPath", "path must be text.");
  const read = readPath(path);
  if (!read.ok) return read;
  if (read.value.schema === "core" && READ_ONLY.includes(read.value.name ?? ""))
    return badRequest("mutability", `${read.value.name} can't be changed.`);
  if (op !== "remove" && value === undefined)
    return badRequest("invalidValue", `${path.slice(0, 100)} needs a value.`);
  return { ok: true, value: { op, path: read.value, value } };
}
