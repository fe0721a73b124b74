import type { Clock } from "../clock/clock.ts";
import type { Database, Tx } from "../db/database.server.ts";
import {
  asTimekeeper,
  inOrganisation,
  type OrganisationScope,
} from "../db/in-organisation.server.ts";
import {
  type DueWork,
  deleteDue,
  dueOrganisations,
  noteDue,
  replaceDue,
} from "./due-store.server.ts";

export type Visit = {
  /** Does what is due. Safe to run at any time and twice at once. */
  work: (scope: OrganisationScope) => Promise<unknown>;
  /**
   * When the organisation has something to do again, as it stands now; null when only a change can bring that about.
   */
  next: (tx: Tx, scope: OrganisationScope, now: Date) => Promise<Date | null>;
  /** How long after a visit that failed the next may be made, in milliseconds. */
  retryAfterMs?: number;
};

/** Before the next time that somebody comes by the clock. */
const RETRY_AFTER_MS = 10 * 60_000;

/**
 * Visits the organisations that have work of a kind to do by now, and no others, and notes when each is to be visited
 * next. What is noted of one is taken away before it is looked at: whoever changes something meanwhile notes it anew,
 * so nothing is missed. Where a visit fails or its process dies, it is made again.
 * @returns how many were visited. @throws at the end when visits failed; all others are done.
 */
export async function visitDue(
  platform: { database: Database; clock: Clock },
  work: DueWork,
  visit: Visit,
): Promise<number> {
  const now = platform.clock.now();
  const scopes = await asTimekeeper(platform, (tx) => dueOrganisations(tx, work, now));
  const faults: unknown[] = [];
  for (const scope of scopes) {
    try {
      const again = new Date(now.getTime() + (visit.retryAfterMs ?? RETRY_AFTER_MS));
      const id = await inOrganisation(platform, scope, (tx) => replaceDue(tx, scope, work, again));
      await visit.work(scope);
      await inOrganisation(platform, scope, async (tx) => {
        const next = await visit.next(tx, scope, platform.clock.now());
        await deleteDue(tx, scope, id);
        if (next) await noteDue(tx, scope, work, next);
      });
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `some of what was due failed: ${work}`);
  return scopes.length;
}
