import { amountEffectiveness, amountShares } from "@twohats/psychometrics";
import { byCode } from "./by-code.ts";
import type { Fit } from "./model.ts";
import type { Labels, RatingTable } from "./ratings.ts";
import type { Scale } from "./scale.ts";

export interface ParticipantScore {
  id: string;
  /** What the file calls them, where it has names beside the ids. */
  name?: string;
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

/**
 * A score for everyone rated, by code: in the order in which the file first names them. Put together one at a time, for
 * millions.
 */
export interface ParticipantScores {
  readonly count: number;
  at(code: number): ParticipantScore;
  /** Codes of those with an adjusted score, best first. */
  byScore(): Int32Array;
}

export function participantScores(
  table: RatingTable,
  { estimates }: Fit,
  scale: Scale | null,
): ParticipantScores {
  const { participant, rater, values } = table;
  const count = participant.names.length;
  const { order, start } = byCode(participant.codes, count);
  const raters = ratersOf(rater, order, start);
  const at = (code: number): ParticipantScore => {
    const rows = order.subarray(start[code], start[code + 1]);
    const ratings = Float64Array.from(rows, (row) => values[row] as number);
    const known = estimates !== null && !Number.isNaN(estimates.adjusted[code]) ? estimates : null;
    return {
      id: participant.names.at(code),
      ...nameOf(table.participantNames, code),
      raters: raters[code] as number,
      ratings: ratings.length,
      mean: ratings.reduce((sum, value) => sum + value, 0) / ratings.length,
      adjusted: known?.adjusted[code] ?? null,
      sd: toldOf(known?.sd[code]),
      lower: toldOf(known?.lower[code]),
      upper: toldOf(known?.upper[code]),
      reliability: toldOf(known?.reliability[code]),
      group: known?.group[code] ?? null,
      ...amountOf(scale, ratings),
    };
  };
  return {
    count,
    at,
    byScore() {
      const scores = estimates?.adjusted ?? new Float64Array(count).fill(Number.NaN);
      const scored = Int32Array.from({ length: count }, (_, code) => code).filter(
        (code) => !Number.isNaN(scores[code]),
      );
      return scored.sort((a, b) => (scores[b] as number) - (scores[a] as number));
    },
  };
}

function toldOf(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function nameOf(names: readonly string[] | null, code: number): Pick<ParticipantScore, "name"> {
  const name = names?.[code];
  return name === undefined ? {} : { name };
}

/** How many different raters each participant has, from rows sorted by participant. */
function ratersOf(rater: Labels, order: Int32Array, start: Int32Array): Int32Array {
  const counts = new Int32Array(start.length - 1);
  const seenFor = new Int32Array(rater.names.length).fill(-1);
  for (let code = 0; code < counts.length; code++) {
    let different = 0;
    for (let i = start[code] as number; i < (start[code + 1] as number); i++) {
      const who = rater.codes[order[i] as number] as number;
      if (seenFor[who] === code) continue;
      seenFor[who] = code;
      different++;
    }
    counts[code] = different;
  }
  return counts;
}

function amountOf(scale: Scale | null, ratings: Float64Array): Pick<ParticipantScore, "amount"> {
  if (scale === null || scale.amount === null) return {};
  const shares = amountShares(ratings, scale.amount);
  const effect = amountEffectiveness(ratings, scale.amount);
  if (shares === null || effect === null) return {};
  const { under, right, over } = shares;
  return { amount: { under, right, over, effectiveness: effect.effectiveness } };
}
