import { type ChangedAddress, recordAddressChanges } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addressesOf } from "./address-reads.server.ts";
import { directory } from "./standing-reads.server.ts";
import { type PersonUpdate, updatePeople } from "./store.server.ts";

/** How somebody changes people: by the pages, or by a command of whoever runs the server. */
export type Way = "import" | "command";

/**
 * Replaces everything known about people, with people locked. The one way to another address: links made for the old
 * one end, and nobody gets in by the new one before its wait is over (identity). @returns how many addresses wait.
 */
export async function changePeople(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  way: Way,
  people: readonly PersonUpdate[],
): Promise<number> {
  const before = await addressesOf(
    tx,
    actor,
    people.map(({ id }) => id),
  );
  await updatePeople(tx, actor, people, platform.clock.now());
  const changed = people.flatMap(({ id, email }): ChangedAddress[] => {
    const from = before.get(id) ?? null;
    return from === email ? [] : [{ personId: id, from, to: email }];
  });
  return recordAddressChanges({ ...platform, directory }, tx, actor, way, changed);
}
