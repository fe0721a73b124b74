import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { MemberStep } from "../domain/read-group.ts";
import { badRequest, type Read } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { addMembers, keptAmong, removeMembers } from "./group-store.server.ts";

/** Refuses members whom no provider keeps: whoever is in the directory without one looks the same as nobody. */
export async function unknownMember(
  tx: Tx,
  provider: Provider,
  steps: readonly MemberStep[],
): Promise<Read<void>> {
  const named = steps.filter(({ kind }) => kind !== "remove").flatMap(({ ids }) => ids);
  const kept = await keptAmong(tx, provider, named.filter(isId));
  const unknown = named.find((id) => !kept.has(id.toLowerCase()));
  if (unknown === undefined) return { ok: true, value: undefined };
  return badRequest(
    "invalidValue",
    `members: there is no user with the id ${unknown.slice(0, 100)}.`,
  );
}

/** Does one step after the other. @returns how many came or went. */
export async function changeMembers(
  tx: Tx,
  provider: Provider,
  groupId: string,
  steps: readonly MemberStep[],
): Promise<number> {
  let changed = 0;
  for (const { kind, ids } of steps) {
    const known = ids.filter(isId);
    if (kind === "set") changed += await removeMembers(tx, provider, groupId, { allBut: known });
    if (kind === "remove") changed += await removeMembers(tx, provider, groupId, { ids: known });
    else changed += await addMembers(tx, provider, groupId, known);
  }
  return changed;
}
