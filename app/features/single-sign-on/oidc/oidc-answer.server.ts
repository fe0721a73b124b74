import * as oidc from "openid-client";
import { z } from "zod";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Begun } from "../begun/begun-cookie.server.ts";
import type { Said } from "../domain/provider.ts";
import { isShownLately } from "../domain/shown-lately.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { returnPath } from "../sign-on-paths.ts";
import { configOf, whyOf } from "./oidc-request.server.ts";

/**
 * Why an answer is none. `declined`: the provider lets them not. `wrong`: it is not for this question, not by this
 * provider, not for us, or too old. `not-shown`: asked to show anew who sits there, it does not say that this was done.
 */
export type NoAnswer = "declined" | "wrong" | "away" | "not-shown";

type Parts = Pick<Platform, "clock" | "log" | "outside" | "secret" | "publicUrl">;

/**
 * Who somebody is, by the answer of an OIDC provider that came back with their browser. The library checks it; its
 * tokens are not kept.
 */
export async function oidcAnswer(
  platform: Parts,
  provider: OpenProvider,
  begun: Begun,
  search: string,
): Promise<Outcome<Said, NoAnswer>> {
  const config = await configOf(platform, provider);
  if (!config) return refuse("away");
  const url = new URL(`${platform.publicUrl}${returnPath(begun.organisationId)}${search}`);
  try {
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return refuse("wrong");
    if (begun.again && !isShownLately(shownAt(claims), platform.clock.now()))
      return refuse("not-shown");
    return accept(
      saidBy(provider, await withUserInfo(config, provider, claims, tokens.access_token)),
    );
  } catch (error) {
    const reason = reasonOf(error);
    platform.log.warn({ providerId: provider.id, reason, why: whyOf(error) }, "no sign-on");
    return refuse(reason);
  }
}

function reasonOf(error: unknown): NoAnswer {
  if (error instanceof oidc.AuthorizationResponseError) return "declined";
  if (error instanceof oidc.ClientError) return error.code === "OAUTH_TIMEOUT" ? "away" : "wrong";
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? "away" : "wrong";
  if (error instanceof oidc.WWWAuthenticateChallengeError) return "wrong";
  return error instanceof z.ZodError ? "wrong" : "away";
}

/** Many say it only where it is asked for, and some never do. */
const shownAt = ({ auth_time: at }: { auth_time?: number | undefined }) =>
  at === undefined ? null : new Date(at * 1_000);

type Claims = Record<string, unknown> & { sub: string };

/** With what the provider tells only when it is asked for it: many keep addresses and groups out of the token. */
async function withUserInfo(
  config: oidc.Configuration,
  { groupClaim }: OpenProvider,
  claims: Claims,
  accessToken: string,
): Promise<Claims> {
  const isWhole = "email" in claims && (groupClaim === null || groupClaim in claims);
  if (isWhole || !config.serverMetadata().userinfo_endpoint) return claims;
  return { ...(await oidc.fetchUserInfo(config, accessToken, claims.sub)), ...claims };
}

const claimed = z.object({
  // The database keeps everything but one character, and without it this would be somebody else.
  sub: z
    .string()
    .min(1)
    .max(1000)
    .refine((subject) => !subject.includes("\0")),
  email: z.string().max(320).optional().catch(undefined),
  // As text it comes from some.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(false),
  name: z.string().max(300).optional().catch(undefined),
  hd: z.string().optional().catch(undefined),
});

const groupsOf = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);

function saidBy({ groupClaim }: OpenProvider, claims: Claims): Said {
  const read = claimed.parse(claims);
  return {
    subject: read.sub,
    address: read.email ?? null,
    isVerified: read.email_verified ?? null,
    name: read.name ?? null,
    groups: groupClaim === null ? [] : groupsIn(claims, groupClaim),
    managedBy: read.hd?.toLowerCase() ?? null,
  };
}

/**
 * Entra leaves the claim out for whoever is in very many groups, and says so; anybody else who leaves it out means that
 * there are none.
 */
function groupsIn(claims: Claims, groupClaim: string): string[] | null {
  const { _claim_names: others, hasgroups } = overage.parse(claims);
  const isTooLong = groupClaim in others || hasgroups;
  return groupClaim in claims || !isTooLong ? groupsOf.parse(claims[groupClaim]) : null;
}

const overage = z.object({
  _claim_names: z.record(z.string(), z.unknown()).catch({}),
  hasgroups: z.union([z.boolean(), z.stringbool()]).catch(false),
});
