import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { free, unclaimed } from "./claim-store.server.ts";

export type MessageToRepeat = {
  id: string;
  kind: string;
  aboutId: string | null;
  toAddress: string;
  state: string;
  hasText: boolean;
  nextTryAt: Date | null;
};

/** A message that HR sees, locked until the transaction ends, so that two presses are one after the other. */
export async function messageToRepeat(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<MessageToRepeat | null> {
  const row = await tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("isPrivate", "=", false)
    .select(["id", "kind", "aboutId", "toAddress", "state", "nextTryAt"])
    .select(sql<boolean>`html IS NOT NULL`.as("hasText"))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Lets a message be sent at once: one that waits for its next try, or was given up and still has its text. */
export async function makeDueNow(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("message")
    .set({ state: "queued", nextTryAt: now, lastError: null, triedSince: null, ...unclaimed })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("html", "is not", null)
    .where((eb) => eb.or([free, eb("state", "=", "failed")]))
    .execute();
}
