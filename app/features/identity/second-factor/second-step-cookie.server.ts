import { z } from "zod";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { GroupOffice } from "../domain/group-office.ts";
import { keyedHash } from "../keyed-hash.server.ts";
import { type Credential, credentialOf } from "../passwords/credential-reads.server.ts";
import type { SessionOrigin } from "../sessions/session-origin-store.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";

const PURPOSE = "second step";
const MINUTES = 10;

const claimed = z.object({
  accountId: z.string(),
  until: z.iso.datetime(),
  /** Of the password that was right: changed meanwhile, this has ended. */
  mark: z.string(),
  /** Whose provider it was, where it was no password. */
  origin: z
    .object({
      ...{ organisationId: z.string(), bothSteps: z.boolean() },
      providerId: z.uuid().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The office that goes with their groups there, given once the second step is taken. */
  goes: z
    .object({ providerId: z.uuid(), office: z.enum(["admin", "analyst"]).nullable() })
    .nullable()
    .default(null),
});

const cookie = ownCookie("twohats-second-step", /^[\w.-]+$/, {
  httpOnly: true,
  maxAge: MINUTES * 60,
});

type ByProvider = { origin: SessionOrigin | null; goes: GroupOffice | null };

type Keys = Pick<Platform, "clock" | "secret" | "publicUrl">;

/** Keeps with a browser that it had the first step of an account, for as long as a code takes. It opens nothing. */
export function keepSecondStep(
  { clock, secret, publicUrl }: Keys,
  credential: Credential,
  { origin = null, goes = null }: Partial<ByProvider> = {},
): Promise<string> {
  const until = new Date(clock.now().getTime() + MINUTES * 60_000).toISOString();
  const mark = credentialMark(secret, credential);
  const claims = { accountId: credential.accountId, until, mark, origin, goes };
  const secure = publicUrl.startsWith("https:");
  return cookie.keep(signClaims(secret, PURPOSE, claims), { secure });
}

export function forgetSecondStep(): Promise<string> {
  return cookie.forget();
}

/** Whose first step this browser had right a moment ago, and by whose provider if so; null for nobody's. */
export async function credentialOfSecondStep(
  { clock, secret, database }: Pick<Platform, "clock" | "secret" | "database">,
  cookies: string | null,
): Promise<({ credential: Credential } & ByProvider) | null> {
  const value = await cookie.read(cookies);
  const signed = value === null ? null : readClaims(secret, PURPOSE, value);
  if (signed === null) return null;
  const { accountId, until, mark, origin, goes } = claimed.parse(signed);
  if (new Date(until) <= clock.now()) return null;
  const credential = await credentialOf(database, accountId);
  return credential && credentialMark(secret, credential) === mark
    ? { credential, origin, goes }
    : null;
}

/** Stands for the password that an account has: with another one it is another. */
export function credentialMark(secret: string, { hash }: Credential): string {
  return keyedHash(secret, "password in use", hash).slice(0, 22);
}
