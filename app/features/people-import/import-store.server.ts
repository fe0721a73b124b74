import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import {
  type ImportCounts,
  type ImportState,
  importCounts,
  importState,
} from "./domain/import-state.ts";

/** A file between upload and confirmation. */
export type PendingImport = {
  id: string;
  fileName: string;
  settings: ImportState;
  createdAt: Date;
};

export async function insertImport(
  tx: Tx,
  scope: OrganisationScope,
  { settings, ...pending }: PendingImport & { content: Buffer; createdBy: string },
): Promise<void> {
  const { organisationId } = scope;
  const mapping = JSON.stringify(settings);
  await tx
    .insertInto("peopleImport")
    .values({ organisationId, ...pending, mapping, state: "uploaded" })
    .execute();
}

/** The import, if it still waits for a decision. With `lock`, nobody else can decide meanwhile. */
export async function loadPendingImport(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  { lock = false } = {},
): Promise<PendingImport | null> {
  const row = await tx
    .selectFrom("peopleImport")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .select(["fileName", "mapping", "createdAt"])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return null;
  const { fileName, createdAt } = row;
  return { id, fileName, createdAt, settings: importState.parse(row.mapping) };
}

/** The file of an import that still waits for a decision. */
export async function loadPendingFile(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("peopleImport")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .select("content")
    .executeTakeFirst();
  return row?.content ?? null;
}

/** How an import ended; null when it has not, or never was. */
export async function loadEndedImport(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ fileName: string; counts: ImportCounts | null } | null> {
  const row = await tx
    .selectFrom("peopleImport")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .where("state", "!=", "uploaded")
    .select(["fileName", "result"])
    .executeTakeFirst();
  return row ? { fileName: row.fileName, counts: importCounts.nullable().parse(row.result) } : null;
}

/** @returns false when the import no longer waits for a decision. */
export async function saveImportSettings(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  settings: ImportState,
): Promise<boolean> {
  const result = await tx
    .updateTable("peopleImport")
    .set({ mapping: JSON.stringify(settings) })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends an import and erases the file. @returns false when it had already ended. */
export async function finishImport(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  end: { state: "confirmed"; result: ImportCounts; at: Date } | { state: "discarded"; at: Date },
): Promise<boolean> {
  const result = end.state === "confirmed" ? JSON.stringify(end.result) : null;
  const updated = await tx
    .updateTable("peopleImport")
    .set({ state: end.state, content: null, mapping: "{}", result, finishedAt: end.at })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .where("state", "=", "uploaded")
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Erases files that nobody came back to. */
export async function discardImportsBefore(
  tx: Tx,
  scope: OrganisationScope,
  before: Date,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("peopleImport")
    .set({ state: "discarded", content: null, mapping: sql`'{}'`, finishedAt: at })
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "uploaded")
    .where("createdAt", "<=", before)
    .execute();
}

/** Since when the file that waits longest does; null when none waits. */
export async function firstPendingSince(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const row = await tx
    .selectFrom("peopleImport")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "uploaded")
    .select((eb) => eb.fn.min("createdAt").as("since"))
    .executeTakeFirst();
  return row?.since ?? null;
}

/** How many files wait to be confirmed. */
export async function countPendingImports(tx: Tx, scope: OrganisationScope): Promise<number> {
  const { count } = await tx
    .selectFrom("peopleImport")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "uploaded")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Erases every file that waits, with its name, and the names of earlier files that tell one of these people's. */
export async function eraseImportFiles(
  tx: Tx,
  { organisationId }: OrganisationScope,
  names: readonly string[],
  at: Date,
): Promise<void> {
  const own = tx.updateTable("peopleImport").where("organisationId", "=", organisationId);
  await own
    .set({ state: "discarded", content: null, mapping: sql`'{}'`, finishedAt: at, fileName: "–" })
    .where("state", "=", "uploaded")
    .execute();
  for (const name of names)
    await own
      .set({ fileName: "–" })
      .where(sql<boolean>`position(lower(${name}) IN lower(file_name)) > 0`)
      .execute();
}
