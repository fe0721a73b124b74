/**
 * How many cells protectTable hides beyond the primary ones: on small random tables against the fewest possible (every
 * choice of extra cells is tried, in order of size), and on larger ones the greedy choice against what the search for
 * fewer leaves of it. Run with node.
 */
import { seededRandom } from "../../packages/disclosure/src/comments/shuffle.ts";
import {
  chooseHidden,
  type HiddenCells,
} from "../../packages/disclosure/src/table/choose-hidden.ts";
import { fewestExtra } from "../../packages/disclosure/testing/fewest-hidden.ts";

const k = 5;
const random = seededRandom("tables");
const forced = { cells: [], rows: [], columns: [] };

function randomTable(rows: number, columns: number): number[][] {
  const mean = 6 + random() * 14;
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(-mean * Math.log(1 - random()))),
  );
}

const primaries = (weights: readonly (readonly number[])[]) =>
  weights.flat().filter((weight) => weight > 0 && weight < k).length;
const extra = (hidden: HiddenCells, primary: number) =>
  hidden.cells.flat().filter(Boolean).length - primary;

class Against {
  private counted = 0;
  private ours = 0;
  private best = 0;
  private ratios = 0;
  private worst = 1;

  add(own: number, optimum: number): void {
    this.counted++;
    this.ours += own;
    this.best += optimum;
    const ratio = optimum > 0 ? own / optimum : own + 1;
    this.ratios += ratio;
    if (optimum > 0) this.worst = Math.max(this.worst, ratio);
  }

  say(name: string): void {
    process.stdout.write(
      `${name}, ${this.counted} tables: ${this.ours} extra cells, optimum ${this.best}, ratio ${(this.ours / this.best).toFixed(3)}, ` +
        `mean ratio ${(this.ratios / this.counted).toFixed(3)}, worst ${this.worst.toFixed(2)}\n`,
    );
  }
}

const tables = Number(process.argv[2] ?? 300);
const [greedy, searched] = [new Against(), new Against()];
for (let counted = 0; counted < tables; ) {
  const weights = randomTable(3 + Math.floor(random() * 3), 3 + Math.floor(random() * 2));
  const hidden = chooseHidden(weights, k);
  const primary = primaries(weights);
  // With hidden totals the optimum would have to weigh totals against cells.
  if (primary === 0 || hidden.total || [...hidden.rows, ...hidden.columns].includes(true)) continue;
  counted++;
  const optimum = fewestExtra(weights, k);
  greedy.add(extra(chooseHidden(weights, k, forced, 0), primary), optimum);
  searched.add(extra(hidden, primary), optimum);
}
greedy.say("greedy alone");
searched.say("with the search");

for (const [rows, columns] of [
  [8, 6],
  [12, 8],
  [40, 12],
] as const) {
  let [before, after, longer] = [0, 0, 0];
  for (let table = 0; table < 100; table++) {
    const weights = randomTable(rows, columns);
    const primary = primaries(weights);
    before += extra(chooseHidden(weights, k, forced, 0), primary);
    after += extra(chooseHidden(weights, k), primary);
    longer += extra(chooseHidden(weights, k, forced, 5_000_000), primary);
  }
  process.stdout.write(
    `100 tables of ${rows} x ${columns}: ${before} extra cells greedily, ${after} with the search, ${longer} with 25 times its work\n`,
  );
}
