import type { Tx } from "../db/database.server.ts";
import { newId } from "../db/ids.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";

/**
 * What may be due in an organisation: whatever comes by the clock; letters whose job may have been lost; letters that
 * wait for a mail server; pseudonyms of an earlier release.
 */
export type DueWork = "time" | "letters" | "letters-without-server" | "pseudonyms";

const noted = new WeakMap<Tx, Map<string, Date>>();

/**
 * Notes, in the transaction that makes it so, that an organisation has something to do from a moment on. A row of its
 * own each time, so that nobody waits for anybody; one transaction notes the same no more than once.
 */
export async function noteDue(
  tx: Tx,
  { organisationId }: OrganisationScope,
  work: DueWork,
  dueAt: Date,
): Promise<void> {
  const own = noted.get(tx) ?? new Map<string, Date>();
  const earlier = own.get(`${organisationId} ${work}`);
  if (earlier && earlier <= dueAt) return;
  noted.set(tx, own.set(`${organisationId} ${work}`, dueAt));
  await tx.insertInto("due").values({ organisationId, id: newId(), work, dueAt }).execute();
}

/** Which organisations have work of a kind to do by now. Needs a transaction of `asTimekeeper`. */
export function dueOrganisations(tx: Tx, work: DueWork, now: Date): Promise<OrganisationScope[]> {
  return tx
    .selectFrom("due")
    .where("work", "=", work)
    .where("dueAt", "<=", now)
    .select("organisationId")
    .distinct()
    .orderBy("organisationId")
    .execute();
}

/**
 * Takes away everything that was noted of an organisation's work, and leaves one row in its place. @returns the id of
 * that one.
 */
export async function replaceDue(
  tx: Tx,
  { organisationId }: OrganisationScope,
  work: DueWork,
  dueAt: Date,
): Promise<string> {
  await tx
    .deleteFrom("due")
    .where("organisationId", "=", organisationId)
    .where("work", "=", work)
    .execute();
  const id = newId();
  await tx.insertInto("due").values({ organisationId, id, work, dueAt }).execute();
  return id;
}

export async function deleteDue(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("due")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}
