import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Tx } from "~/platform/db/database.server.ts";
import { insertKeySalt, keySalt } from "./secret-store.server.ts";

type CycleKey = { organisationId: string; id: string };

/** A rater and whom they rate. */
export type Pair = { personId: string; participantId: string };

/** Gives a cycle the key of its pseudonyms. Half of it is in the database, half is the server's secret. */
export async function makePseudonymKey(tx: Tx, cycle: CycleKey): Promise<void> {
  await insertKeySalt(tx, cycle, randomBytes(32));
}

/** The pseudonym of a pair in a cycle; null once its key was erased. */
export async function pseudonymOf(
  tx: Tx,
  cycle: CycleKey,
  secret: string,
  pair: Pair,
): Promise<Buffer | null> {
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  return pseudonym?.(pair) ?? null;
}

/** The pseudonyms of one cycle, for asking about many pairs; null once its key was erased. */
export async function pseudonymsIn(
  tx: Tx,
  cycle: CycleKey,
  secret: string,
): Promise<((pair: Pair) => Buffer) | null> {
  const salt = await keySalt(tx, cycle);
  if (!salt) return null;
  const key = keyOf(salt, secret);
  return (pair) => ofPair(key, pair);
}

/** The pseudonym of a pair, where the cycle's half of the key is at hand. */
export function pseudonymWith(salt: Buffer, secret: string, pair: Pair): Buffer {
  return ofPair(keyOf(salt, secret), pair);
}

/** What responses carried before pseudonyms belonged to pairs: one for all that a rater answered in a cycle. */
export function formerPseudonym(salt: Buffer, secret: string, personId: string): Buffer {
  return createHmac("sha256", keyOf(salt, secret)).update(personId).digest();
}

/** Two responses of one rater have nothing in common: without the key nobody can tell that they are by the same hand. */
function ofPair(key: Buffer, { personId, participantId }: Pair): Buffer {
  return createHmac("sha256", key).update(`${personId} ${participantId}`).digest();
}

function keyOf(salt: Buffer, secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, "rater pseudonym", 32));
}
