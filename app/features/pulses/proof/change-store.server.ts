import { lentReports } from "~/features/reports/lent-reads.server.ts";
import { lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Pulsed, ToldChange } from "../domain/proof/told-change.ts";
import { verdictOf } from "../domain/proof/verdict-of.ts";
import { storedResult } from "../pulse/pulse-store.server.ts";

type RoundToTell = OrganisationScope & {
  id: string;
  disclosurePolicy: unknown;
  lastReleased: Date;
};

/** Rounds with pulses that may count, of which nothing was told, and when the last of their reports could be read. */
export async function roundsUntold(tx: Tx, scope: OrganisationScope): Promise<RoundToTell[]> {
  const { organisationId } = scope;
  const rows = await tx
    .selectFrom(lentRoundsOf(scope, "feedback"))
    .innerJoin(lentReports(scope), (join) => join.onRef("report.cycleId", "=", "round.id"))
    .where("report.releasedAt", "is not", null)
    .where((eb) =>
      eb.and([
        eb.exists(
          eb
            .selectFrom("pulse")
            .where("pulse.organisationId", "=", organisationId)
            .whereRef("pulse.ofRoundId", "=", "round.id")
            .where("pulse.mayCount", "=", true)
            .select("pulse.roundId"),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom("changeProof")
              .where("changeProof.organisationId", "=", organisationId)
              .whereRef("changeProof.roundId", "=", "round.id")
              .select("changeProof.roundId"),
          ),
        ),
      ]),
    )
    .groupBy(["round.id", "round.disclosurePolicy"])
    .select(["round.id", "round.disclosurePolicy"])
    .select((eb) => eb.fn.max("report.releasedAt").as("lastReleased"))
    .orderBy("round.id")
    .execute();
  return rows.flatMap(({ lastReleased, ...row }) =>
    lastReleased ? [{ ...row, organisationId, lastReleased }] : [],
  );
}

/**
 * Of everybody in a round who was told that it may count what their newest pulse says in all; for counting and nothing
 * else.
 */
export async function unsafePulsed(
  tx: Tx,
  { organisationId, id: roundId }: OrganisationScope & { id: string },
): Promise<Pulsed[]> {
  const rows = await tx
    .selectFrom("pulse")
    .where("organisationId", "=", organisationId)
    .where("ofRoundId", "=", roundId)
    .where("mayCount", "=", true)
    .where("result", "is not", null)
    .select(["personId", "result"])
    .orderBy("roundId")
    .execute();
  const newest = new Map<string, Pulsed>();
  for (const { personId, result } of rows) {
    const told = storedResult(result);
    const verdict = told && verdictOf(told);
    if (verdict) newest.set(personId, { personId, verdict });
  }
  return [...newest.values()];
}

/** Tells this of a round, for good. */
export async function keepToldChange(
  tx: Tx,
  { organisationId, id: roundId }: OrganisationScope & { id: string },
  told: ToldChange,
  toldOn: string,
): Promise<void> {
  await tx
    .insertInto("changeProof")
    .values({ organisationId, roundId, toldOn, told: JSON.stringify(told) })
    .execute();
}
