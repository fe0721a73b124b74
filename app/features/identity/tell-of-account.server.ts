import type { Tx } from "~/platform/db/database.server.ts";
import { enterOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { membershipsOf } from "./reads.server.ts";
import { recordAudit } from "./record-audit.server.ts";

/** What is done to an account that its owner is told of, by what its audit record says. */
const actions = {
  changed: "account.password-changed",
  "factor-on": "account.second-factor-on",
  "factor-off": "account.second-factor-off",
  recovered: "account.recovery-code-used",
  "passkey-on": "account.passkey-added",
  "passkey-off": "account.passkey-removed",
  "passkey-odd": "account.passkey-refused",
  "address-asked": "account.address-asked",
  "address-stopped": "account.address-stopped",
  "address-moved": "account.address-changed",
} as const;

/**
 * Tells the owner of an account by letter what was done to it, and every organisation of theirs in its audit record. In
 * the transaction of the account that does it.
 */
export async function tellOfAccount(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  accountId: string,
  about: keyof typeof actions,
): Promise<void> {
  await platform.jobs.enqueue(tx, "account-letter", [{ accountId, about }]);
  for (const { organisationId } of await membershipsOf(tx, accountId)) {
    await enterOrganisation(tx, { organisationId });
    const entry = { action: actions[about], subjectKind: "account" };
    await recordAudit(platform, tx, { organisationId, accountId }, entry);
  }
}
