import { organisationZone } from "~/features/people/index.server.ts";
import { zoneAmong } from "~/platform/clock/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Cycles that close by themselves and are collecting, with every zone one of their raters is in. */
export async function selfClosingCycles(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ id: string; closesOn: string; zones: string[] }[]> {
  const here = await organisationZone(tx, scope);
  const cycles = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "collecting")
    .where("closesItself", "=", true)
    .where("paused", "=", false)
    .where("closesOn", "is not", null)
    .select(["id", "closesOn"])
    .execute();
  const found = [];
  for (const { id, closesOn } of cycles) {
    if (closesOn === null) continue;
    const zones = await tx
      .selectFrom("rater")
      .innerJoin("person", (join) =>
        join
          .onRef("person.organisationId", "=", "rater.organisationId")
          .onRef("person.id", "=", "rater.personId"),
      )
      .where("rater.organisationId", "=", scope.organisationId)
      .where("rater.cycleId", "=", id)
      .where("rater.state", "=", "invited")
      .select("person.timezone")
      .distinct()
      .execute();
    const known = zones.map(({ timezone }) => zoneAmong(timezone, here));
    found.push({ id, closesOn, zones: [...new Set([here, ...known])] });
  }
  return found;
}

/** Closed cycles whose reports are to be released on a date that has come by the organisation's calendar. */
export async function cyclesToRelease(
  tx: Tx,
  scope: OrganisationScope,
  today: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "closed")
    .where("releaseMode", "=", "date")
    .where("releaseOn", "<=", today)
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}
