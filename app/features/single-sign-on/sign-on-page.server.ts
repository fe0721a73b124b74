import { organisationStanding } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { graceEnds } from "./domain/missing-proof.ts";
import { domainProof } from "./domains/domain-proof.server.ts";
import { claimedDomains } from "./domains/domain-reads.server.ts";
import { ownersOf } from "./enforcing/break-glass-reads.server.ts";
import { notLinked } from "./links/link-reads.server.ts";
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
  return inOrganisation(platform, actor, async (tx) => {
    const { providerOnly, timeZone } = await organisationStanding(tx, actor);
    return {
      providers: await providersOf(tx, actor),
      notLinked: await notLinked(tx, actor),
      domains: (await claimedDomains(tx, actor)).map(({ missingSince, ...each }) => ({
        ...each,
        missingSince: missingSince && dateIn(timeZone, missingSince),
        countsUntil: missingSince && dateIn(timeZone, graceEnds(missingSince)),
        proof: domainProof(platform, actor, each.domain),
      })),
      owners: (await ownersOf(platform, tx, actor)).map(
        ({ membershipId, name, breakGlass, hasStep }) => ({
          ...{ membershipId, name, breakGlass, hasStep },
        }),
      ),
      providerOnly,
      startUrl: `${publicUrl}${startPath(organisationId)}`,
      acsUrl: `${publicUrl}${acsPath(organisationId)}`,
      entityUrl: `${publicUrl}${samlEntity(organisationId)}`,
      returnUrl: `${publicUrl}${returnPath(organisationId)}`,
    };
  });
}

export type SignOnPage = NonNullable<Awaited<ReturnType<typeof readSignOnPage>>>;
