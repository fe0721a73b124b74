import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RoundByTheClock } from "../domain/next-look.ts";
import { cyclesIn, participantsIn } from "./participation-reads.server.ts";

/** An organisation's rounds to which something may come by the clock. */
export async function roundsByTheClock(
  tx: Tx,
  scope: OrganisationScope,
): Promise<RoundByTheClock[]> {
  const rows = await cyclesIn(tx, scope)
    .where((eb) =>
      eb.or([
        eb("round.state", "in", ["nominating", "collecting"]),
        eb.and([eb("round.state", "=", "closed"), eb("round.releaseMode", "=", "date")]),
      ]),
    )
    .select(["round.id", "round.state", "round.releaseOn"])
    .select(["cycle.nominateBy", "cycle.approvedBy", "cycle.approveAfterDays"])
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
  const row = await participantsIn(tx, scope)
    .where("subject.roundId", "=", cycleId)
    .where("participant.nomination", "=", "submitted")
    .where("subject.withdrawn", "=", false)
    .select((eb) => eb.fn.min("participant.nominatedAt").as("at"))
    .executeTakeFirst();
  return row?.at ?? null;
}
