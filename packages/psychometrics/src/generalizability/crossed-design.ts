import { twoWayMeanSquares } from "../agreement/two-way-mean-squares.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { estimated, type VarianceComponents } from "./components.ts";
import type { ScoreTable } from "./score-table.ts";

/** Ratees x raters, one item. */
export function crossedTwoWay({ scores }: ScoreTable): VarianceComponents | null {
  const table = matrixOf(scores.map((raters) => raters.map((vector) => vector[0])));
  const { rows: ratees, cols: raters } = table;
  if (raters < 2) return null;
  const ms = twoWayMeanSquares(table);
  return estimated(
    { n: ratees * raters, design: "crossed", ratees, raters, items: 1 },
    {
      ratee: (ms.rows - ms.residual) / raters,
      rater: (ms.columns - ms.residual) / ratees,
      residual: ms.residual,
    },
  );
}

/** Ratees x raters x items, each cell once. */
export function crossedThreeWay({ scores, items }: ScoreTable): VarianceComponents | null {
  const p = scores.length;
  const r = scores[0]?.length ?? 0;
  if (r < 2) return null;
  const ms = meanSquares(scores, [p, r, items]);
  const rateeRater = (ms.pr - ms.pri) / items;
  const rateeItem = (ms.pi - ms.pri) / r;
  const raterItem = (ms.ri - ms.pri) / p;
  return estimated(
    { n: p * r * items, design: "crossed", ratees: p, raters: r, items },
    {
      ratee: (ms.p - ms.pr - ms.pi + ms.pri) / (r * items),
      rater: (ms.r - ms.pr - ms.ri + ms.pri) / (p * items),
      item: (ms.i - ms.pi - ms.ri + ms.pri) / (p * r),
      rateeRater,
      rateeItem,
      raterItem,
      residual: ms.pri,
    },
  );
}

function meanSquares(scores: number[][][], [p, r, i]: [number, number, number]) {
  const margin = (keep: (a: number, b: number, c: number) => number, cells: number) => {
    const sums = new Map<number, number>();
    scores.forEach((raters, a) => {
      raters.forEach((vector, b) => {
        vector.forEach((value, c) => {
          const key = keep(a, b, c);
          sums.set(key, (sums.get(key) ?? 0) + value);
        });
      });
    });
    let squares = 0;
    for (const sum of sums.values()) squares += sum * sum;
    return squares / cells;
  };
  const none = margin(() => 0, p * r * i);
  const tp = margin((a) => a, r * i) - none;
  const tr = margin((_a, b) => b, p * i) - none;
  const ti = margin((_a, _b, c) => c, p * r) - none;
  const tpr = margin((a, b) => a * r + b, i) - none - tp - tr;
  const tpi = margin((a, _b, c) => a * i + c, r) - none - tp - ti;
  const tri = margin((_a, b, c) => b * i + c, p) - none - tr - ti;
  const all = margin((a, b, c) => (a * r + b) * i + c, 1) - none;
  return {
    p: tp / (p - 1),
    r: tr / (r - 1),
    i: ti / (i - 1),
    pr: tpr / ((p - 1) * (r - 1)),
    pi: tpi / ((p - 1) * (i - 1)),
    ri: tri / ((r - 1) * (i - 1)),
    pri: (all - tp - tr - ti - tpr - tpi - tri) / ((p - 1) * (r - 1) * (i - 1)),
  };
}
