import type { Tx } from "~/platform/db/database.server.ts";
import {
  markSettled,
  type Spoken,
  type Withdrawn,
  withdrawnSince,
  withdrawWaiting,
} from "./store.server.ts";

export type { Withdrawn };

/** Takes back messages of a kind that still wait: those about one subject, or those that speak of anything but some. */
export function withdrawMessages(tx: Tx, kind: string, spoken: Spoken): Promise<void> {
  return withdrawWaiting(tx, kind, spoken);
}

/** What was taken back or erased before it could leave, and has not been settled. */
export function withdrawnMessages(tx: Tx, kind: string, since: Date): Promise<Withdrawn[]> {
  return withdrawnSince(tx, kind, since);
}

/** Settles such messages: whatever should leave instead was queued in the same transaction. */
export function settleWithdrawn(tx: Tx, ids: readonly string[]): Promise<void> {
  return markSettled(tx, ids);
}
