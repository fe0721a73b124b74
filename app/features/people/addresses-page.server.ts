import {
  officeHolders,
  type WaitingChange,
  type WaitingMove,
  waitingChanges,
} from "~/features/identity/index.server.ts";
import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleByIds } from "./colleague-reads.server.ts";
import { type Page, pageOf } from "./domain/page-of.ts";
import { directory } from "./standing-reads.server.ts";

export type NamedChange = WaitingChange & { name: string };

export type AddressesPage = {
  changes: Page<NamedChange>;
  moves: WaitingMove[];
  /** There is nobody else who administers and is in. */
  alone: boolean;
};

/** Every changed address that waits, and what may be agreed to. Administrators only: null for everyone else. */
export async function readAddressesPage(
  platform: Platform,
  actor: Actor,
  page: string | null,
): Promise<AddressesPage | null> {
  if (!mayAdminister(actor)) return null;
  const parts = { ...platform, directory };
  return inOrganisation(platform, actor, async (tx) => {
    const { changes, moves } = await waitingChanges(parts, tx, actor);
    const shown = pageOf(changes, page);
    const ids = shown.entries.map(({ personId }) => personId);
    const names = new Map((await peopleByIds(tx, actor, ids)).map(({ id, name }) => [id, name]));
    const entries = shown.entries.map((change) => ({
      ...change,
      name: names.get(change.personId) ?? "",
    }));
    const others = (await officeHolders(parts, tx, actor)).filter(
      ({ accountId, present }) => present && accountId !== actor.accountId,
    );
    return { changes: { ...shown, entries }, moves, alone: others.length === 0 };
  });
}

/** The change of one person's address that waits, if any. Administrators only. */
export async function readWaitingChange(
  platform: Platform,
  actor: Actor,
  personId: string,
): Promise<WaitingChange | null> {
  if (!mayAdminister(actor)) return null;
  const parts = { ...platform, directory };
  const { changes } = await inOrganisation(platform, actor, (tx) =>
    waitingChanges(parts, tx, actor, [personId]),
  );
  return changes[0] ?? null;
}

/** How many changed addresses wait for a second administrator's word, of those to whom this actor may give it. */
export async function countToAgree(platform: Platform, actor: Actor): Promise<number> {
  const parts = { ...platform, directory };
  const { changes } = await inOrganisation(platform, actor, (tx) =>
    waitingChanges(parts, tx, actor),
  );
  return changes.filter(({ noSecond }) => noSecond === null).length;
}
