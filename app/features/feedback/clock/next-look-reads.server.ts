import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RoundByTheClock } from "../domain/next-look.ts";

/** An organisation's rounds to which something may come by the clock. */
export async function roundsByTheClock(
  tx: Tx,
  scope: OrganisationScope,
): Promise<RoundByTheClock[]> {
  const rows = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where((eb) =>
      eb.or([
        eb("state", "in", ["nominating", "collecting"]),
        eb.and([eb("state", "=", "closed"), eb("releaseMode", "=", "date")]),
      ]),
    )
    .select(["id", "state", "nominateBy", "releaseOn", "approvedBy", "approveAfterDays"])
    .execute();
  const rounds: RoundByTheClock[] = [];
  for (const { id, state, nominateBy, releaseOn, approvedBy, approveAfterDays } of rows) {
    if (state === "collecting") rounds.push({ state });
    else if (state === "nominating") {
      const approves = approvedBy !== "nobody" && approveAfterDays !== null;
      const at = approves ? await firstHandedIn(tx, scope, id) : null;
      const handedIn = at && approveAfterDays !== null ? { at, approveAfterDays } : null;
      rounds.push({ state, nominateBy, handedIn });
    } else if (releaseOn !== null) rounds.push({ state: "closed", releaseOn });
  }
  return rounds;
}

/** When the first list of a cycle was handed in that nobody decided on; null when there is none. */
async function firstHandedIn(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
): Promise<Date | null> {
  const row = await tx
    .selectFrom("participant")
    .where("organisationId", "=", scope.organisationId)
    .where("cycleId", "=", cycleId)
    .where("nomination", "=", "submitted")
    .where("withdrawn", "=", false)
    .select((eb) => eb.fn.min("nominatedAt").as("at"))
    .executeTakeFirst();
  return row?.at ?? null;
}

/** When the first file of reports is to be deleted; null when there is none. */
export async function firstBundleExpires(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  const row = await tx
    .selectFrom("reportBundle")
    .where("organisationId", "=", scope.organisationId)
    .select((eb) => eb.fn.min("expiresAt").as("at"))
    .executeTakeFirst();
  return row?.at ?? null;
}
