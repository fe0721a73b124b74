import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Tx } from "~/platform/db/database.server.ts";
import { insertKeySalt, keySalt } from "./secret-store.server.ts";

type RoundKey = { organisationId: string; id: string };

/** A rater and whom they rate: nobody, where they are asked about their own work. */
export type Pair = { personId: string; subjectId: string | null };

/** Gives a round the key of its pseudonyms. Half of it is in the database, half is the server's secret. */
export async function makePseudonymKey(tx: Tx, round: RoundKey): Promise<void> {
  await insertKeySalt(tx, round, randomBytes(32));
}

/** The pseudonym of a pair in a round; null once its key was erased. */
export async function pseudonymOf(
  tx: Tx,
  round: RoundKey,
  secret: string,
  pair: Pair,
): Promise<Buffer | null> {
  const pseudonym = await pseudonymsIn(tx, round, secret);
  return pseudonym?.(pair) ?? null;
}

/** The pseudonyms of one round, for asking about many pairs; null once its key was erased. */
export async function pseudonymsIn(
  tx: Tx,
  round: RoundKey,
  secret: string,
): Promise<((pair: Pair) => Buffer) | null> {
  const salt = await keySalt(tx, round);
  if (!salt) return null;
  const key = keyOf(salt, secret);
  return (pair) => ofPair(key, pair);
}

/** The pseudonym of a pair, where the round's half of the key is at hand. */
export function pseudonymWith(salt: Buffer, secret: string, pair: Pair): Buffer {
  return ofPair(keyOf(salt, secret), pair);
}

/** What responses carried before pseudonyms belonged to pairs: one for all that a rater answered in a round. */
export function formerPseudonym(salt: Buffer, secret: string, personId: string): Buffer {
  return createHmac("sha256", keyOf(salt, secret)).update(personId).digest();
}

/**
 * Two responses of one rater have nothing in common: without the key nobody can tell that they are by the same hand.
 */
function ofPair(key: Buffer, { personId, subjectId }: Pair): Buffer {
  return createHmac("sha256", key)
    .update(`${personId} ${subjectId ?? ""}`)
    .digest();
}

function keyOf(salt: Buffer, secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, "rater pseudonym", 32));
}
