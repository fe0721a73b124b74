import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Estimate } from "../domain/report-content.ts";
import { report, row, said, shown } from "../testing/spoken.ts";
import { competencies } from "./competencies.ts";
import { directionWords } from "./direction-words.ts";

const t = texts.getFixedT(null, "report");

const { guides } = report();
const place = (id: string, direction: "more" | "less") => ({ id, direction });

test("a finding says its direction, the furthest first, and names three at most", () => {
  expect(directionWords({ guides }, [place("plan", "less")], t)).toBe("too much Planning");
  expect(
    directionWords(
      { guides },
      ["plan", "vision", "range"].map((id) => place(id, "more")),
      t,
    ),
  ).toBe("too little Planning, Vision and Range");
  expect(
    directionWords(
      { guides },
      [place("plan", "less"), place("vision", "more"), place("range", "more")],
      t,
    ),
  ).toBe("too much Planning; too little Vision and Range");
  const many = ["plan", "vision", "range", "plan"].map((id) => place(id, "more"));
  expect(directionWords({ guides }, many, t)).toBe("too little Planning and Vision; 2 more");
});

test("names with an “and” of their own are kept apart by commas", () => {
  const named = Object.fromEntries(
    [
      ["a", "Empathy and integrity"],
      ["b", "Vision"],
    ].map(([id = "", name = ""]) => [
      id,
      { name, hat: null, core: "", doMore: [], doLess: [], questions: [], practices: [] },
    ]),
  );
  expect(directionWords({ guides: named }, [place("a", "more"), place("b", "more")], t)).toBe(
    "too little Empathy and integrity, Vision",
  );
});

const hidden: Estimate = { shown: false, reason: "hidden-few-raters" };

test("a hat of which nothing can be shown is one sentence with its reason; the other keeps its chart", () => {
  const of = report({
    content: {
      competencies: [
        row("plan", "managing", shown(0, -0.2, 0.2)),
        row("vision", "leading", hidden),
      ],
    },
  });
  const words = competencies(of, t);
  expect(words.blocks.map(({ kind }) => kind)).toEqual(["chart", "sentence"]);
  expect(said({ ...words, lead: "" }).at(-1)).toBe(
    "Leading: there is nothing to show (not shown: too few raters).",
  );
});

test("of one person there is a figure and no interval, whatever is stored", () => {
  const boss = { id: "manager", relationships: ["manager"], raters: 1, identified: true };
  const peers = { id: "peer", relationships: ["peer"], raters: 4, identified: false };
  const range = {
    ...row("range", null, shown(4, 3.5, 4.5)),
    estimates: { all: shown(4, 3.5, 4.5), manager: shown(5, 4, 5, 1), peer: shown(3.8, 3, 4.5, 4) },
  };
  const { blocks } = competencies(
    report({ content: { groups: [boss, peers], competencies: [range] } }),
    t,
  );
  const chart = blocks.flatMap((block) =>
    block.kind === "chart" && block.chart.kind === "levels" ? block.chart.rows : [],
  );
  expect(chart[0]?.groups.slice(0, 2)).toEqual([
    { label: "Manager", value: 5, n: 1 },
    { label: "Peers", value: 3.8, n: 4, low: 3, high: 4.5 },
  ]);
});
