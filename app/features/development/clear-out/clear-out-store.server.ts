import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type {
  ClearOut,
  ClearOutMember,
  Needless,
  NeedlessForm,
  NeedlessKind,
  NeedlessState,
  StoppedAnswer,
} from "../domain/clear-out/clear-out.ts";

/** A clear-out whole, whoever may read it: ask `readerOfClearOut` before any of it is shown. */
export type StoredClearOut = ClearOut & { members: ClearOutMember[]; items: Needless[] };

/** These clear-outs, the latest first: one by its id, or all that somebody leads or was asked in. */
export async function storedClearOuts(
  tx: Tx,
  { organisationId }: OrganisationScope,
  which: { id: string } | { personId: string },
): Promise<StoredClearOut[]> {
  const rows = await tx
    .selectFrom("clearOut")
    .where("organisationId", "=", organisationId)
    .where((eb) =>
      "id" in which
        ? eb("id", "=", which.id)
        : eb.or([
            eb("leaderId", "=", which.personId),
            eb(
              "id",
              "in",
              eb
                .selectFrom("clearOutMember")
                .where("organisationId", "=", organisationId)
                .where("personId", "=", which.personId)
                .select("clearOutId"),
            ),
          ]),
    )
    .select(["id", "leaderId", "begunOn", "closedOn"])
    .orderBy("id", "desc")
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const members = await membersOf(tx, { organisationId }, ids);
  const items = await itemsOf(tx, { organisationId }, ids);
  return rows.map((row) => ({
    ...row,
    members: (members.get(row.id) ?? []).map(({ clearOutId: _, ...member }) => member),
    items: (items.get(row.id) ?? []).map(({ clearOutId: _, ...item }) => item),
  }));
}

async function membersOf(tx: Tx, { organisationId }: OrganisationScope, ids: readonly string[]) {
  const rows = await tx
    .selectFrom("clearOutMember")
    .where("organisationId", "=", organisationId)
    .where("clearOutId", "=", sql<string>`ANY(${ids}::uuid[])`)
    .select(["clearOutId", "personId", "nothingOn"])
    .orderBy("personId")
    .execute();
  return Map.groupBy(rows, ({ clearOutId }) => clearOutId);
}

async function itemsOf(tx: Tx, { organisationId }: OrganisationScope, ids: readonly string[]) {
  const rows = await tx
    .selectFrom("clearOutItem")
    .where("organisationId", "=", organisationId)
    .where("clearOutId", "=", sql<string>`ANY(${ids}::uuid[])`)
    .select(["id", "clearOutId", "authorId", "kind", "words", "why"])
    .select(["state", "decidedOn", "checkOn"])
    .orderBy("id")
    .execute();
  const answers = await tx
    .selectFrom("clearOutAnswer")
    .where("organisationId", "=", organisationId)
    .where("itemId", "=", sql<string>`ANY(${rows.map(({ id }) => id)}::uuid[])`)
    .select(["itemId", "personId", "answer"])
    .orderBy("personId")
    .execute();
  const byItem = Map.groupBy(answers, ({ itemId }) => itemId);
  const items = rows.map((row) => ({
    ...row,
    ...{ kind: row.kind as NeedlessKind, state: row.state as NeedlessState },
    answers: (byItem.get(row.id) ?? []).map(({ personId, answer }) => ({
      ...{ personId, answer: answer as StoppedAnswer },
    })),
  }));
  return Map.groupBy(items, ({ clearOutId }) => clearOutId);
}

/** Nobody else begins or changes a clear-out of this leader until the transaction is over. */
export async function lockClearOuts(
  tx: Tx,
  { organisationId }: OrganisationScope,
  leaderId: string,
): Promise<void> {
  const key = `clear-outs of ${organisationId} ${leaderId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertClearOut(
  tx: Tx,
  { organisationId }: OrganisationScope,
  clearOut: Pick<ClearOut, "id" | "leaderId" | "begunOn">,
  members: readonly string[],
): Promise<void> {
  await tx
    .insertInto("clearOut")
    .values({ organisationId, ...clearOut })
    .execute();
  if (members.length === 0) return;
  await tx
    .insertInto("clearOutMember")
    .values(members.map((personId) => ({ organisationId, clearOutId: clearOut.id, personId })))
    .execute();
}

export async function closeClearOut(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  closedOn: string,
): Promise<void> {
  await tx
    .updateTable("clearOut")
    .set({ closedOn })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function setNothing(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { clearOutId, personId }: { clearOutId: string; personId: string },
  nothingOn: string,
): Promise<void> {
  await tx
    .updateTable("clearOutMember")
    .set({ nothingOn })
    .where("organisationId", "=", organisationId)
    .where("clearOutId", "=", clearOutId)
    .where("personId", "=", personId)
    .execute();
}

export async function insertNeedless(
  tx: Tx,
  { organisationId }: OrganisationScope,
  item: NeedlessForm & { id: string; clearOutId: string; authorId: string },
): Promise<void> {
  await tx
    .insertInto("clearOutItem")
    .values({ organisationId, ...item })
    .execute();
}

export async function updateNeedless(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Pick<Needless, "state" | "decidedOn" | "checkOn">,
): Promise<void> {
  await tx
    .updateTable("clearOutItem")
    .set(facts)
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deleteNeedless(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("clearOutItem")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** What somebody says of something that was stopped, in the place of what they said before. */
export async function putAnswer(
  tx: Tx,
  { organisationId }: OrganisationScope,
  given: { itemId: string; personId: string; answer: StoppedAnswer; answeredOn: string },
): Promise<void> {
  await tx
    .insertInto("clearOutAnswer")
    .values({ organisationId, ...given })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "itemId", "personId"])
        .doUpdateSet({ answer: given.answer, answeredOn: given.answeredOn }),
    )
    .execute();
}

/** Forgets what was answered about something that is undecided again. */
export async function deleteAnswers(
  tx: Tx,
  { organisationId }: OrganisationScope,
  itemId: string,
): Promise<void> {
  await tx
    .deleteFrom("clearOutAnswer")
    .where("organisationId", "=", organisationId)
    .where("itemId", "=", itemId)
    .execute();
}
