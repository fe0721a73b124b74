import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { type Framework, parseFramework } from "./domain/framework.ts";
import { type RoleProfile, roleImportance, roleZone } from "./domain/role-profile.ts";
import { frameworkInLanguage } from "./framework-in-language.server.ts";
import { mayKeepRoleProfiles } from "./policy.ts";

export type KeptRoleProfile = RoleProfile & { id: string; frameworkKey: string; revision: number };

/** The role profiles of one framework, by name; what a participant's role needs is looked up in them. */
export async function roleProfilesOf(
  tx: Tx,
  scope: OrganisationScope,
  frameworkKey: string,
): Promise<KeptRoleProfile[]> {
  const rows = await profiles(tx, scope)
    .where("frameworkKey", "=", frameworkKey)
    .orderBy((order) => order.fn("lower", ["name"]))
    .execute();
  return rows.map(profileOf);
}

/** Every role profile, with the frameworks they are made for; null for everyone but HR. */
export async function roleProfilesPage(
  tx: Tx,
  actor: Actor,
): Promise<{ frameworks: Framework[]; profiles: KeptRoleProfile[] } | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const rows = await profiles(tx, actor)
    .orderBy((order) => order.fn("lower", ["name"]))
    .execute();
  return { frameworks: await newestFrameworks(tx, actor), profiles: rows.map(profileOf) };
}

/** One role profile and its framework; null when there is none, or for everyone but HR. */
export async function roleProfilePage(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ framework: Framework; profile: KeptRoleProfile } | null> {
  if (!mayKeepRoleProfiles(actor) || !isId(id)) return null;
  const row = await profiles(tx, actor).where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const framework = await newestFramework(tx, actor, row.frameworkKey);
  if (!framework) throw new Error("a role profile without its framework");
  return { framework, profile: profileOf(row) };
}

/** The newest version of a framework, built-in or its own; null when this organisation has none by that key. */
export async function newestFramework(
  tx: Tx,
  scope: OrganisationScope,
  key: string,
): Promise<Framework | null> {
  return (await newestFrameworks(tx, scope)).find((each) => each.key === key) ?? null;
}

async function newestFrameworks(tx: Tx, scope: OrganisationScope): Promise<Framework[]> {
  const { rows } = await sql<{ definition: unknown }>`
    SELECT DISTINCT ON (key) definition
      FROM (SELECT key, version, definition FROM framework WHERE organisation_id = ${scope.organisationId}::uuid
            UNION ALL
            SELECT key, version, definition FROM content.framework) AS each_version
     ORDER BY key, version DESC`.execute(tx);
  return rows.map(({ definition }) =>
    frameworkInLanguage(parseFramework(definition), readerLanguage()),
  );
}

function profiles(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("roleProfile")
    .where("organisationId", "=", scope.organisationId)
    .select(["id", "frameworkKey", "name", "titles", "importance", "zone", "revision"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof profiles>["execute"]>>[number];

function profileOf({ importance, zone, ...row }: Row): KeptRoleProfile {
  return {
    ...row,
    importance: roleImportance.parse(importance),
    zone: roleZone.nullable().parse(zone),
  };
}
