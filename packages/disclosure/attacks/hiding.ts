import { nearEndRule } from "../src/cover/near-end.ts";
import type { Scale } from "../src/cover/scale.ts";
import { spreadCover } from "../src/report/spread-cover.ts";
import type { Chance } from "./chance.ts";
import {
  drawGroup,
  type HidingOutcome,
  highRounds,
  nothingRead,
  readWithheld,
  type Withholding,
} from "./sureness.ts";

const scale: Scale = { low: 1, high: 5 };
const SIZES = [3, 4, 5, 6];
const SPREAD_SIZES = [5, 6, 7, 8];

/** The day before yesterday's rule: what is alike is hidden, and nothing else. */
const hideAlike: Withholding = (counts) => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (counts.at(-1) ?? 0) >= n - 1 ? 1 : 0;
};

/** Rounds of groups near the top of a scale, and what each rater makes of what is hidden. */
export function readHiding(draw: Chance, groups: number, rules: "ours" | "plain"): HidingOutcome {
  const marginals = draw.pick(highRounds);
  const known = new Map<string, number>();
  let outcome = nothingRead;
  for (let at = 0; at < groups; at++) {
    const n = draw.pick(SIZES);
    const rule = nearEndRule(n, scale, marginals);
    const hides: Withholding =
      rules === "plain" ? hideAlike : (counts) => rule?.withheld(counts).high ?? 1;
    const counts = drawGroup(draw, n, marginals);
    if (draw.happens(hides(counts)))
      outcome = readWithheld(outcome, { counts, marginals, hides, look: "" }, known);
  }
  return outcome;
}

const sumOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + count * (at + scale.low), 0);
const isAlike = (counts: readonly number[]) =>
  Math.max(...counts) >= counts.reduce((sum, count) => sum + count, 0) - 1;

/**
 * Groups whose mean is shown; how many of them show no spread; and what each rater makes of that, knowing the mean.
 * `plain` hides what is alike alone.
 */
export function readMissingSpreads(draw: Chance, groups: number, rules: "ours" | "plain") {
  const marginals = draw.pick(highRounds);
  const known = new Map<string, number>();
  let [outcome, means] = [nothingRead, 0];
  for (let at = 0; at < groups; at++) {
    const n = draw.pick(SPREAD_SIZES);
    const counts = drawGroup(draw, n, marginals);
    const rule = nearEndRule(n, scale, marginals);
    const meanShown: Withholding = (each) => {
      const { low, high } = rule?.withheld(each) ?? { low: 0, high: 1 };
      return 1 - low - high;
    };
    if (!draw.happens(meanShown(counts))) continue;
    means++;
    const sum = sumOf(counts);
    const often = rules === "plain" ? 0 : spreadCover(n, sum, scale, marginals);
    const without: Withholding = (each) => (isAlike(each) ? 1 : often);
    if (!draw.happens(without(counts))) continue;
    // Where no spread is ever shown at a mean, its absence tells nothing that the mean does not.
    const hides: Withholding = (each) =>
      sumOf(each) === sum ? meanShown(each) * without(each) : 0;
    const told = { counts, marginals, hides, look: `${sum}` };
    if (often < 1) outcome = readWithheld(outcome, told, known);
    else outcome = { ...outcome, withheld: outcome.withheld + 1 };
  }
  return { ...outcome, means };
}
