import type { Actor } from "~/features/identity/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { withinReach } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isHandedIn, isNominationState } from "../domain/nomination.ts";
import { cyclesIn, participantsWithCycles } from "./participation-reads.server.ts";

/** In cycles whose raters are being chosen: by when they should be, and for how many participants they are. HR only. */
export async function nominatingCycles(
  tx: Tx,
  actor: Actor,
): Promise<Map<string, { nominateBy: string | null; chosen: number }>> {
  if (!mayRunSomeRounds(actor)) return new Map();
  const cycles = await cyclesIn(tx, actor)
    .where("round.state", "=", "nominating")
    .where(withinReach(actor))
    .select(["round.id", "cycle.nominateBy"])
    .execute();
  const counts = await participantsWithCycles(tx, actor)
    .where("round.state", "=", "nominating")
    .where(withinReach(actor))
    .select(["round.id", "participant.nomination"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy(["round.id", "participant.nomination"])
    .execute();
  const handedIn = counts.filter(
    ({ nomination }) => isNominationState(nomination) && isHandedIn(nomination),
  );
  return new Map(
    cycles.map(({ id, nominateBy }) => [
      id,
      {
        nominateBy,
        chosen: handedIn.reduce((sum, each) => sum + (each.id === id ? Number(each.count) : 0), 0),
      },
    ]),
  );
}
