import { accountsLetIn } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { maySetSignOn } from "../policy.ts";

/** Whom a provider knows, and as whose account. */
export type KnownLink = {
  providerId: string;
  provider: string;
  accountId: string;
  subject: string;
  since: string;
};

/** The providers that somebody came by, each with how many accounts it knows. */
export async function linksByProvider(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("signOnLink")
    .where("organisationId", "=", organisationId)
    .select((eb) => ["providerId", eb.fn.countAll<string>().as("count")])
    .groupBy("providerId")
    .execute();
  return new Map(rows.map(({ providerId, count }) => [providerId, Number(count)]));
}

type Wanted = {
  /** Nobody but this account, or whom a provider calls so. */
  only: { accountId: string | null; subject: string } | null;
  from: number;
  most: number;
};

/** Whom the organisation's providers know, those who came last first. Owners only: none for everyone else. */
export async function linksOf(
  tx: Tx,
  actor: Actor,
  { only, from, most }: Wanted,
): Promise<{ links: KnownLink[]; count: number }> {
  if (!maySetSignOn(actor)) return { links: [], count: 0 };
  const wanted = tx
    .selectFrom("signOnLink as link")
    .innerJoin("signOnProvider as provider", (join) =>
      join
        .onRef("provider.id", "=", "link.providerId")
        .on("provider.organisationId", "=", actor.organisationId),
    )
    .where("link.organisationId", "=", actor.organisationId)
    .$if(only !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb("link.subject", "=", only?.subject ?? ""),
          eb("link.accountId", "=", only?.accountId ?? ""),
        ]),
      ),
    );
  const { count } = await wanted
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const links = await wanted
    .select(["link.providerId", "provider.name as provider", "link.accountId"])
    .select(["link.subject", "link.since"])
    .orderBy("link.since", "desc")
    .orderBy("link.providerId")
    .orderBy("link.subject")
    .limit(most)
    .offset(from)
    .execute();
  return { links, count: Number(count) };
}

/** How many are in, and how many of them no provider that is on knows yet. Owners only: null for everyone else. */
export async function notLinked(
  tx: Tx,
  actor: Actor,
): Promise<{ members: number; unknown: number } | null> {
  if (!maySetSignOn(actor)) return null;
  const members = await accountsLetIn(tx, actor);
  const people = members.flatMap(({ personId }) => personId ?? []);
  const standing = await directory.standingOf(tx, actor, people);
  const present = members.filter(
    ({ personId }) => personId === null || standing.get(personId)?.active === true,
  );
  const rows = await tx
    .selectFrom("signOnLink as link")
    .innerJoin("signOnProvider as provider", (join) =>
      join
        .onRef("provider.id", "=", "link.providerId")
        .on("provider.organisationId", "=", actor.organisationId),
    )
    .where("link.organisationId", "=", actor.organisationId)
    .where("provider.state", "=", "on")
    .select("link.accountId")
    .distinct()
    .execute();
  const known = new Set(rows.map(({ accountId }) => accountId));
  const unknown = present.filter(({ accountId }) => !known.has(accountId)).length;
  return { members: present.length, unknown };
}
