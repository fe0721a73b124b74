import { type FacetData, scaleAt, topAt } from "./facet-data.ts";
import { logitOf, SIGNS } from "./joint-likelihood.ts";
import { ScaleAt } from "./rating-scale.ts";

interface Unplaced {
  f: number;
  level: number;
  ratings: number[];
}

/**
 * Measures of elements none of whose ratings were estimated from: where the total of their ratings with known others is
 * expected, a lowest or highest one moved inwards by .3. Those who rated estimated ones come first, then those who
 * rated them, and so on; who hangs together with nobody is placed as if the others stood at 0.
 */
export function placeSetAside(
  data: FacetData,
  active: Uint8Array,
  measures: Float64Array[],
  thresholds: readonly (readonly number[])[],
  facets: readonly number[],
): void {
  const scales = thresholds.map((own) => new ScaleAt(own));
  const known = data.sizes.map((size) => new Uint8Array(size).fill(size < 2 ? 1 : 0));
  data.facets.forEach((levels, f) => {
    levels.forEach((level, i) => {
      if (active[i] === 1 || !facets.includes(f)) (known[f] as Uint8Array)[level] = 1;
    });
  });
  let left = facets.flatMap((f) => unplaced(data, f, known[f] as Uint8Array));
  for (const { f, level } of left) (measures[f] as Float64Array)[level] = 0;
  while (left.length > 0) {
    const reached = left
      .map((own) => ({ ...own, ratings: withKnownOthers(data, own, known) }))
      .filter(({ ratings }) => ratings.length > 0);
    const now = reached.length > 0 ? reached : left;
    const found = now.map((own) => placed(data, measures, scales, own));
    now.forEach(({ f, level }, k) => {
      (measures[f] as Float64Array)[level] = found[k];
      (known[f] as Uint8Array)[level] = 1;
    });
    left = left.filter(({ f, level }) => (known[f] as Uint8Array)[level] === 0);
  }
}

function unplaced(data: FacetData, f: number, known: Uint8Array): Unplaced[] {
  const rated = new Map<number, number[]>();
  (data.facets[f] as Int32Array).forEach((level, i) => {
    if (known[level] === 1) return;
    const own = rated.get(level) ?? [];
    rated.set(level, own);
    own.push(i);
  });
  return [...rated].map(([level, ratings]) => ({ f, level, ratings }));
}

function withKnownOthers(data: FacetData, { f, ratings }: Unplaced, known: Uint8Array[]) {
  return ratings.filter((i) =>
    data.facets.every((levels, g) => g === f || known[g]?.[levels[i] as number] === 1),
  );
}

/** Newton's method on the total of the given ratings. */
function placed(
  data: FacetData,
  measures: Float64Array[],
  scales: readonly ScaleAt[],
  { f, level, ratings }: Unplaced,
): number {
  const sign = SIGNS[f];
  const before = (measures[f] as Float64Array)[level];
  const most = ratings.reduce((sum, i) => sum + topAt(data, i), 0);
  const total = ratings.reduce((sum, i) => sum + data.score[i], 0);
  const goal = Math.min(Math.max(total, 0.3), most - 0.3);
  let moved = 0;
  for (let step = 0; step < 100; step++) {
    let [expected, information] = [0, 0];
    for (const i of ratings) {
      const scale = scales[scaleAt(data, i)] as ScaleAt;
      const { mean, variance } = scale.at(logitOf(data, measures, i) + moved);
      expected += mean;
      information += variance;
    }
    const move = Math.max(-1, Math.min(1, (goal - expected) / information));
    moved += move;
    if (Math.abs(move) < 1e-11) break;
  }
  return before + sign * moved;
}
