import { createHmac, hkdfSync } from "node:crypto";
import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { UsefulnessFigures } from "../domain/usefulness-scale.ts";

type CycleKey = { organisationId: string; id: string };

/** One rating by its id, which is new whenever it changes. */
type UsefulnessRating = { id: string; rating: number };

/** A participant's pseudonym among a cycle's ratings of its usefulness; meaningless without the server's secret. */
export function usefulnessPseudonym(secret: string, cycleId: string, personId: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", secret, cycleId, "usefulness", 32));
  return createHmac("sha256", key).update(personId).digest();
}

/**
 * Keeps someone's rating, in place of what they gave before. A changed rating has a new id, the same one keeps its own.
 */
export async function keepUsefulness(
  tx: Tx,
  cycle: CycleKey,
  pseudonym: Buffer,
  rating: number,
): Promise<void> {
  const { organisationId, id: cycleId } = cycle;
  await tx
    .insertInto("usefulness")
    .values({ organisationId, id: newId(), cycleId, pseudonym, rating })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "cycleId", "pseudonym"])
        .doUpdateSet((eb) => ({ id: eb.ref("excluded.id"), rating: eb.ref("excluded.rating") }))
        .where("usefulness.rating", "!=", rating),
    )
    .execute();
}

/** Every rating of a cycle, in an order that tells nothing; for disclosing them and nothing else. */
export async function usefulnessRatings(tx: Tx, cycle: CycleKey): Promise<UsefulnessRating[]> {
  return tx
    .selectFrom("usefulness")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["id", "rating"])
    .orderBy("pseudonym")
    .execute();
}

/** Shows these figures from now on. Takes only what disclosure let through. */
export async function keepUsefulnessShown(
  tx: Tx,
  cycle: CycleKey,
  figures: Disclosed<{ shown: UsefulnessFigures | null }>,
): Promise<void> {
  assertDisclosed(figures);
  const changes = { figures: JSON.stringify(figures) };
  await tx
    .insertInto("usefulnessShown")
    .values({ organisationId: cycle.organisationId, cycleId: cycle.id, ...changes })
    .onConflict((conflict) => conflict.columns(["organisationId", "cycleId"]).doUpdateSet(changes))
    .execute();
}
