import { seededRandom } from "../data/seeded-random.ts";
import type { DidRow } from "./did-row.ts";

interface ClusterSums {
  treated: boolean;
  before: { n: number; sum: number };
  after: { n: number; sum: number };
}

/**
 * p of a difference in differences by re-assigning treatment to whole clusters: every assignment when there are at most
 * `times` of them, else that many random ones with the observed one counted among them (Phipson and Smyth 2010).
 */
export function permutationTest(
  rows: readonly DidRow[],
  times: number,
  seed: number,
): number | null {
  const clusters = clusterSums(rows);
  const g = clusters.length;
  const treated = clusters.filter((cluster) => cluster.treated).length;
  const observed = effect(
    clusters,
    clusters.map((cluster) => cluster.treated),
  );
  if (observed === null) return null;
  const least = Math.abs(observed) * (1 - 1e-9);
  const exact = choose(g, treated) <= times;
  let [large, all] = exact ? [0, 0] : [1, 1];
  for (const arms of exact
    ? everyAssignment(g, treated)
    : randomAssignments(g, treated, times, seed)) {
    const value = effect(clusters, arms);
    if (value === null) continue;
    all++;
    if (Math.abs(value) >= least) large++;
  }
  return large / all;
}

function clusterSums(rows: readonly DidRow[]): ClusterSums[] {
  const sums = new Map<string | number, ClusterSums>();
  for (const { cluster, treated, after, value } of rows) {
    const own = sums.get(cluster) ?? { treated, before: { n: 0, sum: 0 }, after: { n: 0, sum: 0 } };
    sums.set(cluster, own);
    const side = after ? own.after : own.before;
    side.n++;
    side.sum += value;
  }
  return [...sums.values()];
}

function effect(clusters: ClusterSums[], arms: boolean[]): number | null {
  const cells = [0, 0, 0, 0].map(() => ({ n: 0, sum: 0 }));
  clusters.forEach((cluster, i) => {
    const arm = arms[i] ? 2 : 0;
    for (const [at, side] of [cluster.before, cluster.after].entries()) {
      const cell = cells[arm + at] as { n: number; sum: number };
      cell.n += side.n;
      cell.sum += side.sum;
    }
  });
  const means = cells.map((cell) => cell.sum / cell.n) as [number, number, number, number];
  const value = means[3] - means[2] - (means[1] - means[0]);
  return Number.isFinite(value) ? value : null;
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}

function* everyAssignment(n: number, k: number): Generator<boolean[]> {
  const chosen = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    const arms = new Array<boolean>(n).fill(false);
    for (const i of chosen) arms[i] = true;
    yield arms;
    let at = k - 1;
    while (at >= 0 && chosen[at] === n - k + at) at--;
    if (at < 0) return;
    chosen[at] = chosen[at] + 1;
    for (let i = at + 1; i < k; i++) chosen[i] = chosen[i - 1] + 1;
  }
}

function* randomAssignments(
  n: number,
  k: number,
  times: number,
  seed: number,
): Generator<boolean[]> {
  const random = seededRandom(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let b = 0; b < times; b++) {
    const arms = new Array<boolean>(n).fill(false);
    for (let i = 0; i < k; i++) {
      const j = i + random.below(n - i);
      const picked = order[j];
      order[j] = order[i];
      order[i] = picked;
      arms[picked] = true;
    }
    yield arms;
  }
}
