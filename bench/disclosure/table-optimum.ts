/**
 * How many cells protectTable hides beyond the primary ones, against the fewest possible: every
 * choice of extra cells is tried, in order of size, on small random tables. Run with node.
 */
import { seededRandom } from "../../packages/disclosure/src/comments/shuffle.ts";
import { chooseHidden } from "../../packages/disclosure/src/table/choose-hidden.ts";
import { SuppressionGraph } from "../../packages/disclosure/src/table/suppression-graph.ts";

const k = 5;

/** Whether every union that can be worked out from full margins is empty or reaches k. */
function safe(weights: readonly (readonly number[])[], hidden: (r: number, c: number) => boolean) {
  const rows = weights.length;
  const graph = new SuppressionGraph(rows + (weights[0]?.length ?? 0));
  for (const [r, row] of weights.entries()) {
    for (const [c, weight] of row.entries()) {
      if (weight > 0 && hidden(r, c)) graph.add(r, rows + c, weight);
    }
  }
  for (let a = 0; a < graph.size; a++) {
    for (let b = 0; b < graph.size; b++) {
      const cut = a === b ? k : graph.leastCut(a, b, k);
      if (cut > 0 && cut < k) return false;
    }
  }
  return true;
}

/** The fewest extra cells that make the table safe. */
function fewest(weights: readonly (readonly number[])[]): number {
  const columns = weights[0]?.length ?? 0;
  const free = weights.flat().flatMap((weight, at) => (weight >= k ? [at] : []));
  const primary = new Set(weights.flat().flatMap((weight, at) => (weight < k ? [at] : [])));
  const chosen = new Set<number>();
  const search = (from: number, left: number): boolean => {
    if (left === 0) {
      return safe(weights, (r, c) => primary.has(r * columns + c) || chosen.has(r * columns + c));
    }
    for (let at = from; at <= free.length - left; at++) {
      const cell = free[at] ?? -1;
      chosen.add(cell);
      const found = search(at + 1, left - 1);
      chosen.delete(cell);
      if (found) return true;
    }
    return false;
  };
  for (let size = 0; ; size++) if (search(0, size)) return size;
}

const random = seededRandom("tables");
const tables = Number(process.argv[2] ?? 300);
let ours = 0;
let best = 0;
let counted = 0;
let ratios = 0;
let worst = 1;
while (counted < tables) {
  const rows = 3 + Math.floor(random() * 3);
  const columns = 3 + Math.floor(random() * 2);
  const mean = 6 + random() * 14;
  const weights = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(-mean * Math.log(1 - random()))),
  );
  const hidden = chooseHidden(weights, k);
  const primary = weights.flat().filter((weight) => weight > 0 && weight < k).length;
  // With hidden totals the optimum would have to weigh totals against cells.
  if (primary === 0 || hidden.total || [...hidden.rows, ...hidden.columns].includes(true)) continue;
  const extra = hidden.cells.flat().filter(Boolean).length - primary;
  const optimum = fewest(weights);
  counted++;
  ours += extra;
  best += optimum;
  if (optimum > 0) {
    ratios += extra / optimum;
    worst = Math.max(worst, extra / optimum);
  } else {
    ratios += extra === 0 ? 1 : extra + 1;
  }
}
process.stdout.write(
  `${counted} tables: ${ours} extra cells, optimum ${best}, ratio ${(ours / best).toFixed(3)}, ` +
    `mean ratio ${(ratios / counted).toFixed(3)}, worst ${worst.toFixed(2)}\n`,
);
