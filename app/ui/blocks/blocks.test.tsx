import { expect, test } from "vitest";
import type { Block } from "~/platform/blocks/block.ts";
import type { Chart } from "../charts/chart.ts";
import { markup } from "../testing/render.tsx";
import { BlocksOnPage } from "./blocks.tsx";

const shown = (...blocks: Block<Chart>[]) => markup(<BlocksOnPage blocks={blocks} />);

test("a heading within a heading is one level deeper", () => {
  const under: Block<Chart>[] = [{ kind: "heading", text: "Peers", under: [] }];
  const html = shown({ kind: "heading", over: "parts", text: "Question", under });
  expect([...html.matchAll(/<(h\d)[^>]*>([^<]*)/g)].map(([, tag, text]) => [tag, text])).toEqual([
    ["h3", "Question"],
    ["h4", "Peers"],
  ]);
});

test("what people wrote runs its own way, is no markup, and may be written twice", () => {
  const html = shown({ kind: "quotes", texts: ["<b>hi</b>", "<b>hi</b>"] });
  expect(html.match(/dir="auto"/g)).toHaveLength(2);
  expect(html).toContain("&lt;b&gt;hi&lt;/b&gt;");
});

test("a choice leads somewhere, and only on a screen", () => {
  const html = shown({ kind: "choice", words: "Begin.", label: "Choose", href: "#focus" });
  expect(html).toMatch(/<a href="#focus" class="[^"]*print:hidden[^"]*">Choose<\/a>/);
});

test("a table names its rows and says quietly why a figure is missing", () => {
  const html = shown({
    kind: "table",
    caption: "Figures",
    columns: [{ header: "Who" }, { header: "Mean", figures: true }],
    rows: [{ key: "a", cells: ["Ann", { quiet: "too few" }] }],
  });
  expect(html).toMatch(/<th scope="row"[^>]*>(<div[^>]*>)?Ann</);
  expect(html).toMatch(
    /<td[^>]*>(<div[^>]*>)?<span class="[^"]*text-ink-muted[^"]*">too few<\/span>(<\/div>)?<\/td>/,
  );
});

test("what is strong, beside, under and in doubt stands in one item", () => {
  const items = [{ words: [{ text: "A", strong: true }], aside: "b", under: "c", mark: "d" }];
  const html = shown({ kind: "list", marks: "numbers", items });
  expect(html).toMatch(/^<ol[^>]*><li><strong>A<\/strong><span/);
  expect(html.replaceAll(/<[^>]+>/g, "")).toBe("Abcd");
});
