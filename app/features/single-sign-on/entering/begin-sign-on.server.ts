import { localPath } from "~/features/identity/index.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keepBegun } from "../begun/begun-cookie.server.ts";
import { oidcRequest } from "../oidc/oidc-request.server.ts";
import { providerToAsk } from "../providers/provider-to-ask.server.ts";
import { samlQuestion } from "../saml/saml-question.server.ts";

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
