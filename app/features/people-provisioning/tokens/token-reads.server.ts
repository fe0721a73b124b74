import { accountNames } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayProvision } from "../policy.ts";

/** A token as its organisation sees it: never its text. Calendar dates where the organisation is. */
export type KnownToken = {
  id: string;
  name: string;
  /** Null: an account that is not here any more. */
  madeBy: string | null;
  madeOn: string;
  lastUsedOn: string | null;
};

/** The tokens that open something, the newest first. Administrators only: none for everyone else. */
export async function openTokens(tx: Tx, actor: Actor): Promise<KnownToken[]> {
  if (!mayProvision(actor)) return [];
  const rows = await tx
    .selectFrom("provisioningToken")
    .where("organisationId", "=", actor.organisationId)
    .where("revokedAt", "is", null)
    .select(["id", "name", "createdBy", "createdAt", "lastUsedOn"])
    .orderBy("id", "desc")
    .execute();
  const zone = await organisationZone(tx, actor);
  const names = await accountNames(
    tx,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map(({ id, name, createdBy, createdAt, lastUsedOn }) => ({
    ...{ id, name, lastUsedOn },
    madeBy: names.get(createdBy) ?? null,
    madeOn: dateIn(zone, createdAt),
  }));
}

/** How many there are. */
export async function countOpenTokens(tx: Tx, actor: Actor): Promise<number> {
  const { count } = await tx
    .selectFrom("provisioningToken")
    .where("organisationId", "=", actor.organisationId)
    .where("revokedAt", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
