import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { needsOthers } from "../domain/cycle-kind.ts";
import {
  type ForecastBasis,
  type ForecastSpread,
  forecastSpread,
} from "../domain/reliability-forecast.ts";
import { forecastBasis, raterCountsOf } from "./forecast-reads.server.ts";

export type ReviewForecast = { spread: ForecastSpread; basis: ForecastBasis };

/**
 * What the lists of a cycle will tell, before HR launches it. HR only; null for anyone else, for an unknown cycle, and
 * where nobody but the participants is asked.
 */
export function reviewForecast(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<ReviewForecast | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle || !needsOthers(cycle.kind)) return null;
    const lists = await raterCountsOf(tx, actor, cycleId);
    if (lists.length === 0) return null;
    const basis = await forecastBasis(tx, actor, cycle.instrumentId);
    return { spread: forecastSpread(lists, basis), basis };
  });
}
