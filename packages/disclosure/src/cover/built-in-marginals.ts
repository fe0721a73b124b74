import type { Marginals } from "./beliefs.ts";
import type { Scale } from "./scale.ts";

/**
 * How far answers usually lie from where most of them are, as a share of the scale's length, and at least in points.
 */
const USUAL_SD = 0.22;
const LEAST_SD = 0.75;
/** Where most answers lie on a scale where more is better, as a share of its length. */
const USUAL_PLACE = 0.7;

const made = new Map<string, Marginals>();

/**
 * What answers usually look like, for rounds too small to say it of themselves: one hill around the right amount, or
 * towards the top where more is better. No point is ever thought impossible.
 */
export function builtInMarginals({ low, high, centre }: Scale): Marginals {
  const key = `${low} ${high} ${centre ?? ""}`;
  const known = made.get(key) ?? hill({ low, high, centre });
  made.set(key, known);
  return known;
}

function hill({ low, high, centre }: Pick<Scale, "low" | "high" | "centre">): Marginals {
  const length = high - low;
  const top = centre === undefined ? USUAL_PLACE * length : centre - low;
  const sd = Math.max(LEAST_SD, USUAL_SD * length);
  const raw = Array.from({ length: length + 1 }, (_, at) =>
    Math.exp(-0.5 * ((at - top) / sd) ** 2),
  );
  const total = raw.reduce((sum, each) => sum + each, 0);
  return raw.map((each) => each / total);
}
