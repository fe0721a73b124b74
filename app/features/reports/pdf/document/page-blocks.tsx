import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MemoryRouter } from "react-router";
import { texts } from "~/platform/i18n/i18n.ts";
import { figureBlock } from "./figure-block.ts";
import { classesOf, type MarkupElement, type MarkupNode, readMarkup } from "./markup.ts";
import type { PrintBlock, Run } from "./print-block.ts";
import { tableBlock } from "./table-block.ts";
import { words } from "./words.ts";

type RunLook = Pick<Run, "strong" | "quiet">;

const INLINE = new Set(
  "a abbr b bdi bdo br cite code em i mark q s small span strong sub sup time u wbr".split(" "),
);
/** What is for screens: controls, pictures that only decorate, and what a screen reader needs there. */
const NOT_PRINTED = new Set(
  "button dialog form input nav noscript script select style svg template textarea title".split(
    " ",
  ),
);
const SCREEN_ONLY = ["sr-only", "print:hidden", "hidden"];

/** A part of the page as blocks to print: the same sentences, figures and drawings. */
export function pageBlocks(element: ReactElement): PrintBlock[] {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={texts}>
      <MemoryRouter>{element}</MemoryRouter>
    </I18nextProvider>,
  );
  return blocksOf(readMarkup(markup), 1);
}

function onScreenOnly({ tag, attributes, ...element }: MarkupElement): boolean {
  return (
    NOT_PRINTED.has(tag) ||
    attributes["aria-hidden"] === "true" ||
    attributes["data-print"] === "never" ||
    "hidden" in attributes ||
    SCREEN_ONLY.some((name) => classesOf({ tag, attributes, ...element }).includes(name))
  );
}

/** `depth` is the level of the heading above; what folds has no level of its own and comes under it. */
export function blocksOf(nodes: readonly MarkupNode[], depth: number): PrintBlock[] {
  const blocks: PrintBlock[] = [];
  let inline: MarkupNode[] = [];
  let under = depth;
  const paragraph = () => {
    blocks.push(...textBlock(inline, "plain"));
    inline = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || (INLINE.has(node.tag) && !onScreenOnly(node))) {
      inline.push(node);
    } else if (!onScreenOnly(node)) {
      paragraph();
      const made = elementBlocks(node, under);
      const heading = made.findLast((block) => block.kind === "heading");
      if (heading) under = heading.level;
      blocks.push(...made);
    }
  }
  paragraph();
  return blocks;
}

function elementBlocks(element: MarkupElement, depth: number): PrintBlock[] {
  const { tag, children } = element;
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level) return heading(children, Math.max(1, Number(level) - 1));
  switch (tag) {
    case "p":
      return textBlock(children, lookOf(element));
    case "ul":
    case "ol":
      return listBlocks(element, depth);
    case "figure":
      return figureBlock(element);
    case "table":
      return tableBlock(element);
    case "details":
      return folded(children, depth);
    case "dl":
      return pairs(element, depth);
    case "blockquote":
      return quote(children);
    default:
      return boxed(element, blocksOf(children, depth));
  }
}

function heading(nodes: readonly MarkupNode[], level: number): PrintBlock[] {
  const runs = trimmed(runsOf(nodes, false));
  return runs.length > 0 ? [{ kind: "heading", level, words: words(runs) }] : [];
}

function lookOf(element: MarkupElement): "plain" | "quiet" | "strong" {
  const classes = classesOf(element);
  if (classes.includes("font-semibold")) return "strong";
  return classes.includes("text-ink-muted") ? "quiet" : "plain";
}

function textBlock(nodes: readonly MarkupNode[], look: "plain" | "quiet" | "strong"): PrintBlock[] {
  const runs = trimmed(runsOf(nodes, false));
  return runs.length > 0 ? [{ kind: "text", look, words: words(runs) }] : [];
}

function quote(nodes: readonly MarkupNode[]): PrintBlock[] {
  const runs = trimmed(runsOf(nodes, true));
  return runs.length > 0 ? [{ kind: "quote", words: words(runs) }] : [];
}

