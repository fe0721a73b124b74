import { nearEndRule } from "../src/cover/near-end.ts";
import {
  nextSnapshot,
  protectTable,
  protectTree,
  type Snapshot,
  standardPolicy,
  type TreeNode,
} from "../src/index.ts";
import type { Chance } from "./chance.ts";
import {
  drawFrom,
  drawGroup,
  type HidingOutcome,
  highRounds,
  nothingRead,
  readWithheld,
  type Withholding,
} from "./sureness.ts";

const scale = { low: 1, high: 5 };
const k = standardPolicy.minimumInTables;
const ENDS = ["low", "high"] as const;
type End = (typeof ENDS)[number];

const chanceOf = (draw: Chance) => () => draw.below(1e6) / 1e6;
const sumOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
const sizeOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Yesterday's rule for tables: where all gave the answer at an end of the scale nothing is shown, and nowhere else. */
const hideUnanimous =
  (end: End): Withholding =>
  (counts) =>
    counts.at(end === "low" ? 0 : -1) === sizeOf(counts) ? 1 : 0;

type Place = { readonly counts: readonly number[]; readonly end: End | null };

/** What is withheld of groups that a table or tree shows: near which end, as it says itself. */
type Publishing = (
  groups: readonly (readonly number[])[],
  draw: Chance,
  marginals: readonly number[],
) => (End | null)[];

type Figure = { readonly shown: boolean; readonly reason?: string; readonly low?: number };

const endOf = (figure: Figure | undefined): End | null =>
  figure?.reason !== "hidden-near-end" ? null : figure.low === scale.low ? "low" : "high";

const asTable: Publishing = (groups, draw, marginals) => {
  const columns = groups.length / 3;
  const cells = [0, 1, 2].map((row) =>
    groups
      .slice(row * columns, (row + 1) * columns)
      .map((counts) => ({ n: sizeOf(counts), sum: sumOf(counts), counts })),
  );
  const table = protectTable(
    {
      rows: ["0", "1", "2"],
      columns: Array.from({ length: columns }, (_, at) => `${at}`),
      cells,
      answers: { scale, marginals, chance: chanceOf(draw) },
    },
    standardPolicy,
  );
  return table.cells.flat().map(endOf);
};

const asTree: Publishing = (groups, draw, marginals) => {
  const root: TreeNode = { id: "all", parent: null, n: 0, sum: 0, counts: [0, 0, 0, 0, 0] };
  const leaves = groups.map((counts, at): TreeNode => {
    return { id: `${at}`, parent: "all", n: sizeOf(counts), sum: sumOf(counts), counts };
  });
  const rules = { scale, marginals, chance: chanceOf(draw) };
  const tree = protectTree([root, ...leaves], standardPolicy, rules);
  return leaves.map(({ id }) => endOf(tree[id]));
};

/** Groups published side by side, and what everyone in a withheld one makes of it, knowing how many answered. */
function readPublished(
  draw: Chance,
  rounds: number,
  rules: "ours" | "plain",
  publishing: Publishing,
) {
  const marginals = draw.pick(highRounds);
  const known = new Map<string, number>();
  let outcome = nothingRead;
  for (let at = 0; at < rounds; at++) {
    const groups = Array.from({ length: 6 }, () => drawGroup(draw, k + draw.below(4), marginals));
    const published =
      rules === "ours"
        ? publishing(groups, draw, marginals)
        : groups.map((counts) => ENDS.find((end) => hideUnanimous(end)(counts) === 1) ?? null);
    const places = groups.map(
      (counts, place): Place => ({ counts, end: published[place] ?? null }),
    );
    for (const { counts, end } of places) {
      if (end === null) continue;
      const rule = nearEndRule(sizeOf(counts), scale, marginals);
      const hides: Withholding =
        rules === "plain" ? hideUnanimous(end) : (each) => rule?.withheld(each)[end] ?? 1;
      outcome = readWithheld(outcome, { counts, marginals, hides, look: end }, known);
    }
  }
  return outcome;
}

/** Survey tables and departments whose figures are withheld near an end, and what their people make of it. */
export const hidingInSurveys: Record<
  string,
  (draw: Chance, rounds: number, rules: "ours" | "plain") => HidingOutcome
> = {
  table: (draw, rounds, rules) => readPublished(draw, rounds, rules, asTable),
  tree: (draw, rounds, rules) => readPublished(draw, rounds, rules, asTree),
};

/**
 * How often a live result stood still although enough had answered, and how often those who had come were then alike at
 * an end.
 */
export type Standing = { readonly still: number; readonly alike: number };

/**
 * A live result that is looked at after every answer, in teams of five to ten. Whoever looks reads each result that is
 * withheld although five or more answers are new as "all are alike". `plain` is yesterday's rule: withheld when all
 * gave the answer at an end.
 */
export function readStandingStill(draw: Chance, teams: number, rules: "ours" | "plain"): Standing {
  const marginals = draw.pick(highRounds);
  let [still, alike] = [0, 0];
  for (let team = 0; team < teams; team++) {
    const n = k + draw.below(6);
    const shares = draw.below(4) === 0 ? [0, 0.02, 0.08, 0.3, 0.6] : marginals;
    const values = Array.from({ length: n }, () => drawFrom(draw, shares) + 1);
    const of = Object.fromEntries(values.map((value, at) => [`${at}`, value]));
    const chance = chanceOf(draw);
    let snapshot: Snapshot | null = null;
    let last: string | null = null;
    for (let came = 1; came <= n; came++) {
      const all = Array.from({ length: came }, (_, at) => `${at}`);
      const same = [scale.low, scale.high].some((end) => {
        const others = values.slice(0, came).filter((value) => value !== end).length;
        return others <= (rules === "plain" ? 0 : 1);
      });
      if (rules === "plain") last = came >= k ? (same ? "hidden" : "changed") : null;
      else {
        const next = nextSnapshot(snapshot, { all }, standardPolicy, {
          of,
          scale,
          marginals,
          chance,
        });
        snapshot = next.snapshot;
        last = came >= k ? (next.figures.all?.state ?? null) : null;
      }
      if (last === "changed") break;
      if (last === "hidden" && came === n) {
        still++;
        if (same) alike++;
      }
    }
  }
  return { still, alike };
}
