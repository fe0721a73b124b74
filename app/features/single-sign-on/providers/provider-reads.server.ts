import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { JOINS, type Joins, KINDS, type Kind } from "../domain/provider.ts";
import { maySetSignOn } from "../policy.ts";

/** An identity provider as its organisation's owners see it: never its secret. */
export type KnownProvider = {
  id: string;
  kind: Kind;
  name: string;
  on: boolean;
  issuer: string;
  clientId: string | null;
  hasSecret: boolean;
  entryPoint: string | null;
  certificates: string[];
  bothSteps: boolean;
  joins: Joins;
  groupClaim: string | null;
  adminGroup: string | null;
  analystGroup: string | null;
};

/** One that people can come by, with what it takes to ask it. */
export type OpenProvider = KnownProvider & { sealedSecret: string | null };

/** Every provider of an organisation, the oldest first. Owners only: none for everyone else. */
export async function providersOf(tx: Tx, actor: Actor): Promise<KnownProvider[]> {
  if (!maySetSignOn(actor)) return [];
  const rows = await providersIn(tx, actor).execute();
  return rows.map(known);
}

/** By what names people choose where to sign in, before anybody knows who they are: those that are on. */
export async function openProviders(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ id: string; name: string }[]> {
  const rows = await providersIn(tx, scope).where("state", "=", "on").execute();
  return rows.map(({ id, name }) => ({ id, name }));
}

/** A provider that is on, to ask it who somebody is; null for none. */
export async function openProvider(
  tx: Tx,
  scope: OrganisationScope,
  providerId: string,
): Promise<OpenProvider | null> {
  const row = await providersIn(tx, scope)
    .where("id", "=", providerId)
    .where("state", "=", "on")
    .executeTakeFirst();
  return row ? { ...known(row), sealedSecret: row.clientSecret } : null;
}

/** What providers are called. Owners only: none for everyone else. */
export async function providerNames(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(ids);
  const found = (await providersOf(tx, actor)).filter(({ id }) => wanted.has(id));
  return new Map(found.map(({ id, name }) => [id, name]));
}

function providersIn(tx: Tx, { organisationId }: OrganisationScope) {
  return tx
    .selectFrom("signOnProvider")
    .where("organisationId", "=", organisationId)
    .selectAll()
    .orderBy("id");
}

type Row = Awaited<ReturnType<ReturnType<typeof providersIn>["execute"]>>[number];

function known(row: Row): KnownProvider {
  const { id, name, issuer, clientId, entryPoint, bothSteps } = row;
  const { groupClaim, adminGroup, analystGroup } = row;
  const kind = KINDS.find((each) => each === row.kind);
  const joins = JOINS.find((each) => each === row.joins);
  if (!kind || !joins) throw new Error("a provider of no kind");
  return {
    ...{ id, kind, name, on: row.state === "on", issuer, clientId, entryPoint, bothSteps, joins },
    ...{ hasSecret: row.clientSecret !== null, certificates: row.certificates ?? [] },
    ...{ groupClaim, adminGroup, analystGroup },
  };
}
