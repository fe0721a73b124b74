import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { FileReading } from "../domain/exchange/file-reading.ts";
import type { PublishedVersion } from "../domain/own/carry-forward.ts";
import { type Change, type Origins, originsSchema } from "../domain/own/declared-changes.ts";
import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { mayKeepFrameworks, mayReadFrameworks } from "../policy.ts";

export type OwnFrameworkEntry = {
  id: string;
  name: string;
  /** The newest published version; null when there is only a draft. */
  version: { version: number; competencies: number; levels: number; publishedOn: string } | null;
  draft: { revision: number } | null;
};

/** An organisation's own frameworks by name; those that are only drafts, to those who keep them. */
export async function ownFrameworks(tx: Tx, actor: Actor): Promise<OwnFrameworkEntry[]> {
  if (!mayReadFrameworks(actor)) return [];
  const { organisationId } = actor;
  const versions = await tx
    .selectFrom("ownFrameworkVersion")
    .where("organisationId", "=", organisationId)
    .distinctOn("frameworkId")
    .select(["frameworkId", "version", "name", "competencies", "levels", "publishedOn"])
    .orderBy("frameworkId")
    .orderBy("version", "desc")
    .execute();
  const drafts = mayKeepFrameworks(actor)
    ? await tx
        .selectFrom("ownFrameworkDraft")
        .where("organisationId", "=", organisationId)
        .select(["frameworkId", "name", "revision"])
        .execute()
    : [];
  const entries = new Map<string, OwnFrameworkEntry>();
  for (const { frameworkId: id, name, ...version } of versions)
    entries.set(id, { id, name, version, draft: null });
  for (const { frameworkId: id, name, revision } of drafts)
    entries.set(id, { ...(entries.get(id) ?? { id, name, version: null }), draft: { revision } });
  return [...entries.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export type OwnDraft = {
  definition: OwnFramework;
  origins: Origins;
  revision: number;
  basedOn: number | null;
  reading: FileReading | null;
};

/** The draft of a framework; null when there is none, or for everyone but those who keep frameworks. */
export async function ownDraft(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
): Promise<OwnDraft | null> {
  if (!mayKeepFrameworks(actor) || !isId(frameworkId)) return null;
  const row = await tx
    .selectFrom("ownFrameworkDraft")
    .where("organisationId", "=", actor.organisationId)
    .where("frameworkId", "=", frameworkId)
    .select(["definition", "revision", "basedOn", "origins", "reading"])
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    definition: ownFrameworkSchema.parse(row.definition),
    origins: originsSchema.parse(row.origins),
    reading: row.reading as unknown as FileReading | null,
  };
}

/** A published version, the newest unless told; null when there is none, or nobody may see it. */
export async function ownVersion(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
  version?: number,
): Promise<OwnVersion | null> {
  if (!mayReadFrameworks(actor) || !isId(frameworkId)) return null;
  return publishedVersion(tx, actor, frameworkId, version);
}

export type OwnVersion = {
  version: number;
  definition: OwnFramework;
  changes: Change[];
  publishedOn: string;
};

/** All published versions of a framework, the newest first. */
export async function publishedVersions(
  tx: Tx,
  actor: Actor,
  frameworkId: string,
): Promise<{ version: number; publishedOn: string }[]> {
  if (!mayReadFrameworks(actor) || !isId(frameworkId)) return [];
  return tx
    .selectFrom("ownFrameworkVersion")
    .where("organisationId", "=", actor.organisationId)
    .where("frameworkId", "=", frameworkId)
    .select(["version", "publishedOn"])
    .orderBy("version", "desc")
    .execute();
}

/** A published version, for whoever refers to one. */
export async function publishedVersion(
  tx: Tx,
  { organisationId }: OrganisationScope,
  frameworkId: string,
  version?: number,
): Promise<OwnVersion | null> {
  const rows = tx
    .selectFrom("ownFrameworkVersion")
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .select(["version", "definition", "changes", "publishedOn"])
    .orderBy("version", "desc")
    .limit(1);
  const row = await (version === undefined
    ? rows
    : rows.where("version", "=", version)
  ).executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    definition: ownFrameworkSchema.parse(row.definition),
    changes: row.changes as unknown as Change[],
  };
}

/** What `carryForward` needs of a framework: all its versions, the first first. */
export async function versionHistory(
  tx: Tx,
  { organisationId }: OrganisationScope,
  frameworkId: string,
): Promise<(PublishedVersion & { publishedOn: string })[]> {
  const rows = await tx
    .selectFrom("ownFrameworkVersion")
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .select(["version", "levels", "changes", "publishedOn"])
    .orderBy("version")
    .execute();
  return rows.map((row) => ({ ...row, changes: row.changes as unknown as Change[] }));
}

/** Ids of the competencies of all versions. */
export async function usedCompetencies(
  tx: Tx,
  { organisationId }: OrganisationScope,
  frameworkId: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("ownCompetency")
    .where("organisationId", "=", organisationId)
    .where("frameworkId", "=", frameworkId)
    .select("competencyId")
    .execute();
  return new Set(rows.map(({ competencyId }) => competencyId));
}
