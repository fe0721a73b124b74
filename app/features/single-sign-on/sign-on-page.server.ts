import { organisationStanding } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { domainProof } from "./domains/domain-proof.server.ts";
import { claimedDomains } from "./domains/domain-reads.server.ts";
import { ownersOf } from "./enforcing/break-glass-reads.server.ts";
import { maySetSignOn } from "./policy.ts";
import { providersOf } from "./providers/provider-reads.server.ts";
import { acsPath, returnPath, samlEntity, startPath } from "./sign-on-paths.ts";

/** What an owner sees of single sign-on; null for everyone else. */
export async function readSignOnPage(
  platform: Pick<Platform, "clock" | "database" | "publicUrl" | "secret">,
  actor: Actor,
) {
  if (!maySetSignOn(actor)) return null;
  const { organisationId } = actor;
  const { publicUrl } = platform;
  return inOrganisation(platform, actor, async (tx) => ({
    providers: await providersOf(tx, actor),
    domains: (await claimedDomains(tx, actor)).map((each) => ({
      ...each,
      proof: domainProof(platform, actor, each.domain),
    })),
    owners: (await ownersOf(platform, tx, actor)).map(
      ({ membershipId, name, breakGlass, hasStep }) => ({
        ...{ membershipId, name, breakGlass, hasStep },
      }),
    ),
    providerOnly: (await organisationStanding(tx, actor)).providerOnly,
    startUrl: `${publicUrl}${startPath(organisationId)}`,
    acsUrl: `${publicUrl}${acsPath(organisationId)}`,
    entityUrl: `${publicUrl}${samlEntity(organisationId)}`,
    returnUrl: `${publicUrl}${returnPath(organisationId)}`,
  }));
}

export type SignOnPage = NonNullable<Awaited<ReturnType<typeof readSignOnPage>>>;
