import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Tx } from "~/platform/db/database.server.ts";
import { insertKeySalt, keySalt } from "./secret-store.server.ts";

type CycleKey = { organisationId: string; id: string };

/** Gives a cycle the key of its pseudonyms. Half of it is in the database, half is the server's secret. */
export async function makePseudonymKey(tx: Tx, cycle: CycleKey): Promise<void> {
  await insertKeySalt(tx, cycle, randomBytes(32));
}

/** A rater's pseudonym in one cycle: the same for all their responses in it, meaningless without the key; null once erased. */
export async function pseudonymOf(
  tx: Tx,
  cycle: CycleKey,
  secret: string,
  personId: string,
): Promise<Buffer | null> {
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  return pseudonym?.(personId) ?? null;
}

/** The pseudonyms of one cycle, for asking about many raters; null once its key was erased. */
export async function pseudonymsIn(
  tx: Tx,
  cycle: CycleKey,
  secret: string,
): Promise<((personId: string) => Buffer) | null> {
  const salt = await keySalt(tx, cycle);
  if (!salt) return null;
  const key = keyOf(salt, secret);
  return (personId) => createHmac("sha256", key).update(personId).digest();
}

/** A rater's pseudonym, where the cycle's half of the key is at hand. */
export function pseudonymWith(salt: Buffer, secret: string, personId: string): Buffer {
  return createHmac("sha256", keyOf(salt, secret)).update(personId).digest();
}

function keyOf(salt: Buffer, secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, "rater pseudonym", 32));
}
