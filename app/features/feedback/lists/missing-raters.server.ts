import { directReports } from "~/features/people/index.server.ts";
import { requestsAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { countByRelationship, type Shortage, shortages } from "../domain/enough-raters.ts";
import { readLimits } from "../domain/rater-rules.ts";

/** What a list lacks before it can be handed in or approved. Where nobody is left to be asked, nothing is lacking. */
export async function missingRaters(
  tx: Tx,
  cycle: CycleRow,
  participant: { id: string; personId: string },
): Promise<Shortage[]> {
  const chosen = countByRelationship(await requestsAbout(tx, cycle, participant.id));
  const there = {
    direct_report: await directReports(tx, cycle, participant.personId, { withAddress: true }),
  };
  const short = shortages(readLimits(cycle.raterLimits), chosen, there);
  return short.filter((each) => !each.nobodyLeft);
}
