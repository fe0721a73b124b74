import { type Auth, resolveSession } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { directory } from "~/features/people/index.server.ts";
import { openOutside } from "~/platform/outside/outside.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { checkDomain } from "../domains/check-domain.server.ts";
import { claimDomain } from "../domains/claim-domain.server.ts";
import { domainProof } from "../domains/domain-proof.server.ts";
import { beginSignOn } from "../entering/begin-sign-on.server.ts";
import { comeBack } from "../entering/come-back.server.ts";
import type { ProviderInput } from "../providers/provider-input.server.ts";
import { saveProvider } from "../providers/save-provider.server.ts";
import type { Forgery, ForgingProvider } from "./forging-provider.ts";

export const CLIENT = { id: "hats", secret: "a secret of the client" };

/** What an owner types for a provider, but for what a test says. */
export function typed(issuer: string, more: Partial<ProviderInput> = {}): ProviderInput {
  return {
    ...{ name: "House account", issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    ...{ joins: "known", bothSteps: undefined, groupClaim: null, adminGroup: null },
    ...{ analystGroup: null, ...more },
  };
}

type Begun = { url: string; cookies: string };

/** An organisation whose people come by a provider, with its owner and the proof of its domain. */
export async function signOnHouse(
  db: TestDatabase,
  auth: Auth,
  provider: ForgingProvider,
  { domain = "house.example", ...more }: Partial<ProviderInput> & { domain?: string } = {},
) {
  const { organisationId } = await createTestOrganisation(db.platform, `House of ${domain}`);
  const scope = { organisationId };
  const inDns = new Map<string, string>();
  const platform = {
    ...{ ...db.platform, directory },
    outside: {
      ...openOutside({ reachesPrivate: true }),
      textsOf: async (name: string) => [inDns.get(name) ?? ""].filter((text) => text !== ""),
    },
  };
  const owner = await createMember(db.platform, auth, organisationId, {
    ...{ name: "owner", role: "admin", owner: true },
  });
  async function proveDomain(name: string, by: Actor = owner): Promise<void> {
    await claimDomain(platform, by, { domain: name });
    const { place, text } = domainProof(platform, scope, name);
    inDns.set(place, text);
    const checked = await checkDomain(platform, by, name);
    if (!checked.ok) throw new Error(checked.reason);
  }
  await proveDomain(domain);
  const saved = await saveProvider(platform, owner, null, typed(provider.issuer, more));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const { providerId } = saved.value;

  /** A browser is sent away, with what it sends from then on. */
  async function begin(cookies = "", again = false): Promise<Begun> {
    const wanted = { next: "/reports", again };
    const begun = await beginSignOn(platform, { organisationId, providerId }, wanted);
    if (!begun.ok) throw new Error(begun.reason);
    const own = begun.value.cookie.split(";")[0] ?? "";
    return { url: begun.value.url, cookies: [own, cookies].filter(Boolean).join("; ") };
  }
  const back = (search: string, cookies: string, to = organisationId) =>
    comeBack(platform, auth, {
      ...{ organisationId: to, search, headers: new Headers({ cookie: cookies }) },
      visitor: { client: "192.0.2.7", cookies },
    });
  return {
    ...{ organisationId, scope, platform, owner, providerId, proveDomain, inDns, begin, back },
    /** Somebody signs in there, of whom the provider says this. */
    async come(
      claims: Record<string, unknown>,
      { cookies = "", ...forgery }: Forgery & { cookies?: string } = {},
    ) {
      const begun = await begin(cookies);
      const search = provider.answer(begun.url, { claims, ...forgery });
      return back(search, begun.cookies);
    },
    /** Who a browser is, with the cookies it was given. */
    session: (answered: Headers) => resolveSession(platform, auth, cookiesSent(answered)),
    links: async () =>
      (
        await db.owner.query<{ subject: string; account_id: string }>(
          "SELECT subject, account_id FROM sign_on_link WHERE organisation_id = $1 ORDER BY subject",
          [organisationId],
        )
      ).rows,
  };
}

export type SignOnHouse = Awaited<ReturnType<typeof signOnHouse>>;
