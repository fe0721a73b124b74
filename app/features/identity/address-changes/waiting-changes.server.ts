import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "../directory.ts";
import { type Actor, PROVISIONING } from "../domain/actor.ts";
import { holdOf } from "../domain/address-change.ts";
import { domainMoves } from "../domain/domain-move.ts";
import { type NoSecond, noSecond } from "../domain/second-person.ts";
import { maySeeHolds } from "../policy.ts";
import { organisationStanding } from "../reads.server.ts";
import { accountNames } from "./account-address-reads.server.ts";
import { openChanges, type StoredChange } from "./address-change-store.server.ts";
import { officeHolders } from "./office-holders.server.ts";

type Parts = Pick<Platform, "clock"> & { directory: Directory };

/** A change that keeps somebody's ways in shut, as administrators see it. */
export type WaitingChange = {
  id: string;
  personId: string;
  from: string | null;
  to: string | null;
  /** Who changed it, by name; null among them: whoever runs the server. */
  makers: (string | null)[];
  /** Whether an identity provider did, too. */
  provisioned: boolean;
  /** Calendar dates where the organisation is; `until` is null where its owner refused. */
  changedOn: string;
  until: string | null;
  /** Why whoever looks is no second person for it; null: they may agree. */
  noSecond: NoSecond | null;
  /** How many others may. */
  others: number;
};

/** What was changed at once from one domain to another, and may be agreed to at once. */
export type WaitingMove = {
  batchId: string;
  from: string;
  to: string;
  count: number;
  ids: string[];
  noSecond: NoSecond | null;
};

export type Waiting = { changes: WaitingChange[]; moves: WaitingMove[] };

/**
 * Every change that waits, or those of some people, the newest first. Administrators only: nothing for everyone else.
 */
export async function waitingChanges(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  personIds: readonly string[] | "all" = "all",
): Promise<Waiting> {
  if (!maySeeHolds(actor, personIds)) return { changes: [], moves: [] };
  const now = parts.clock.now();
  const wanted = personIds === "all" ? null : new Set(personIds);
  const open = (await openChanges(tx, actor)).filter(
    (change) => holdOf(change, now) !== null && (wanted?.has(change.personId) ?? true),
  );
  if (open.length === 0) return { changes: [], moves: [] };
  const holders = await officeHolders(parts, tx, actor);
  const self = holders.find(({ accountId }) => accountId === actor.accountId);
  const names = await accountNames(tx, [...new Set(open.flatMap(({ makers }) => makers))]);
  const zone = zoneAmong((await organisationStanding(tx, actor)).timeZone);
  const ownReason = (change: StoredChange) => (self ? noSecond(change, self) : "out");
  const changes = open.map((change): WaitingChange => {
    const { id, personId, oldAddress, newAddress, makers, changedAt } = change;
    const until = holdOf(change, now)?.until ?? null;
    return {
      ...{ id, personId, from: oldAddress, to: newAddress },
      makers: makers
        .filter((maker) => maker !== PROVISIONING)
        .map((maker) => names.get(maker) ?? null),
      provisioned: makers.includes(PROVISIONING),
      changedOn: dateIn(zone, changedAt),
      until: until && dateIn(zone, until),
      noSecond: ownReason(change),
      others: holders.filter((each) => each !== self && noSecond(change, each) === null).length,
    };
  });
  return { changes, moves: movesOf(open, ownReason) };
}

function movesOf(
  open: readonly StoredChange[],
  ownReason: (change: StoredChange) => NoSecond | null,
): WaitingMove[] {
  const waiting = open.filter(({ state }) => state === "waiting");
  const batches = Map.groupBy(waiting, ({ batchId }) => batchId);
  return [...batches].flatMap(([batchId, own]) =>
    domainMoves(own).map(({ from, to, changes }) => {
      const reasons = changes.map(ownReason);
      const refused = reasons.every((reason) => reason !== null);
      return {
        ...{ batchId, from, to, count: changes.length },
        ids: changes.map(({ id }) => id),
        noSecond: refused ? (reasons[0] ?? null) : null,
      };
    }),
  );
}
