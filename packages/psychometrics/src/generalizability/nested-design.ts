import { estimated, type VarianceComponents } from "./components.ts";
import type { ScoreTable } from "./score-table.ts";

const mean = (list: readonly number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;

/**
 * Raters within ratees, items crossed: Brennan's (r:p) x i, analogous-ANOVA estimates for unequal numbers of raters.
 */
export function nestedDesign({ scores, items }: ScoreTable): VarianceComponents | null {
  const sizes = scores.map((raters) => raters.length);
  const total = sizes.reduce((a, b) => a + b, 0);
  const ratees = scores.length;
  if (total === ratees) return null;
  const squares = sizes.reduce((sum, size) => sum + size * size, 0);
  const n0 = (total - squares / total) / (ratees - 1);
  const ms = meanSquares(scores, items, total);
  const facts = {
    n: total * items,
    design: "nested" as const,
    ratees,
    raters: ratees / sizes.reduce((sum, size) => sum + 1 / size, 0),
    items,
  };
  if (items === 1) {
    const ratee = (ms.ratee - ms.rater) / n0;
    return estimated(facts, { ratee, rater: ms.rater });
  }
  const rateeItem = (ms.rateeItem - ms.residual) / n0;
  return estimated(facts, {
    residual: ms.residual,
    rateeItem,
    rater: (ms.rater - ms.residual) / items,
    ratee: (ms.ratee - ms.rater - n0 * rateeItem) / (n0 * items),
    item: (ms.item - ms.residual - (squares / total) * rateeItem) / total,
  });
}

function meanSquares(scores: number[][][], items: number, total: number) {
  const columns = Array.from({ length: items }, (_, i) => i);
  const grand = mean(scores.flat(2));
  const item = columns.map((i) => mean(scores.flat().map((vector) => vector[i])));
  let [ssRatee, ssRater, ssItem, ssRateeItem, ssResidual] = [0, 0, 0, 0, 0];
  for (const i of columns) ssItem += total * (item[i] - grand) ** 2;
  for (const raters of scores) {
    const own = mean(raters.flat());
    const ownItem = columns.map((i) => mean(raters.map((vector) => vector[i])));
    ssRatee += raters.length * items * (own - grand) ** 2;
    for (const i of columns) {
      const d = ownItem[i] - own - item[i] + grand;
      ssRateeItem += raters.length * d * d;
    }
    for (const vector of raters) {
      const level = mean(vector);
      ssRater += items * (level - own) ** 2;
      for (const i of columns) {
        ssResidual += (vector[i] - level - ownItem[i] + own) ** 2;
      }
    }
  }
  const ratees = scores.length;
  return {
    ratee: ssRatee / (ratees - 1),
    rater: ssRater / (total - ratees),
    item: ssItem / (items - 1),
    rateeItem: ssRateeItem / ((ratees - 1) * (items - 1)),
    residual: ssResidual / ((total - ratees) * (items - 1)),
  };
}
