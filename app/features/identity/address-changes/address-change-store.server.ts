import { type Selectable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { AddressChange as Row } from "~/platform/db/schema.gen.ts";
import type { AddressChange, ChangeState } from "../domain/address-change.ts";
import { changeState } from "../hold-reads.server.ts";

/** A change as it is stored, with who made it. */
export type StoredChange = AddressChange & {
  id: string;
  personId: string;
  batchId: string;
  makers: string[];
  makersCount: boolean;
};

/** How a change was settled by people, and by whom. */
export type Settling = {
  how: "old-address" | "own-account" | "second-administrator";
  by: string | null;
};

export const CHANGE_COLUMNS = [
  "id",
  "personId",
  "batchId",
  "oldAddress",
  "newAddress",
  "changedAt",
  "waitDays",
  "state",
  "makers",
  "makersCount",
] as const;

function latest(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("addressChange")
    .where("organisationId", "=", scope.organisationId)
    .where("isLatest", "=", true)
    .select(CHANGE_COLUMNS);
}

/** The last change of each of these people's addresses, by person. With `lock`, nobody settles them meanwhile. */
export async function latestChanges(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  { lock = false } = {},
): Promise<Map<string, StoredChange>> {
  const rows = await latest(tx, scope)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .orderBy("id")
    .$if(lock, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.personId, storedChange(row)]));
}

/** One change, locked, unless the address was changed again since. */
export async function lockLatestChange(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<StoredChange | null> {
  const row = await latest(tx, scope).where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? storedChange(row) : null;
}

/** What was changed together and still waits, locked. */
export async function lockWaitingOf(
  tx: Tx,
  scope: OrganisationScope,
  batchId: string,
): Promise<StoredChange[]> {
  const rows = await latest(tx, scope)
    .where("batchId", "=", batchId)
    .where("state", "=", "waiting")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(storedChange);
}

/** Everything that waits for a word, the newest first. */
export async function openChanges(tx: Tx, scope: OrganisationScope): Promise<StoredChange[]> {
  const rows = await latest(tx, scope)
    .where("state", "in", ["waiting", "refused"])
    .orderBy("changedAt", "desc")
    .orderBy("id")
    .execute();
  return rows.map(storedChange);
}

/** Ends changes as another one of the same people's addresses does. */
export async function supersede(
  tx: Tx,
  scope: OrganisationScope,
  changes: readonly { id: string; state: ChangeState; latest: boolean }[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    UPDATE address_change
       SET state = given.state, is_latest = given.latest, settled_at = coalesce(settled_at, ${at})
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS given (id uuid, state text, latest boolean)
     WHERE organisation_id = ${scope.organisationId}::uuid AND address_change.id = given.id
  `.execute(tx);
}

export type NewChange = Omit<StoredChange, "state" | "changedAt"> & {
  state: "waiting" | "refused";
  way: "hand" | "import" | "command" | "provisioning";
};

/** Stores changes as the last of their people's. Those before are to be superseded first. */
export async function insertChanges(
  tx: Tx,
  scope: OrganisationScope,
  changes: readonly NewChange[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    ...{ id: change.id, person_id: change.personId, batch_id: change.batchId },
    ...{ old_address: change.oldAddress, new_address: change.newAddress },
    ...{ makers: change.makers, makers_count: change.makersCount, way: change.way },
    ...{ wait_days: change.waitDays, state: change.state },
  }));
  const columns = sql.raw(
    "id, person_id, batch_id, old_address, new_address, makers, makers_count, way, wait_days, state",
  );
  const types = sql.raw(
    "id uuid, person_id uuid, batch_id uuid, old_address text, new_address text, makers text[], makers_count boolean, way text, wait_days smallint, state text",
  );
  await sql`
    INSERT INTO address_change (organisation_id, ${columns}, changed_at, is_latest)
    SELECT ${scope.organisationId}::uuid, ${columns}, ${at}, true
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (${types})
  `.execute(tx);
}

/** Settles changes by somebody's word. */
export async function settle(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
  state: "confirmed" | "refused",
  { how, by, at }: Settling & { at: Date },
): Promise<void> {
  await tx
    .updateTable("addressChange")
    .set({ state, settledAt: at, settledHow: how, settledBy: by, followedAt: null })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .execute();
}

export function storedChange(
  row: Pick<Selectable<Row>, (typeof CHANGE_COLUMNS)[number]>,
): StoredChange {
  return { ...row, state: changeState(row.state) };
}
