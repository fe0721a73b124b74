import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { InstrumentQuality } from "../domain/instrument-quality.ts";

/** Freezes what a round tells of its questionnaire. Takes only what disclosure let through; once there it stays. */
export async function insertInstrumentQuality(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  content: Disclosed<InstrumentQuality>,
  createdAt: Date,
): Promise<void> {
  assertDisclosed(content);
  await tx
    .insertInto("instrumentQuality")
    .values({
      organisationId: cycle.organisationId,
      cycleId: cycle.id,
      result: JSON.stringify(content),
      createdAt,
    })
    .onConflict((conflict) => conflict.columns(["organisationId", "cycleId"]).doNothing())
    .execute();
}
