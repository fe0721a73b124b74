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
  const salt = await keySalt(tx, cycle);
  if (!salt) return null;
  const key = Buffer.from(hkdfSync("sha256", secret, salt, "rater pseudonym", 32));
  return createHmac("sha256", key).update(personId).digest();
}
