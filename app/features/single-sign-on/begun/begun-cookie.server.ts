import { z } from "zod";
import { seal, spend, unseal } from "~/features/identity/index.server.ts";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

const MINUTES = 15;
const WHAT = { use: "sign-on begun", of: "browser" } as const;

const begunSchema = z.object({
  organisationId: z.uuid(),
  providerId: z.uuid(),
  /** What the provider gives back, and by which it is known to answer this. */
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page that was wanted. */
  next: z.string(),
  /** Whoever is signed in shows that they are still there; otherwise it is a sign-in. */
  again: z.boolean(),
  until: z.iso.datetime(),
});

/** What a browser was sent to its provider with: kept with that browser alone, sealed, and good once. */
export type Begun = z.output<typeof begunSchema>;

const cookie = ownCookie("twohats-sign-on", /^[\w-]+$/, { httpOnly: true, maxAge: MINUTES * 60 });

export function keepBegun(
  { clock, secret, publicUrl }: Pick<Platform, "clock" | "secret" | "publicUrl">,
  begun: Omit<Begun, "until">,
): Promise<string> {
  const until = new Date(clock.now().getTime() + MINUTES * 60_000).toISOString();
  const sealed = seal(secret, WHAT, JSON.stringify({ ...begun, until }));
  return cookie.keep(sealed, { secure: publicUrl.startsWith("https:") });
}

export function forgetBegun(): Promise<string> {
  return cookie.forget();
}

/**
 * What this browser was sent away with, for an answer that names it; null when it was not, too long ago, for another
 * organisation, or has been answered. It is used up by that, whatever the answer.
 */
export async function takeBegun(
  { clock, secret, database }: Pick<Platform, "clock" | "secret" | "database">,
  cookies: string | null,
  { organisationId, state }: { organisationId: string; state: string | null },
): Promise<Begun | null> {
  const value = await cookie.read(cookies);
  const text = value === null ? null : unseal(secret, WHAT, value);
  if (text === null) return null;
  const begun = begunSchema.parse(JSON.parse(text));
  const until = new Date(begun.until);
  if (begun.organisationId !== organisationId || begun.state !== state) return null;
  if (until <= clock.now()) return null;
  return (await spend(database, secret, { token: begun.state, until })) ? begun : null;
}
