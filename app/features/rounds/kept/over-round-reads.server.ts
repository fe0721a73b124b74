import { expressionBuilder, sql } from "kysely";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { DB } from "~/platform/db/schema.gen.ts";
import { isOver, roundStates } from "../domain/round.ts";

/** An organisation's rounds that are over, as `round`, each with the calendar date in UTC since when it is. */
export function lentOverRounds({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("round")
    .leftJoin("closure", (join) =>
      join
        .on("closure.organisationId", "=", organisationId)
        .onRef("closure.roundId", "=", "round.id"),
    )
    .where("round.organisationId", "=", organisationId)
    .where("round.state", "in", roundStates.filter(isOver))
    .select(["round.organisationId", "round.id", "round.name"])
    .select(
      sql<string>`coalesce((closure.finished_at AT TIME ZONE 'UTC')::date,
        (round.called_off_at AT TIME ZONE 'UTC')::date, round.closes_on)`.as("overOn"),
    )
    .as("round");
}
