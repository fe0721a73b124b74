import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keyedHash } from "../keyed-hash.server.ts";
import { type Credential, credentialOf } from "../passwords/credential-reads.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";
import { isSpent } from "../spent-store.server.ts";
import { SIGN_IN_LINK_MINUTES } from "./sign-in-link-minutes.ts";

const PURPOSE = "sign-in link";

const claimed = z.object({
  /** Tells links of the same moment apart. */
  id: z.string(),
  accountId: z.string(),
  until: z.iso.datetime(),
  /** Of the password and the address: whichever is changed, the link has ended. */
  mark: z.string(),
});

type Keys = Pick<Platform, "clock" | "secret" | "publicUrl">;

/** Where the owner of an account signs in without a password, once; null where it has none to be changed either. */
export async function signInLinkOf(
  { clock, secret, publicUrl }: Keys,
  database: Database | Tx,
  accountId: string,
): Promise<string | null> {
  const credential = await credentialOf(database, accountId);
  if (!credential) return null;
  const until = new Date(clock.now().getTime() + SIGN_IN_LINK_MINUTES * 60_000).toISOString();
  const claims = { id: randomUUID(), accountId, until, mark: markOf(secret, credential) };
  return `${publicUrl}/sign-in/link/${signClaims(secret, PURPOSE, claims)}`;
}

/** Whose link it is, and until when; null for one that is not ours, has run out, was used, or hangs on what is gone. */
export async function ownerOfSignInLink(
  { clock, database, secret }: Pick<Platform, "clock" | "database" | "secret">,
  token: string,
): Promise<{ credential: Credential; until: Date } | null> {
  const signed = readClaims(secret, PURPOSE, token);
  if (signed === null) return null;
  const { accountId, mark, ...claims } = claimed.parse(signed);
  const until = new Date(claims.until);
  if (until <= clock.now() || (await isSpent(database, secret, token))) return null;
  const credential = await credentialOf(database, accountId);
  return credential && markOf(secret, credential) === mark ? { credential, until } : null;
}

function markOf(secret: string, { hash, email }: Credential): string {
  return keyedHash(secret, "sign-in link of", JSON.stringify([hash, email])).slice(0, 22);
}
