import { organisationStanding } from "~/features/identity/index.server.ts";
import { localPath } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { oidcRequest } from "../oidc/oidc-request.server.ts";
import { type OpenProvider, openProvider } from "../providers/provider-reads.server.ts";
import { samlQuestion } from "../saml/saml-question.server.ts";
import { keepBegun } from "./begun-cookie.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "log" | "outside" | "secret" | "publicUrl">;

type Wanted = {
  next: string | null;
  /** Whoever is signed in is to show anew who they are. */
  again: boolean;
};

/**
 * Sends a browser to its organisation's provider. @returns where, and the cookie by which its return is known.
 * `away`: the provider can't be reached.
 */
export async function beginSignOn(
  platform: Parts,
  { organisationId, providerId }: { organisationId: string; providerId: string },
  { next, again }: Wanted,
): Promise<Outcome<{ url: string; cookie: string }, "unknown" | "away">> {
  const provider = await providerToAsk(platform, { organisationId }, providerId);
  if (!provider) return refuse("unknown");
  const scope = { organisationId };
  const request =
    provider.kind === "oidc"
      ? await oidcRequest(platform, scope, provider, { again })
      : accept(await samlQuestion(platform, scope, provider, { again }));
  if (!request.ok) return request;
  const { url, ...kept } = request.value;
  const begun = { organisationId, providerId, ...kept, next: localPath(next), again };
  return accept({ url, cookie: await keepBegun(platform, begun) });
}

/** A provider that is on, of an organisation that is; null otherwise. */
export async function providerToAsk(
  platform: Pick<Platform, "database">,
  scope: OrganisationScope,
  providerId: string,
): Promise<OpenProvider | null> {
  if (!isId(scope.organisationId) || !isId(providerId)) return null;
  return inOrganisation(platform, scope, async (tx) => {
    const { active } = await organisationStanding(tx, scope);
    return active ? openProvider(tx, scope, providerId) : null;
  });
}
