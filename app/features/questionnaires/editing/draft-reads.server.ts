import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import {
  type InstrumentWithFramework,
  instrumentById,
} from "../instruments/instrument-reads.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import { type Draft, draftSchema, idOfOwn } from "./draft.ts";
import type { BroughtFile } from "./sheet/brought-file.ts";

export type KeptVersion = {
  id: string;
  key: string;
  version: number;
  name: string;
  createdAt: Date;
};

/** Every version of every questionnaire, those of one by its key alone, the newest first; to those who keep them. */
export async function keptVersions(tx: Tx, actor: Actor, key?: string): Promise<KeptVersion[]> {
  if (!mayKeepQuestionnaires(actor)) return [];
  const rows = tx
    .selectFrom("instrument")
    .where("organisationId", "=", actor.organisationId)
    .where("offered", "=", true)
    .select(["id", "key", "version", "name", "createdAt"])
    .orderBy("key")
    .orderBy("version", "desc");
  return (key === undefined ? rows : rows.where("key", "=", key)).execute();
}

/** Drafts, without what is in them. */
export async function draftsInWork(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; name: string; basedOn: number | null }[]> {
  if (!mayKeepQuestionnaires(actor)) return [];
  return tx
    .selectFrom("instrumentDraft")
    .where("organisationId", "=", actor.organisationId)
    .select(["id", "name", "basedOn"])
    .orderBy("name")
    .execute();
}

export type KeptDraft = {
  id: string;
  draft: Draft;
  revision: number;
  basedOn: number | null;
  brought: BroughtFile | null;
};

/** The draft of a questionnaire by its key; null when there is none, or for everyone but those who keep them. */
export async function keptDraft(tx: Tx, actor: Actor, key: string): Promise<KeptDraft | null> {
  const id = idOfOwn(key);
  if (!mayKeepQuestionnaires(actor) || id === null) return null;
  const row = await tx
    .selectFrom("instrumentDraft")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", id)
    .select(["definition", "revision", "basedOn", "brought"])
    .executeTakeFirst();
  if (!row) return null;
  const { definition, brought, ...about } = row;
  return {
    ...about,
    id,
    draft: draftSchema.parse(definition),
    brought: brought as unknown as BroughtFile | null,
  };
}

/** A version with its framework, the newest unless told; null when there is none, or nobody may see it here. */
export async function keptVersion(
  tx: Tx,
  actor: Actor,
  key: string,
  version?: number,
): Promise<(InstrumentWithFramework & { createdAt: Date }) | null> {
  const versions = await keptVersions(tx, actor, key);
  const row = versions.find((each) => version === undefined || each.version === version);
  const found = row && (await instrumentById(tx, actor, row.id));
  return found ? { ...found, createdAt: row.createdAt } : null;
}

/** Keys that items of earlier versions had: no other item gets one of them. */
export async function usedItemKeys(
  tx: Tx,
  { organisationId }: OrganisationScope,
  key: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("instrument")
    .where("organisationId", "=", organisationId)
    .where("offered", "=", true)
    .where("key", "=", key)
    .select("id")
    .execute();
  const used = new Set<string>();
  for (const { id } of rows) {
    const found = await instrumentById(tx, { organisationId }, id);
    for (const item of found?.instrument.items ?? []) used.add(item.key);
  }
  return used;
}
