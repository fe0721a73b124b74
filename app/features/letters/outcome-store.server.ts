import type { Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Message } from "~/platform/db/schema.gen.ts";
import { type Claim, free, type MessageKey, unclaimed, whenFree } from "./claim-store.server.ts";

/** What a message is left with once its text is erased: nothing, what its link was made from included. */
export const noText = { html: null, plain: null, way: null };

/** What an erased or withdrawn message is left as: it never leaves. */
export const tooLate = {
  state: "failed",
  lastError: "too-late",
  nextTryAt: null,
  ...noText,
  ...unclaimed,
};

/** Why a letter waits although nobody was asked to take it: no mail server is set. */
export const NO_SERVER = "no-server";

/**
 * The mail server took it. That counts even when the claim has run out meanwhile, so that nobody sends it once more.
 * @returns false when it was settled otherwise before: taken back, given up, or sent by whoever took it over.
 */
export async function markSent(
  tx: Tx,
  { organisationId, id }: Claim,
  sentAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("message")
    .set({ state: "sent", sentAt, lastError: null, nextTryAt: null, ...noText, ...unclaimed })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("state", "in", ["queued", "sending"])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Not taken yet: it waits again, and it is said when it will be tried.
 * @returns false when it will not be: someone else has it now, or it was taken back or erased while it was being sent.
 */
export async function markWaiting(
  tx: Tx,
  claim: Claim,
  lastError: string,
  nextTryAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("message")
    .set({ state: "queued", lastError, nextTryAt, ...unclaimed })
    .where("organisationId", "=", claim.organisationId)
    .where("id", "=", claim.id)
    .where("claimId", "=", claim.claimId)
    .where("html", "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  await settle(tx, claim, tooLate);
  return false;
}

/** Given up. Its text stays until it is erased with what it is about. */
export function markFailed(tx: Tx, claim: Claim, lastError: string): Promise<void> {
  return settle(tx, claim, { state: "failed", lastError, nextTryAt: null, ...unclaimed });
}

/** Its reader's address was changed since, or what its link was about is gone: it never leaves. */
export function markWithoutLink(tx: Tx, claim: Claim): Promise<void> {
  return settle(tx, claim, { ...tooLate, lastError: "no-link" });
}

/** Nobody has this address: its text, and the link in it, is of no more use. */
export function markBounced(tx: Tx, claim: Claim, lastError: string): Promise<void> {
  const changes = { state: "bounced", lastError, nextTryAt: null, ...noText, ...unclaimed };
  return settle(tx, claim, changes);
}

/** Settles what is still this claim's; what someone else has taken over is theirs. */
async function settle(tx: Tx, claim: Claim, changes: Updateable<Message>): Promise<void> {
  await tx
    .updateTable("message")
    .set(changes)
    .where("organisationId", "=", claim.organisationId)
    .where("id", "=", claim.id)
    .where("claimId", "=", claim.claimId)
    .execute();
}

/**
 * A free message is kept to be read, or waits for a mail server to be set. @returns false when it is not free or has no
 * text.
 */
export async function markUnsent(
  tx: Tx,
  key: MessageKey,
  as: "kept" | "without-server",
): Promise<boolean> {
  const kept = { state: "kept", lastError: null };
  const waiting = { state: "queued", lastError: NO_SERVER };
  const { numUpdatedRows } = await tx
    .updateTable("message")
    .set({ ...(as === "kept" ? kept : waiting), nextTryAt: null, ...unclaimed })
    .where("organisationId", "=", key.organisationId)
    .where("id", "in", whenFree(tx, key))
    .where("html", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Why a letter was given up: nothing leaves while its organisation is suspended. It may be sent again afterwards. */
export const SUSPENDED = "suspended";

/** Gives up free messages of an organisation that is suspended, all or one; their text stays. */
export async function markSuspended(
  tx: Tx,
  { organisationId, messageId }: OrganisationScope & { messageId?: string },
): Promise<void> {
  await tx
    .updateTable("message")
    .set({ state: "failed", lastError: SUSPENDED, nextTryAt: null, ...unclaimed })
    .where("organisationId", "=", organisationId)
    .$if(messageId !== undefined, (query) => query.where("id", "=", messageId ?? ""))
    .where(free)
    .where("html", "is not", null)
    .execute();
}

/** A free message whose text was erased never leaves. @returns false when there is none. */
export async function markTooLate(tx: Tx, key: MessageKey): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("message")
    .set(tooLate)
    .where("organisationId", "=", key.organisationId)
    .where("id", "in", whenFree(tx, key))
    .where("html", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
