import { lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { storedAway } from "../away/away-store.server.ts";
import { awayQuestions } from "../domain/away/tell-away.ts";

/** What somebody asked their team after they were away, with what both said, as they read it. */
export async function exportedAwayTests(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await tx
    .selectFrom("awayTest")
    .innerJoin(lentRoundsOf(scope, "away"), (join) =>
      join.onRef("round.id", "=", "awayTest.roundId"),
    )
    .where("awayTest.organisationId", "=", scope.organisationId)
    .where("awayTest.personId", "=", personId)
    .select(["round.opensOn", "awayTest.firstDay", "awayTest.lastDay", "awayTest.own"])
    .select("awayTest.told")
    .orderBy("round.id")
    .execute();
  return rows.map(({ opensOn: askedOn, firstDay, lastDay, own, told }) => ({
    ...{ firstDay, lastDay, askedOn },
    questions: awayQuestions.map((question, at) => {
      const team = storedAway(told)?.questions[question];
      return {
        question,
        own: own[at] ? String(own[at]) : null,
        team: team?.told === "counts" ? team.counts.join(", ") : null,
        near: team?.told === "near" ? String(team.answer) : null,
      };
    }),
  }));
}

/** Whether somebody ever asked their team. */
export async function hasAwayTests(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("awayTest")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("roundId")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets when somebody was away, what they said of it, and what their team did. */
export async function forgetAwayTests(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("awayTest")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
