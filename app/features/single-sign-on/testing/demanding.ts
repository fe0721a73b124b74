import { type Auth, resolveSession } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { demandProvider } from "../enforcing/demand-provider.server.ts";
import type { SignOnHouse } from "./sign-on-house.ts";

type Now = { db: TestDatabase; auth: Auth; house: SignOnHouse };

/** Demanding a provider as its owner does, in the house of the test that is running. */
export function demanding(now: () => Now) {
  async function membershipOf({ organisationId, accountId }: Actor): Promise<string> {
    const { rows } = await now().db.owner.query(
      "SELECT id FROM membership WHERE organisation_id = $1 AND account_id = $2",
      [organisationId, accountId],
    );
    return rows[0].id;
  }
  const addressOf = (name: string, organisationId = now().house.organisationId) =>
    `${name}.${organisationId.slice(-12)}@accounts.test`;
  return {
    ...{ membershipOf, addressOf },
    session: (answered: Headers) =>
      resolveSession(now().house.platform, now().auth, cookiesSent(answered)),

    /** By its owner, who is to get in past it, unless told otherwise. */
    async demand(
      owners?: string[],
      cameBy: string | null = now().house.providerId,
      actor = now().house.owner,
    ) {
      const chosen = owners ?? [await membershipOf(now().house.owner)];
      return demandProvider(now().db.platform, actor, { cameBy }, { owners: chosen });
    },

    /** What owners were told. */
    async told(): Promise<string[]> {
      const { rows } = await now().db.owner.query(
        "SELECT data ->> 'about' AS about FROM pgboss.job WHERE name = 'tell-owners' AND data ->> 'organisationId' = $1 ORDER BY created_on, id",
        [now().house.organisationId],
      );
      return rows.map(({ about }) => about);
    },

    async recorded(): Promise<{ action: string; account_id: string | null }[]> {
      const { rows } = await now().db.owner.query(
        "SELECT action, account_id FROM audit_record WHERE organisation_id = $1 ORDER BY id",
        [now().house.organisationId],
      );
      return rows;
    },

    /** The owner has a second step, and signs in by a way of their own. */
    async ownerWithStep() {
      const own = signingIn(now().db, now().auth, addressOf("owner"));
      const first = await own.byPassword();
      if (!first.ok) throw new Error(first.reason);
      await own.addFactor(cookiesSent(first.value.headers));
      return { own, first: first.value.headers };
    },
  };
}
