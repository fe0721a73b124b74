import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { FileReading } from "../domain/exchange/file-reading.ts";
import { type Change, type Origins, originsSchema } from "../domain/own/declared-changes.ts";
import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";

export type LockedDraft = {
  frameworkId: string;
  basedOn: number | null;
  revision: number;
  definition: OwnFramework;
  origins: Origins;
};

type DraftToKeep = {
  frameworkId: string;
  definition: OwnFramework;
  origins: Origins;
  changedAt: Date;
};

export async function insertOwnFramework(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, createdOn }: { id: string; createdOn: string },
): Promise<void> {
  await tx.insertInto("ownFramework").values({ organisationId, id, createdOn }).execute();
}

/** @returns false where the framework has a draft already. */
export async function insertDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  {
    definition,
    origins,
    reading,
    ...draft
  }: DraftToKeep & { basedOn: number | null; reading: FileReading | null },
): Promise<boolean> {
  const inserted = await tx
    .insertInto("ownFrameworkDraft")
    .values({
      organisationId,
      ...draft,
      ...columnsOf(definition),
      origins: JSON.stringify(origins),
      reading: reading && JSON.stringify(reading),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("revision")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The draft of a framework, locked; null when there is none. */
export async function lockDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  frameworkId: string,
): Promise<LockedDraft | null> {
  const row = await tx
    .selectFrom("ownFrameworkDraft")
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .select(["frameworkId", "basedOn", "revision", "definition", "origins"])
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const definition = ownFrameworkSchema.parse(row.definition);
  return { ...row, definition, origins: originsSchema.parse(row.origins) };
}

export async function updateDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  {
    frameworkId,
    definition,
    origins,
    revision,
    changedAt,
    reading,
  }: DraftToKeep & { revision: number; reading?: FileReading },
): Promise<void> {
  await tx
    .updateTable("ownFrameworkDraft")
    .set({
      ...columnsOf(definition),
      origins: JSON.stringify(origins),
      ...{ revision, changedAt },
      ...(reading && { reading: JSON.stringify(reading) }),
    })
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .execute();
}

/** Removes a draft, and the framework with it when nothing of it was ever published. */
export async function deleteDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  frameworkId: string,
  { whole }: { whole: boolean },
): Promise<void> {
  await tx
    .deleteFrom("ownFrameworkDraft")
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .execute();
  if (!whole) return;
  await tx
    .deleteFrom("ownFramework")
    .where("organisationId", "=", organisationId)
    .where("id", "=", frameworkId)
    .execute();
}

/** Keeps a version for good, and its competencies for what will refer to them. */
export async function insertVersion(
  tx: Tx,
  { organisationId }: OrganisationScope,
  version: {
    frameworkId: string;
    version: number;
    definition: OwnFramework;
    changes: readonly Change[];
    publishedOn: string;
  },
): Promise<void> {
  const { frameworkId, definition, changes } = version;
  const { competencies, levels } = definition;
  await tx
    .insertInto("ownFrameworkVersion")
    .values({
      organisationId,
      ...version,
      ...columnsOf(definition),
      competencies: competencies.length,
      levels: levels.length,
      changes: JSON.stringify(changes),
    })
    .execute();
  for (let at = 0; at < competencies.length; at += ROWS_AT_ONCE) {
    const rows = competencies
      .slice(at, at + ROWS_AT_ONCE)
      .map(({ id }) => ({ organisationId, frameworkId, competencyId: id }));
    await tx
      .insertInto("ownCompetency")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A statement holds 65,535 values at most. */
const ROWS_AT_ONCE = 5_000;

function columnsOf(definition: OwnFramework) {
  return { name: definition.name, definition: JSON.stringify(definition) };
}
