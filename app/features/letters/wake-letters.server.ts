import { isSuspended } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { visitDue } from "~/platform/due/visit-due.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { FORGOTTEN_AFTER_MS } from "./domain/forgotten.ts";
import { markSuspended } from "./outcome-store.server.ts";
import { nextForgotten, showWaiting, wakeForgotten, wakeWaiting } from "./wake-store.server.ts";

const AT_A_TIME = 500;

/**
 * Sees to letters that no job will bring: those that waited because no mail server was set leave now that one is,
 * however long they waited, and are tried for two days from now; those whose job was lost get another. Looks only where
 * there are such letters. Idempotent, for any number of processes. @throws at the end when it failed for an
 * organisation; the others are done.
 */
export async function wakeLetters(platform: Platform): Promise<void> {
  const { mailer, clock } = platform;
  const faults: unknown[] = [];
  const noting = (error: unknown) => faults.push(error);
  if (mailer.kind !== "none")
    await visitDue(platform, "letters-without-server", {
      work: unlessSuspended(platform, (scope) =>
        mailer.kind === "smtp"
          ? inParts(platform, scope, (tx) => wakeWaiting(tx, scope, clock.now(), AT_A_TIME))
          : inOrganisation(platform, scope, (tx) => showWaiting(tx, scope)),
      ),
      next: async () => null,
    }).catch(noting);
  await visitDue(platform, "letters", {
    work: unlessSuspended(platform, (scope) => {
      const now = clock.now();
      const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
      return inParts(platform, scope, (tx) => wakeForgotten(tx, scope, { before, now }, AT_A_TIME));
    }),
    next: (tx, scope) => nextForgotten(tx, scope, FORGOTTEN_AFTER_MS),
  }).catch(noting);
  if (faults.length > 0) throw new AggregateError(faults, "some letters could not be woken");
}

/** Wakes nothing while nobody gets in: what waits is given up, so that nothing leaves late when they do again. */
function unlessSuspended(platform: Platform, wake: (scope: OrganisationScope) => Promise<void>) {
  return async (scope: OrganisationScope) => {
    const suspended = await inOrganisation(platform, scope, async (tx) => {
      const found = await isSuspended(tx, scope);
      if (found) await markSuspended(tx, scope);
      return found;
    });
    if (!suspended) await wake(scope);
  };
}

/** Makes letters due with a job for each, a few hundred in each transaction. */
async function inParts(
  platform: Platform,
  scope: OrganisationScope,
  wake: (tx: Tx) => Promise<string[]>,
): Promise<void> {
  const { organisationId } = scope;
  let woken: string[];
  do {
    woken = await inOrganisation(platform, scope, async (tx) => {
      const ids = await wake(tx);
      const orders = ids.map((messageId) => ({ organisationId, messageId }));
      await platform.jobs.enqueue(tx, "send-message", orders);
      return ids;
    });
  } while (woken.length === AT_A_TIME);
}
