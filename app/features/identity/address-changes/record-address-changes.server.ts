import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { takeAppointments } from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { type ChangeDecision, decideChange, stateAt } from "../domain/address-change.ts";
import { waitFor } from "../domain/address-wait.ts";
import { isSettled, noSecond } from "../domain/second-person.ts";
import { organisationStanding } from "../reads.server.ts";
import { recordAudit } from "../record-audit.server.ts";
import { accountAddresses } from "./account-address-reads.server.ts";
import {
  insertChanges,
  latestChanges,
  type NewChange,
  type StoredChange,
  supersede,
} from "./address-change-store.server.ts";
import { officeHolders } from "./office-holders.server.ts";

/** Somebody's address in the directory, before and after. */
export type ChangedAddress = { personId: string; from: string | null; to: string | null };

type Parts = Pick<Platform, "clock" | "jobs"> & { directory: Directory };
type Decided = ChangedAddress & { last: StoredChange | null; decision: ChangeDecision };

/**
 * Notes that addresses were changed, in the transaction that changes them; from then on what `holdsOn` says of these
 * people holds, and the old addresses are told. Everything that changes an address calls it, all it changes at once.
 * @returns how many wait.
 */
export async function recordAddressChanges(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  way: "hand" | "import" | "command" | "provisioning",
  changed: readonly ChangedAddress[],
): Promise<number> {
  if (changed.length === 0) return 0;
  const now = parts.clock.now();
  const decided = await decideChanges(tx, actor, changed, now, true);
  await supersede(tx, actor, decided.flatMap(endedBy(now)), now);
  const waitDays = waitFor((await organisationStanding(tx, actor)).addressWait, now);
  const [maker] = await officeHolders(parts, tx, actor, [actor.accountId]);
  const count = maker !== undefined && isSettled(maker, now, waitDays);
  const batchId = newId();
  const rows = decided.flatMap(({ personId, to, last, decision }): NewChange[] => {
    if (decision.kind !== "held") return [];
    const { oldAddress, state } = decision;
    const before = isOpen(last, now) ? last : null;
    const makers = [...new Set([...(before?.makers ?? []), actor.accountId])];
    const makersCount = count && (before?.makersCount ?? true);
    const made = { makers, makersCount, way, waitDays, batchId };
    return [{ ...made, id: newId(), personId, oldAddress, newAddress: to, state }];
  });
  await insertChanges(tx, actor, rows, now);
  if (rows.length === 0) return 0;
  // Whoever changes an address would else open the account, and with it the office, that was meant for somebody.
  const heldIds = rows.map(({ personId }) => personId);
  for (const subjectId of await takeAppointments(tx, actor, heldIds))
    await recordAudit(parts, tx, actor, {
      ...{ action: "administrator.appointment-withdrawn", subjectKind: "person", subjectId },
      detail: { readdressed: true },
    });
  await recordAudit(parts, tx, actor, {
    action: "addresses.changed",
    subjectKind: "address-changes",
    subjectId: batchId,
    detail: { way, waiting: rows.length, days: waitDays, twoPossible: count },
  });
  const { organisationId } = actor;
  await parts.jobs.enqueue(tx, "tell-of-addresses", [{ organisationId }]);
  return rows.length;
}

/** What would come of changes made now. */
type Foreseen = {
  waitDays: number;
  /** Of those that would wait, the address known to be theirs and the new one. */
  waiting: { personId: string; oldAddress: string | null; newAddress: string | null }[];
  /** How many administrators could agree for a second. */
  seconds: number;
};

/** Which of these changes would wait, were they made now, and how many could agree to them. Changes nothing. */
export async function foreseeAddressChanges(
  parts: Pick<Parts, "clock" | "directory">,
  tx: Tx,
  actor: Actor,
  changed: readonly ChangedAddress[],
): Promise<Foreseen> {
  const now = parts.clock.now();
  const decided = await decideChanges(tx, actor, changed, now, false);
  const waitDays = waitFor((await organisationStanding(tx, actor)).addressWait, now);
  const waiting = decided.flatMap(({ decision, personId, to }) =>
    decision.kind === "held" ? [{ personId, oldAddress: decision.oldAddress, newAddress: to }] : [],
  );
  if (waiting.length === 0) return { waitDays, waiting, seconds: 0 };
  const holders = await officeHolders(parts, tx, actor);
  const maker = holders.find(({ accountId }) => accountId === actor.accountId);
  const makersCount = maker !== undefined && isSettled(maker, now, waitDays);
  const change = { changedAt: now, waitDays, makers: [actor.accountId], makersCount };
  const seconds = holders.filter((each) => noSecond(change, each) === null).length;
  return { waitDays, waiting, seconds };
}

async function decideChanges(
  tx: Tx,
  actor: Actor,
  changed: readonly ChangedAddress[],
  now: Date,
  lock: boolean,
): Promise<Decided[]> {
  const ids = changed.map(({ personId }) => personId);
  const lasts = await latestChanges(tx, actor, ids, { lock });
  const accounts = await accountAddresses(tx, actor, ids);
  return changed.map((each) => {
    const last = lasts.get(each.personId) ?? null;
    const accountAddress = accounts.get(each.personId) ?? null;
    const before = { address: each.from, last, accountAddress };
    return { ...each, last, decision: decideChange(before, each.to, now) };
  });
}

function isOpen(last: StoredChange | null, now: Date): last is StoredChange {
  const state = last && stateAt(last, now);
  return state === "waiting" || state === "refused";
}

/** What becomes of the change before, if there was one. */
function endedBy(now: Date) {
  return ({ last, decision }: Decided) => {
    if (!last || decision.kind === "none") return [];
    const latest = decision.kind === "returned";
    const ended = latest ? ("returned" as const) : ("replaced" as const);
    const state = isOpen(last, now) ? ended : stateAt(last, now);
    return [{ id: last.id, state, latest }];
  };
}
