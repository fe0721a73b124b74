import type { Cells } from "./cells.ts";

const SAMPLE = 200;

/**
 * Whether people mostly share their raters with the same few others, as in teams: then eliminating them one by one
 * stays cheap. Looks at a sample of ratees: of the ways to go on to another ratee through a rater, how many lead to
 * different ones.
 */
export function isLocal(cells: Cells): boolean {
  const [ratee, rater] = cells.factors as [Int32Array, Int32Array];
  const [ratees, raters] = cells.sizes as [number, number];
  const byRatee = index(ratee, ratees);
  const byRater = index(rater, raters);
  const mark = new Int32Array(ratees).fill(-1);
  const step = Math.max(1, Math.floor(ratees / SAMPLE));
  let [ways, reached, sampled] = [0, 0, 0];
  for (let a = 0; a < ratees; a += step) {
    sampled++;
    for (const c of members(byRatee, a)) {
      for (const d of members(byRater, rater[c])) {
        const other = ratee[d];
        if (other === a) continue;
        ways++;
        if (mark[other] === a) continue;
        mark[other] = a;
        reached++;
      }
    }
  }
  return reached <= 0.5 * ways && reached / sampled <= 300;
}

interface Index {
  start: Int32Array;
  order: Int32Array;
}

function index(levels: Int32Array, size: number): Index {
  const start = new Int32Array(size + 1);
  for (const level of levels) start[level + 1] = start[level + 1] + 1;
  for (let i = 0; i < size; i++) start[i + 1] = start[i + 1] + start[i];
  const cursor = start.slice(0, size);
  const order = new Int32Array(levels.length);
  for (let c = 0; c < levels.length; c++) {
    const level = levels[c];
    const at = cursor[level];
    order[at] = c;
    cursor[level] = at + 1;
  }
  return { start, order };
}

function members({ start, order }: Index, i: number): Int32Array {
  return order.subarray(start[i], start[i + 1]);
}
