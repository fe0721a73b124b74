import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";
import { type Credential, credentialOf } from "./credential-reads.server.ts";
import { NEW_PASSWORD_MINUTES } from "./new-password-minutes.ts";

const PURPOSE = "new password";

const claimed = z.object({
  accountId: z.string(),
  until: z.iso.datetime(),
  /** Of the password that is forgotten: whichever way it is changed, the link has ended. */
  mark: z.string(),
});

/** Where an account's owner chooses a new password, once and for an hour. */
export function newPasswordLink(
  { clock, secret, publicUrl }: Pick<Platform, "clock" | "secret" | "publicUrl">,
  credential: Credential,
): string {
  const until = new Date(clock.now().getTime() + NEW_PASSWORD_MINUTES * 60_000).toISOString();
  const claims = { accountId: credential.accountId, until, mark: markOf(credential) };
  return `${publicUrl}/new-password/${signClaims(secret, PURPOSE, claims)}`;
}

/** The same for an account, where a letter is written of which nothing but its account is kept; null for none. */
export async function newPasswordLinkOf(
  platform: Pick<Platform, "clock" | "secret" | "publicUrl">,
  database: Database | Tx,
  accountId: string,
): Promise<string | null> {
  const credential = await credentialOf(database, accountId);
  return credential && newPasswordLink(platform, credential);
}

/** Whose link it is; null when it is not ours, has run out, or the password was changed since. */
export async function credentialOfLink(
  { clock, database, secret }: Pick<Platform, "clock" | "database" | "secret">,
  token: string,
): Promise<Credential | null> {
  const signed = readClaims(secret, PURPOSE, token);
  if (signed === null) return null;
  const { accountId, until, mark } = claimed.parse(signed);
  if (new Date(until) <= clock.now()) return null;
  const credential = await credentialOf(database, accountId);
  return credential && markOf(credential) === mark ? credential : null;
}

/** Tells one password of an account from the next, and nothing about either. */
function markOf({ hash }: Credential): string {
  return createHash("sha256").update(hash).digest("base64url").slice(0, 22);
}