function listBlocks({ tag, children }: MarkupElement, depth: number): PrintBlock[] {
  const items = children.filter((node) => typeof node !== "string").filter((li) => li.tag === "li");
  // On the page, what people wrote is marked by its own direction.
  if (items.some((item) => item.attributes.dir === "auto"))
    return items.flatMap((item) => quote(item.children));
  return [
    {
      kind: "list",
      numbered: tag === "ol",
      items: items.map((li) => blocksOf(li.children, depth)),
    },
  ];
}

function pairs({ children }: MarkupElement, depth: number): PrintBlock[] {
  const blocks: PrintBlock[] = [];
  for (const node of children) {
    if (typeof node === "string") continue;
    if (node.tag === "dt")
      blocks.push({ kind: "pair", name: words(trimmed(runsOf(node.children, false))), blocks: [] });
    else if (node.tag === "dd") {
      const last = blocks.at(-1);
      if (last?.kind === "pair") last.blocks.push(...blocksOf(node.children, depth));
    } else blocks.push(...pairs(node, depth));
  }
  return blocks;
}

/** What opens on demand on the page is open on paper, under its own heading. */
function folded(nodes: readonly MarkupNode[], depth: number): PrintBlock[] {
  const isSummary = (node: MarkupNode) => typeof node !== "string" && node.tag === "summary";
  const summary = nodes.filter(isSummary);
  const blocks = [
    ...heading(summary, depth + 1),
    ...blocksOf(
      nodes.filter((node) => !isSummary(node)),
      depth + 1,
    ),
  ];
  return [{ kind: "folded", blocks }];
}

/** What stands in a frame or on a ground of its own on the page, does so on paper. */
function boxed(element: MarkupElement, blocks: PrintBlock[]): PrintBlock[] {
  const classes = classesOf(element);
  const tinted = classes.includes("bg-sunken");
  const round = classes.some((name) => name.startsWith("rounded-"));
  if (blocks.length === 0 || blocks.some((block) => block.kind === "table")) return blocks;
  if (round && (tinted || classes.includes("border"))) return [{ kind: "card", tinted, blocks }];
  return element.attributes["data-print"] === "together" ? [{ kind: "together", blocks }] : blocks;
}

/** Words with their emphasis. Line breaks count only in what people wrote, and where the page begins a new line. */
export function runsOf(
  nodes: readonly MarkupNode[],
  keepLines: boolean,
  look: RunLook = {},
): Run[] {
  const runs = nodes.flatMap((node): Run[] => {
    if (typeof node === "string")
      return [{ text: keepLines ? node : node.replaceAll(/[ \t\n]+/g, " "), ...look }];
    if (node.tag === "br") return [{ text: "\n" }];
    if (onScreenOnly(node)) return [];
    const classes = classesOf(node);
    const within: RunLook = {
      ...look,
      ...((node.tag === "strong" || node.tag === "b") && { strong: true }),
      ...(classes.includes("text-ink-muted") && { quiet: true }),
    };
    const spaced = classes.includes("flex");
    const inner = node.children.flatMap((child, index) => [
      ...(spaced && index > 0 ? [{ text: " " }] : []),
      ...runsOf([child], keepLines, within),
    ]);
    if (spaced || classes.includes("block")) return [{ text: "\n" }, ...inner];
    return classes.some((name) => name.startsWith("ms-")) ? [{ text: " " }, ...inner] : inner;
  });
  return runs;
}

/** Runs without blank ends; none where nothing is said. */
function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex((run) => run.text.trim() !== "");
  if (first < 0) return [];
  const kept = runs.slice(first, runs.findLastIndex((run) => run.text.trim() !== "") + 1);
  return kept.map((run, index) => ({
    ...run,
    text: (index === kept.length - 1 ? run.text.trimEnd() : run.text).slice(
      index === 0 ? run.text.length - run.text.trimStart().length : 0,
    ),
  }));
}
