import { expect, test } from "vitest";
import {
  decideComments,
  decideGroups,
  discloseReportFigures,
  nextSnapshot,
  protectTable,
  protectTree,
  standardPolicy,
} from "./index.ts";

// The worked examples of the README, so that it stays true.

test("groups: small ones together, then with the smallest that stands", () => {
  const groups = (counts: Record<string, number>) =>
    decideGroups(
      Object.entries(counts).map(([relationship, raters]) => ({ relationship, raters })),
      standardPolicy,
    ).groups.map(({ id, raters }) => [id, raters]);
  expect(groups({ peer: 5, report: 2, other: 1 })).toEqual([
    ["peer", 5],
    ["merged", 3],
  ]);
  expect(groups({ peer: 3, other: 1 })).toEqual([["merged", 4]]);
});

/** Nothing is withheld beyond what must be. */
const least = () => 1 - 1e-9;

const peersBy = (chance: () => number, ...answers: (number | null)[]) => {
  const { figures } = discloseReportFigures(
    {
      items: ["a", "b"].map((id) => ({ id, competency: null, scale: { low: 1, high: 5 } })),
      competencies: [],
      // Everyone answers the second question, so that the group stands.
      responses: answers.map((answer, at) => ({
        relationship: "peer",
        ratings: [answer, 1 + (at % 5)],
      })),
      chance,
    },
    standardPolicy,
  );
  return figures[0]?.items.a;
};
const peers = (...answers: (number | null)[]) => peersBy(least, ...answers);

test("raters who don't count: two of one's own and a colleague are one peer; 5, 5, 4 and two of one's own are hidden", () => {
  const shown = (counting: readonly number[], apart: readonly number[]) =>
    discloseReportFigures(
      {
        items: [{ id: "a", competency: null, scale: { low: 1, high: 5 } }],
        competencies: [],
        responses: [...counting, ...apart].map((rating, at) => ({
          relationship: "peer",
          ratings: [rating],
          counts: at < counting.length,
        })),
        chance: () => 1 - 1e-9,
      },
      standardPolicy,
    ).figures[0]?.items.a?.shown ?? false;
  expect(shown([4], [1, 2])).toBe(false);
  expect(shown([4, 2, 3], [1, 2])).toBe(true);
  expect(shown([5, 5, 4], [1, 2])).toBe(false);
});

test("figures: each question for itself, alike at an end, nearly alike", () => {
  expect(peers(2, 3, 4, null)).toMatchObject({ shown: true, n: 3 });
  const few = peers(2, 3, null, null);
  expect(few?.shown).toBe(false);
  const nearTop = { shown: false, reason: "hidden-near-end", low: 2.6, high: 5, n: 3 };
  expect(peers(5, 5, 5)).toEqual(nearTop);
  expect(peers(5, 5, 4)).toEqual(nearTop);
  const withheld = { shown: true, mean: 2.8, spread: { shown: false } };
  expect(peers(3, 3, 3, 3, 2)).toMatchObject(withheld);
  expect(peers(3, 3, 2, 4, 2)).toMatchObject({ shown: true, spread: { shown: true } });
  expect(peersBy(() => 0.1, 3, 3, 2, 4, 2)).toMatchObject(withheld);
});

test("comments: one list of seven, or two lists", () => {
  const ids = (counts: Record<string, number>) => {
    const comments = Object.entries(counts).flatMap(([relationship, n]) =>
      Array.from({ length: n }, (_, at) => ({
        relationship,
        question: "keep",
        text: `${relationship} ${at}`,
      })),
    );
    const [keep] = decideComments(comments, standardPolicy, "seed").questions;
    return keep?.groups.map(({ id, texts }) => [id, texts.length]);
  };
  expect(ids({ peer: 5, report: 2 })).toEqual([["pool", 7]]);
  expect(ids({ peer: 5, report: 3 })).toEqual([
    ["peer", 5],
    ["report", 3],
  ]);
});

test("tables: two people in the office take a circle of cells with them, and no total", () => {
  const cell = (n: number) => ({ n, sum: 3 * n });
  const table = protectTable(
    {
      rows: ["Crew", "Sales"],
      columns: ["Office", "Ship"],
      cells: [
        [cell(2), cell(30)],
        [cell(20), cell(8)],
      ],
    },
    standardPolicy,
  );
  expect(table.cells.flat().some(({ shown }) => shown)).toBe(false);
  expect([...table.rowTotals, ...table.columnTotals].every(({ shown }) => shown)).toBe(true);
});

test("tables of answers: six who all gave 5 are in no exact figure, and a range is told over them", () => {
  const cell = (...counts: number[]) => ({
    n: counts.reduce((sum, count) => sum + count, 0),
    sum: counts.reduce((sum, count, at) => sum + count * (at + 1), 0),
    counts,
  });
  const cells = [[cell(0, 0, 0, 0, 6), cell(2, 5, 9, 5, 2)]];
  const answers = { scale: { low: 1, high: 5 }, chance: least };
  const columns = ["Office", "Ship"];
  const table = protectTable({ rows: ["Crew"], columns, cells, answers }, standardPolicy);
  const nearTop = { shown: false, reason: "hidden-near-end", low: 4.1, high: 5, n: 6 };
  expect(table.cells[0]?.[0]).toEqual(nearTop);
  expect(table.cells[0]?.[1]).toEqual({ shown: true, n: 23, mean: 3 });
  expect(table.rowTotals[0]).toMatchObject({ reason: "hidden-near-end", low: 3.2, high: 3.5 });
});

test("departments: East is too small, and South hides it", () => {
  const node = (id: string, parent: string | null, n: number) => ({ id, parent, n, sum: 3 * n });
  const tree = protectTree(
    [
      node("Sales", null, 0),
      node("North", "Sales", 9),
      node("South", "Sales", 8),
      node("East", "Sales", 3),
    ],
    standardPolicy,
  );
  expect(Object.keys(tree).filter((id) => tree[id]?.shown)).toEqual(["Sales", "North"]);
});

test("time: the thirteenth answer waits", () => {
  const keys = Array.from({ length: 13 }, (_, at) => `${at}`);
  const first = nextSnapshot(null, { all: keys.slice(0, 12) }, standardPolicy);
  expect(nextSnapshot(first.snapshot, { all: keys }, standardPolicy).figures.all?.state).toBe(
    "waiting",
  );
});
