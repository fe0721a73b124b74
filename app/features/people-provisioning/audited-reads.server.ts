import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayProvision } from "./policy.ts";

/** What tokens are called, revoked ones too. Administrators only: none for everyone else. */
export async function tokenNames(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!mayProvision(actor) || ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("provisioningToken")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "in", [...ids])
    .select(["id", "name"])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What groups that an identity provider keeps are called. Administrators only: none for everyone else. */
export async function groupNames(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!mayProvision(actor) || ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("provisionedGroup")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "in", [...ids])
    .select(["id", "displayName"])
    .execute();
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
