import * as oidc from "openid-client";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { clientSecretOf } from "../providers/client-secret.server.ts";
import { keptDescription } from "../providers/kept-description.server.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { returnPath } from "../sign-on-paths.ts";

type Asked = { url: string; state: string; nonce: string; verifier: string };

/** The question to an OIDC provider, and what its answer is checked by. */
export async function oidcRequest(
  platform: Pick<Platform, "clock" | "log" | "outside" | "secret" | "publicUrl">,
  { organisationId }: OrganisationScope,
  provider: OpenProvider,
  { again }: { again: boolean },
): Promise<Outcome<Asked, "away">> {
  const config = await configOf(platform, provider);
  if (!config) return refuse("away");
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const verifier = oidc.randomPKCECodeVerifier();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${platform.publicUrl}${returnPath(organisationId)}`,
    scope: "openid email profile",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...{ state, nonce },
    // Not whoever was there this morning: whoever sits there now.
    ...(again ? { prompt: "login", max_age: "0" } : {}),
  });
  return accept({ url: url.href, state, nonce, verifier });
}

/** Null when the provider can't be reached; what went wrong is for the log alone. */
export async function configOf(
  platform: Pick<Platform, "clock" | "log" | "outside" | "secret">,
  provider: OpenProvider,
): Promise<oidc.Configuration | null> {
  const { issuer, clientId } = provider;
  if (clientId === null) throw new Error("an OIDC provider without a client id");
  try {
    const client = { issuer, clientId, clientSecret: clientSecretOf(platform, provider) };
    return await keptDescription(platform, client);
  } catch (error) {
    platform.log.warn({ providerId: provider.id, why: whyOf(error) }, "a provider is away");
    return null;
  }
}

/** What went wrong, without anything that the provider said of anybody. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
