import { tQuantile } from "@twohats/psychometrics";
import { expect, test } from "vitest";
import type { GroupFigure, GroupRow } from "./group-report.ts";
import { heatTable } from "./heat.ts";

const figure = (mean: number, half: number, n = 10): GroupFigure => ({
  ...{ shown: true, mean, n, low: mean - half, high: mean + half },
});
const row = (id: string, departments: Record<string, GroupFigure>): GroupRow => ({
  ...{ id, hat: "managing", all: { shown: false }, departments, spread: null },
});

/** Cells of ten people whose two-sided chances are these. */
const tenPeople = (chances: readonly number[]) =>
  chances.map((chance) => {
    const t = chance === 1 ? 0 : tQuantile(1 - chance / 2, 9);
    return figure(t, tQuantile(0.975, 9));
  });

test("a cell alone is marked where its interval leaves 0 out", () => {
  const side = (cell: GroupFigure) =>
    heatTable([row("a", { Deck: cell })], ["Deck"]).get("Deck")?.[0];
  expect(side(figure(-0.3, 0.2))).toMatchObject({ side: "too-little", n: 10 });
  expect(side(figure(0.3, 0.2))).toMatchObject({ side: "too-much" });
  expect(side(figure(0.3, 0.31))).toMatchObject({ side: null });
  expect(side(figure(0.3, 0))).toMatchObject({ side: "too-much" });
  expect(side(figure(0, 0))).toMatchObject({ side: null });
});

test("among many cells one that chance would make anyway is not marked, a strong one is", () => {
  const units = Array.from({ length: 20 }, (_, at) => `unit ${at}`);
  const cells = Object.fromEntries(units.map((unit) => [unit, figure(0.05, 0.3)]));
  const marked = (mean: number) =>
    heatTable([row("a", { ...cells, "unit 3": figure(mean, 0.3) })], units).get("unit 3");
  expect(marked(0.31)).toMatchObject([{ side: null }]);
  expect(marked(0.9)).toMatchObject([{ side: "too-much" }]);
});

test("Benjamini and Hochberg's own example (1995, section 4.1) has four discoveries", () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ];
  const known = tenPeople(published);
  const units = known.map((_, at) => `unit ${at}`);
  const departments = Object.fromEntries(known.map((cell, at) => [`unit ${at}`, cell]));
  const found = heatTable([row("a", departments)], units);
  const marks = units.map((unit) => {
    const [cell] = found.get(unit) ?? [];
    return cell?.shown ? cell.side : null;
  });
  expect(marks.filter((side) => side !== null)).toHaveLength(4);
  expect(marks.slice(0, 4)).not.toContain(null);
});

test("what is hidden stays hidden, in a unit that is on one row only as well", () => {
  const found = heatTable(
    [row("a", { Deck: { shown: false } }), row("b", { Deck: figure(1, 0.1) })],
    ["Deck"],
  );
  expect(found.get("Deck")).toEqual([
    { shown: false },
    { shown: true, mean: 1, n: 10, side: "too-much" },
  ]);
});
