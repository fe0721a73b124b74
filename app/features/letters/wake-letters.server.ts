import { everyOrganisation } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { showWaiting, wakeForgotten, wakeWaiting } from "./wake-store.server.ts";

/** Longer than a launch's letters wait for a slow mail server; the tries themselves are a quarter of an hour apart at most. */
const FORGOTTEN_AFTER_MS = 6 * 3_600_000;

const AT_A_TIME = 500;

/**
 * Sees to letters that no job will bring: those that waited because no mail server was set leave now that one is, however long they
 * waited, and are tried for two days from now; those whose job was lost get another. Idempotent, for any number of processes.
 * @throws at the end when it failed for an organisation; the others are done.
 */
export async function wakeLetters(platform: Platform): Promise<void> {
  const { mailer, clock } = platform;
  const faults: unknown[] = [];
  for (const scope of await everyOrganisation(platform)) {
    try {
      const now = clock.now();
      if (mailer.kind === "smtp")
        await inParts(platform, scope, (tx) => wakeWaiting(tx, now, AT_A_TIME));
      if (mailer.kind === "outbox") await inOrganisation(platform, scope, showWaiting);
      const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
      await inParts(platform, scope, (tx) => wakeForgotten(tx, { before, now }, AT_A_TIME));
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, "some letters could not be woken");
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
