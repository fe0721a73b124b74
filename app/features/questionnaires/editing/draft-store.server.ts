import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { type Draft, draftSchema } from "./draft.ts";
import type { BroughtFile } from "./sheet/brought-file.ts";

export type LockedDraft = { basedOn: number | null; revision: number; draft: Draft };

/** @returns false where the questionnaire has a draft already. */
export async function insertDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { draft, ...row }: { id: string; draft: Draft; basedOn: number | null; changedAt: Date },
): Promise<boolean> {
  const inserted = await tx
    .insertInto("instrumentDraft")
    .values({ organisationId, ...row, ...columnsOf(draft) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("revision")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The draft of a questionnaire, locked; null when there is none. */
export async function lockDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<LockedDraft | null> {
  const row = await tx
    .selectFrom("instrumentDraft")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .select(["basedOn", "revision", "definition"])
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { definition, ...locked } = row;
  return { ...locked, draft: draftSchema.parse(definition) };
}

/** `brought`: what a file brings, null to forget it; left out, it stays. */
export async function updateDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  {
    id,
    draft,
    brought,
    ...saved
  }: {
    id: string;
    draft: Draft;
    revision: number;
    changedAt: Date;
    brought?: BroughtFile | null;
  },
): Promise<void> {
  await tx
    .updateTable("instrumentDraft")
    .set({
      ...saved,
      ...columnsOf(draft),
      ...(brought === undefined ? {} : { brought: brought && JSON.stringify(brought) }),
    })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deleteDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("instrumentDraft")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** Keeps a version of an own questionnaire over a built-in framework, for good. */
export async function insertVersion(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, instrument, createdAt }: { id: string; instrument: Instrument; createdAt: Date },
): Promise<void> {
  const { key, version, name, framework } = instrument;
  await tx
    .insertInto("instrument")
    .values({
      ...{ organisationId, id, key, version, name, createdAt },
      frameworkKey: framework.key,
      frameworkVersion: framework.version,
      definition: JSON.stringify(instrument),
    })
    .execute();
}

function columnsOf(draft: Draft) {
  return { name: draft.name, definition: JSON.stringify(draft) };
}
