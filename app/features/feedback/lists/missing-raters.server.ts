import type { CycleRow } from "~/features/rounds/index.server.ts";
import { ratersAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { countByRelationship, type Shortage, shortages } from "../domain/enough-raters.ts";
import { readLimits } from "../domain/rater-rules.ts";
import { reportsOf } from "./nomination-reads.server.ts";

/** What a list lacks before it can be handed in or approved. Where nobody is left to be asked, nothing is lacking. */
export async function missingRaters(
  tx: Tx,
  cycle: CycleRow,
  participant: { id: string; personId: string },
): Promise<Shortage[]> {
  const chosen = countByRelationship(await ratersAbout(tx, cycle, participant.id));
  const there = { direct_report: await reportsOf(tx, cycle, participant.personId) };
  const short = shortages(readLimits(cycle.raterLimits), chosen, there);
  return short.filter((each) => !each.nobodyLeft);
}
