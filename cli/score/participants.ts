import { amountEffectiveness, amountShares, type RateeEffect } from "@twohats/psychometrics";
import { byCode } from "./by-code.ts";
import type { Fit } from "./model.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Scale } from "./scale.ts";

export interface ParticipantScore {
  id: string;
  raters: number;
  ratings: number;
  mean: number;
  /** The score with raters' leniency taken out, and what the model makes of it; null where no model was fitted. */
  adjusted: number | null;
  sd: number | null;
  lower: number | null;
  upper: number | null;
  reliability: number | null;
  /** Participants of different groups can't be compared: no rater links them. */
  group: number | null;
  /** On an amount scale: shares of ratings, and 0 to 100. */
  amount?: { under: number; right: number; over: number; effectiveness: number };
}

/** A score for everyone rated, in the order in which the file first names them. */
export function participantScores(
  table: RatingTable,
  { result }: Fit,
  scale: Scale | null,
): ParticipantScore[] {
  const { participant, rater, values } = table;
  const { order, start } = byCode(participant.codes, participant.names.length);
  const effects = new Array<RateeEffect | undefined>(participant.names.length);
  if (result.ok) for (const effect of result.ratees) effects[Number(effect.id)] = effect;
  const seenFor = new Int32Array(rater.names.length).fill(-1);
  return participant.names.map((id, code) => {
    const rows = order.subarray(start[code], start[code + 1]);
    let [sum, raters] = [0, 0];
    for (const row of rows) {
      sum += values[row] as number;
      const who = rater.codes[row] as number;
      if (seenFor[who] === code) continue;
      seenFor[who] = code;
      raters++;
    }
    const effect = effects[code];
    return {
      id,
      raters,
      ratings: rows.length,
      mean: sum / rows.length,
      adjusted: effect?.adjusted ?? null,
      sd: effect?.sd ?? null,
      lower: effect?.lower ?? null,
      upper: effect?.upper ?? null,
      reliability: effect?.reliability ?? null,
      group: effect?.component ?? null,
      ...amountOf(
        scale,
        Float64Array.from(rows, (row) => values[row] as number),
      ),
    };
  });
}

function amountOf(scale: Scale | null, ratings: Float64Array): Pick<ParticipantScore, "amount"> {
  if (scale === null || scale.amount === null) return {};
  const shares = amountShares(ratings, scale.amount);
  const effect = amountEffectiveness(ratings, scale.amount);
  if (shares === null || effect === null) return {};
  const { under, right, over } = shares;
  return { amount: { under, right, over, effectiveness: effect.effectiveness } };
}
