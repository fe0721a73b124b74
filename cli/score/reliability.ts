import {
  type CronbachAlpha,
  cronbachAlpha,
  type GroupIcc,
  groupIcc,
  ratersNeeded,
} from "@twohats/psychometrics";
import { byCode } from "./by-code.ts";
import { GrowingCodes, GrowingValues } from "./growing.ts";
import type { Tally } from "./rater-means.ts";
import type { RatingTable } from "./ratings.ts";

export interface Reliability {
  /** Of one rater and of the mean of a participant's raters, from each rater's mean; null when it can't be had. */
  icc: GroupIcc | null;
  /** Raters a participant needs for a mean of this reliability; null when no number would do. */
  raters: { target: number; needed: number } | null;
  /** Over items, of what one rater gave one participant; null without items or with more than fit in memory. */
  alpha: CronbachAlpha | null;
}

const TARGET = 0.8;

/** Cells of the raters x items table past which alpha is left out: 160 MB. */
const LARGEST_TABLE = 2e7;

/** Takes the raters' means of each participant and says how much of the spread of scores is the participants' own. */
export function reliabilityTally(table: RatingTable): Tally<Reliability> {
  const means = new GrowingValues();
  const group = new GrowingCodes();
  return {
    visit(participant, raterMeans) {
      for (const mean of raterMeans) {
        means.push(mean);
        group.push(participant);
      }
    },
    done() {
      const pairs = means.done();
      const exact = groupIcc(pairs, group.done());
      // Where participants' means are all the same it is infinitely below zero, which says nothing more.
      const icc =
        exact && Number.isFinite(exact.icc2 + exact.icc2Lower + exact.icc2Upper) ? exact : null;
      const found = icc === null ? null : ratersNeeded(icc.icc1, TARGET);
      return {
        icc,
        raters: found === null ? null : { target: TARGET, needed: found.raters },
        alpha: alphaOf(table, pairs.length),
      };
    },
  };
}

function alphaOf(table: RatingTable, pairs: number): CronbachAlpha | null {
  const { item, participant, rater } = table;
  if (item === null) return null;
  const cols = item.names.length;
  if (cols < 2 || pairs * cols > LARGEST_TABLE) return null;
  const values = new Float64Array(pairs * cols).fill(Number.NaN);
  const counts = new Uint32Array(pairs * cols);
  const { order } = byCode(participant.codes, participant.names.length);
  const pairOf = new Int32Array(rater.names.length);
  const seenFor = new Int32Array(rater.names.length).fill(-1);
  let rows = 0;
  for (const row of order) {
    const who = rater.codes[row] as number;
    const whom = participant.codes[row] as number;
    const code = item.codes[row] as number;
    if (seenFor[who] !== whom) {
      seenFor[who] = whom;
      pairOf[who] = rows++;
    }
    if (code < 0) continue;
    const at = (pairOf[who] as number) * cols + code;
    const count = (counts[at] as number) + 1;
    const before = count === 1 ? 0 : (values[at] as number);
    counts[at] = count;
    values[at] = before + ((table.values[row] as number) - before) / count;
  }
  return cronbachAlpha({ rows, cols, values });
}
