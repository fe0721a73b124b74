import { expect, test } from "vitest";
import type { Block } from "~/platform/blocks/block.ts";
import type { Drawing } from "./drawing.ts";
import type { PrintBlock, PrintWords } from "./print-block.ts";
import { printedSection } from "./printed.ts";

const draw = (chart: string): Drawing => ({
  title: chart,
  svg: '<svg fill="var(--ink)"/>',
  width: 480,
  height: 480,
  square: true,
  alt: `${chart}: 1.`,
});
const printed = (...blocks: Block<string>[]) =>
  printedSection({ id: "s", title: "Section", lead: "Lead", blocks }, draw).blocks.slice(2);
const plain = ({ runs }: PrintWords) => runs.map(({ text }) => text).join("");
const sentence = (words: string): Block<string> => ({ kind: "sentence", words });

test("levels of headings follow from how deep they stand and skip none", () => {
  const blocks = printed(
    { kind: "fold", title: "Fold", blocks: [{ kind: "card", title: "Card", blocks: [] }] },
    {
      kind: "heading",
      text: "Part",
      under: [{ kind: "heading", text: "Group", under: [{ kind: "quotes", texts: ["q", " \n"] }] }],
    },
  );
  const levels = (some: readonly PrintBlock[]): (string | number)[] =>
    some.flatMap((block) => {
      if (block.kind === "card") return levels(block.blocks);
      return block.kind === "heading" ? [plain(block.words), block.level] : [];
    });
  expect(levels(blocks)).toEqual(["Fold", 2, "Card", 2, "Part", 2, "Group", 3]);
  // A quote of nothing is none.
  expect(blocks.filter(({ kind }) => kind === "quote")).toHaveLength(1);
});

test("a line is one paragraph, with what is said more quietly beside, under and after it", () => {
  const [list] = printed({
    kind: "list",
    marks: "numbers",
    items: [{ words: [{ text: "A", strong: true }], aside: "b", under: "c", mark: "d" }],
  });
  expect(list).toMatchObject({ kind: "list", numbered: true });
  expect(list?.kind === "list" && list.items[0]?.runs).toEqual([
    { text: "A", strong: true },
    { text: " b", quiet: true },
    { text: "\n" },
    { text: "c", quiet: true },
    { text: " d", quiet: true },
  ]);
});

test("a choice is its words without the way to it; what folds or stands aside on a page is open", () => {
  const blocks = printed(
    { kind: "choice", words: "Begin here.", label: "Choose", href: "#focus" },
    { kind: "columns", blocks: [sentence("left"), sentence("right")] },
    { kind: "fold", title: "More", blocks: [sentence("inside")] },
  );
  expect(blocks.map((block) => ("words" in block ? plain(block.words) : block.kind))).toEqual([
    "Begin here.",
    "left",
    "right",
    "More",
    "inside",
  ]);
  expect(JSON.stringify(blocks)).not.toContain("#focus");
});

test("a chart is drawn in the colours of print, and what opens under it follows", () => {
  const [chart, more] = printed({ kind: "chart", chart: "Plane", more: [sentence("more")] });
  expect(chart).toMatchObject({ kind: "chart", alt: "Plane: 1.", ratio: 1, note: null });
  expect(chart?.kind === "chart" && chart.svg).toContain('fill="#24211d"');
  // A square drawing of two thirds of the width gives up some of it.
  expect(chart?.kind === "chart" && chart.share).toBeCloseTo((480 / 720) * 0.82);
  expect(more?.kind).toBe("text");
});

test("a table keeps why a figure is missing apart from figures, and is left out without rows", () => {
  const columns = [{ header: "Who" }, { header: "Mean", figures: true as const }];
  const rows = [{ key: "a", cells: ["Ann", { quiet: "too few" }] }];
  const [table] = printed({ kind: "table", caption: "c", columns, rows });
  expect(table?.kind === "table" && table.rows[0]?.map(({ quiet }) => quiet)).toEqual([
    false,
    true,
  ]);
  expect(table?.kind === "table" && table.columns.map(({ figures }) => figures)).toEqual([
    false,
    true,
  ]);
  expect(printed({ kind: "table", caption: "c", columns, rows: [] })).toEqual([]);
});
