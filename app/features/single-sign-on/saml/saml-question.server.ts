import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { samlParty } from "./saml-party.server.ts";
import { samlRequestId } from "./saml-request-id.server.ts";

/** The question to a SAML provider, by the redirect binding. Nobody is asked over the network for it. */
export async function samlQuestion(
  platform: Pick<Platform, "clock" | "secret" | "publicUrl">,
  scope: OrganisationScope,
  provider: OpenProvider,
  { again }: { again: boolean },
): Promise<{ url: string; state: string; nonce: string; verifier: string }> {
  const state = samlRequestId(platform, { ...scope, providerId: provider.id });
  const asking = { requestId: requestIdOf(state), askedAt: platform.clock.now(), again };
  const party = samlParty(platform, scope, provider, asking);
  const url = await party.getAuthorizeUrlAsync(state, undefined, {});
  return { url, state, nonce: "", verifier: "" };
}

/** As XML wants its ids: not with a digit first. */
export const requestIdOf = (state: string) => `_${state}`;
