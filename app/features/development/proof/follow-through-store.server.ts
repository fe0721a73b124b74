import { hasReadReports, lentFocus, lentReports } from "~/features/reports/lent-reads.server.ts";
import { lentRoundsOf, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Followed, FollowStep } from "../domain/proof/followed.ts";
import type { ToldCount } from "../domain/proof/told-count.ts";

/** Rounds whose reports can be read since a moment or later, with what was promised in each. */
export async function roundsFollowed(
  tx: Tx,
  scope: OrganisationScope,
  since: Date,
): Promise<{ id: string; organisationId: string; disclosurePolicy: unknown }[]> {
  const rows = await tx
    .selectFrom(lentRoundsOf(scope, "feedback"))
    .where(hasReadReports(scope, since))
    .select(["round.id", "round.disclosurePolicy"])
    .orderBy("round.id")
    .execute();
  return rows.map((row) => ({ ...row, organisationId: scope.organisationId }));
}

/**
 * Everybody who can read their report of a round, and what they did after it; for counting and nothing else. A
 * practice counts where its person was told so before they began it.
 */
export async function unsafeFollowed(
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
): Promise<Followed[]> {
  const { organisationId } = scope;
  const rows = await tx
    .selectFrom(lentReports(scope))
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .where("report.cycleId", "=", roundId)
    .where("report.releasedAt", "is not", null)
    .where("subject.personId", "is not", null)
    .select("subject.personId")
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom(lentFocus(scope))
            .whereRef("focus.reportId", "=", "report.id")
            .select("focus.reportId"),
        )
        .as("chose"),
      eb
        .exists(
          eb
            .selectFrom("planArea")
            .where("planArea.organisationId", "=", organisationId)
            .whereRef("planArea.reportId", "=", "report.id")
            .select("planArea.id"),
        )
        .as("planned"),
      eb
        .exists(
          eb
            .selectFrom("practice")
            .where("practice.organisationId", "=", organisationId)
            .whereRef("practice.personId", "=", "subject.personId")
            .where("practice.mayCount", "=", true)
            .where("practice.begunOn", "is not", null)
            .whereRef("practice.begunOn", ">=", eb.cast("report.releasedAt", "date"))
            .select("practice.id"),
        )
        .as("practised"),
    ])
    .orderBy("subject.personId")
    .execute();
  return rows.flatMap(({ personId, chose, planned, practised }) =>
    personId === null
      ? []
      : [
          {
            personId,
            ...{ chose: Boolean(chose), planned: Boolean(planned), practised: Boolean(practised) },
          },
        ],
  );
}

/** Tells this of a step in a round from now on, unless it was settled. */
export async function keepTold(
  tx: Tx,
  { organisationId, id: roundId }: OrganisationScope & { id: string },
  step: FollowStep,
  told: ToldCount,
): Promise<void> {
  const changes = { told: JSON.stringify(told) };
  await tx
    .insertInto("followThrough")
    .values({ organisationId, roundId, step, ...changes })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "roundId", "step"])
        .doUpdateSet(changes)
        .where("followThrough.settled", "=", false),
    )
    .execute();
}

/** What was told of a step moves no more. */
export async function settleStep(
  tx: Tx,
  { organisationId, id: roundId }: OrganisationScope & { id: string },
  step: FollowStep,
): Promise<void> {
  await tx
    .updateTable("followThrough")
    .set({ settled: true })
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", roundId)
    .where("step", "=", step)
    .execute();
}
