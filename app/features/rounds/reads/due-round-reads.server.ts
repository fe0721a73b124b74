import { organisationZone } from "~/features/people/index.server.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RoundKind } from "../domain/round.ts";
import { lentAnyRequests } from "../lent-reads.server.ts";

/** Rounds of a kind that close by themselves and are collecting, with every zone somebody who is asked is in. */
export async function selfClosingRounds(
  tx: Tx,
  scope: OrganisationScope,
  kind: RoundKind,
): Promise<{ id: string; closesOn: string; zones: string[] }[]> {
  const here = await organisationZone(tx, scope);
  const rounds = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("kind", "=", kind)
    .where("state", "=", "collecting")
    .where("closesItself", "=", true)
    .where("paused", "=", false)
    .where("closesOn", "is not", null)
    .select(["id", "closesOn"])
    .execute();
  const found = [];
  for (const { id, closesOn } of rounds) {
    if (closesOn === null) continue;
    const zones = await tx
      .selectFrom(lentAnyRequests(scope))
      .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "request.personId"))
      .where("request.roundId", "=", id)
      .where("request.state", "=", "invited")
      .select("person.timezone")
      .distinct()
      .execute();
    const known = zones.map(({ timezone }) => zoneAmong(timezone, here));
    found.push({ id, closesOn, zones: [...new Set([here, ...known])] });
  }
  return found;
}

/** Closed rounds of a kind whose reports are to be released on a date that has come by the organisation's calendar. */
export async function roundsToRelease(
  tx: Tx,
  scope: OrganisationScope,
  kind: RoundKind,
  today: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("kind", "=", kind)
    .where("state", "=", "closed")
    .where("releaseMode", "=", "date")
    .where("releaseOn", "<=", today)
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}
