import { z } from "zod";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keyedHash } from "../keyed-hash.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";
import { RECENT_MINUTES } from "./recent-minutes.ts";

const PURPOSE = "recent proof";

const claimed = z.object({
  /** Of the session: with another one it says nothing. */
  mark: z.string(),
  until: z.iso.datetime(),
  /** By what: something of the account's own, or its organisation's provider, who says nothing of the account. */
  by: z.enum(["own", "provider"]).default("own"),
});

const cookie = ownCookie("twohats-recent", /^[\w.-]+$/, {
  httpOnly: true,
  maxAge: RECENT_MINUTES * 60,
});

/**
 * Keeps with a browser that whoever sits there showed a moment ago who they are. It is kept nowhere else: the database
 * knows days of sessions and no times.
 */
export function keepRecentProof(
  { clock, secret, publicUrl }: Pick<Platform, "clock" | "secret" | "publicUrl">,
  sessionToken: string,
  by: "own" | "provider" = "own",
): Promise<string> {
  const until = new Date(clock.now().getTime() + RECENT_MINUTES * 60_000).toISOString();
  const secure = publicUrl.startsWith("https:");
  const claims = { mark: markOf(secret, sessionToken), until, by };
  return cookie.keep(signClaims(secret, PURPOSE, claims), { secure });
}

/**
 * Whether a browser with these cookies showed it lately, in this session. `own`: by something of the account's own.
 * Before what opens the account is changed, nothing else counts: it may open other organisations as well, and their
 * doors are no provider's.
 */
export async function hasRecentProof(
  { clock, secret }: Pick<Platform, "clock" | "secret">,
  cookies: string | null,
  sessionToken: string,
  { own = false }: { own?: boolean } = {},
): Promise<boolean> {
  const value = await cookie.read(cookies);
  const signed = value === null ? null : readClaims(secret, PURPOSE, value);
  if (signed === null) return false;
  const { mark, until, by } = claimed.parse(signed);
  if (own && by !== "own") return false;
  return mark === markOf(secret, sessionToken) && new Date(until) > clock.now();
}

function markOf(secret: string, token: string): string {
  return keyedHash(secret, "session", token).slice(0, 22);
}
