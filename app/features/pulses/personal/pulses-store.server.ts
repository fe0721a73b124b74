import { lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { wordsAsked } from "../asking/asked-words-reads.server.ts";
import { mainRow } from "../domain/pulse-result.ts";
import { storedResult } from "../pulse/pulse-store.server.ts";

/** The pulses of somebody, the first first, each with what it told of every question in all. */
export async function exportedPulses(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await tx
    .selectFrom("pulse")
    .innerJoin(lentRoundsOf(scope, "pulse"), (join) => join.onRef("round.id", "=", "pulse.roundId"))
    .where("pulse.organisationId", "=", scope.organisationId)
    .where("pulse.personId", "=", personId)
    .select(["round.opensOn", "round.closesOn", "pulse.items", "pulse.result"])
    .select("pulse.ofRoundId")
    .orderBy("round.id")
    .execute();
  const of = rows.map(({ ofRoundId }) => ofRoundId);
  const called = await wordsAsked(tx, scope, of);
  return rows.map(({ opensOn, closesOn, items, result, ofRoundId }) => ({
    askedOn: opensOn,
    closesOn,
    questions: items.map((asked) => {
      const told = storedResult(result)?.behaviours.find(({ item }) => item === asked);
      const main = told ? mainRow(told.rows) : null;
      const words = (value: number | undefined) => (value === undefined ? null : value.toFixed(1));
      return {
        question: called(ofRoundId, asked),
        before: words(main?.amounts?.before.mean),
        now: words(main?.amounts?.now.mean),
        balance: words(main?.compared?.balance),
        verdict: main?.verdict ?? null,
      };
    }),
  }));
}

/** Whether others were ever asked about somebody once more. */
export async function hasPulses(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("pulse")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("roundId")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets whose pulses they were, and what they told. */
export async function forgetPulses(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("pulse")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
