import * as oidc from "openid-client";
import type { Platform } from "~/platform/platform.server.ts";

/** Seconds by which clocks may differ. */
const SKEW = 60;

/** Bytes of one answer: more than any description, its keys, or somebody with hundreds of groups. */
const LARGEST = 256 * 1024;

export type Client = { issuer: string; clientId: string; clientSecret: string | null };

/**
 * A provider as it describes itself at this moment. What it signs is checked with its keys, and it must call itself
 * exactly as its organisation's owners do: a provider that speaks for many organisations at once is none.
 * @throws when it can't be reached, or describes somebody else.
 */
export async function describedProvider(
  { outside }: Pick<Platform, "outside">,
  { issuer, clientId, clientSecret }: Client,
): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const isPlain = outside.reachesPrivate && server.protocol === "http:";
  const options: oidc.DiscoveryRequestOptions = {
    [oidc.customFetch]: async (url, sent) => bounded(await outside.fetch(url, sent as RequestInit)),
    // Without this the token itself is believed because of where it came from.
    execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
  };
  const known = { [oidc.clockTolerance]: SKEW };
  const proof = clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret);
  const config = await oidc.discovery(server, clientId, known, proof, options);
  if (withoutSlash(config.serverMetadata().issuer) !== withoutSlash(issuer))
    throw new Error("the provider calls itself otherwise");
  return config;
}

async function bounded(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer();
  if (body.byteLength > LARGEST) throw new Error("the provider answers with too much");
  const { status, headers } = answer;
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}

const withoutSlash = (text: string) => text.replace(/\/$/, "");
