import type { Block, Line, MinuteBlock, Section, Words } from "~/platform/blocks/block.ts";
import { type Drawing, printedDrawing } from "./drawing.ts";
import type { PrintBlock, PrintSection, PrintWords, Run, WriteBlock } from "./print-block.ts";
import { printedTable } from "./table.ts";
import { plainWords, wordsOf } from "./words.ts";

type Draw<Chart> = (chart: Chart) => Drawing;

/** What stands on paper: the blocks of a page, and room to write on. */
export type PaperBlock<Chart> = Block<Chart> | WriteBlock;

export type PaperSection<Chart> = Omit<Section<Chart>, "blocks"> & {
  blocks: readonly PaperBlock<Chart>[];
  startsPage?: boolean;
};

/**
 * A section for the template: its heading of level 1, then its blocks. `draw` makes a picture of a chart.
 * @throws when a drawing has a colour that print does not know.
 */
export function printedSection<Chart>(
  { id, title, lead, blocks, startsPage = false }: PaperSection<Chart>,
  draw: Draw<Chart>,
): PrintSection {
  return {
    id,
    startsPage,
    blocks: [
      { kind: "heading", level: 1, words: plainWords(title) },
      ...(lead === undefined ? [] : [text(lead, "quiet")]),
      ...printedBlocks(blocks, draw, 2),
    ],
  };
}

/** Blocks for the template; `level` is that of headings among them. */
export function printedBlocks<Chart>(
  blocks: readonly PaperBlock<Chart>[],
  draw: Draw<Chart>,
  level: number,
): PrintBlock[] {
  return blocks.flatMap((block) => printed(block, draw, level));
}

function printed<Chart>(block: PaperBlock<Chart>, draw: Draw<Chart>, level: number): PrintBlock[] {
  const within = (blocks: readonly Block<Chart>[]) => printedBlocks(blocks, draw, level);
  switch (block.kind) {
    case "heading":
      return [heading(block.text, level), ...printedBlocks(block.under, draw, level + 1)];
    case "sentence":
      return [
        {
          kind: "text",
          look: block.look === "quiet" ? "quiet" : "plain",
          words: wordsOf(runsOf(block, block.look === "strong")),
        },
      ];
    case "note":
      return [text(block.words, "quiet")];
    case "passage":
      return block.lines.map(({ words, small }) => text(words, small ? "quiet" : "plain"));
    case "minute":
      return printedMinute(block);
    case "list":
      return block.items.length === 0
        ? []
        : [
            {
              kind: "list",
              numbered: block.marks === "numbers",
              items: block.items.map((line) => wordsOf(runsOf(line))),
            },
          ];
    case "quotes":
      return block.texts
        .filter((words) => words.trim() !== "")
        .map((words) => ({ kind: "quote", words: plainWords(words.trim()) }));
    case "written":
      return [text(block.text, "plain")];
    case "chart":
      return [printedDrawing(draw(block.chart)), ...within(block.more ?? [])];
    case "table":
      return printedTable(block);
    case "fold":
      // What folds is open on paper under its own heading; headings in it keep their level.
      return [heading(block.title, level), ...within(block.blocks)];
    case "columns":
      return block.blocks[0]?.kind === "chart"
        ? besideChart(block.blocks, within)
        : within(block.blocks);
    case "parts":
      return within(block.blocks);
    case "card":
      return [
        {
          kind: "card",
          tinted: block.tone === "sunken",
          blocks: [
            ...(block.title === undefined ? [] : [heading(block.title, level)]),
            ...within(block.blocks),
          ],
        },
      ];
    case "cards":
      return block.cards.map((blocks) => ({
        kind: "card",
        tinted: false,
        blocks: within(blocks),
      }));
    case "choice":
      return [text(block.words, "plain")];
    case "write":
      return [{ ...block, label: plainWords(block.label) }];
  }
}

/** A drawing with its words beside it takes all of its own half. */
function besideChart<Chart>(
  [first, ...rest]: readonly Block<Chart>[],
  within: (blocks: readonly Block<Chart>[]) => PrintBlock[],
): PrintBlock[] {
  const [drawing, ...more] = within(first ? [first] : []);
  if (drawing?.kind !== "chart") return within(first ? [first, ...rest] : rest);
  return [{ kind: "beside", first: [{ ...drawing, share: 1 }, ...more], second: within(rest) }];
}

/** Where to begin is for a page; paper has room to write on at its end. */
function printedMinute({ verdict, rests, ways, instead, start }: MinuteBlock): PrintBlock[] {
  const line = (said: Line) => wordsOf(runsOf(said));
  return [
    { kind: "verdict", words: plainWords(verdict) },
    ...rests.map((said): PrintBlock => ({ kind: "text", look: "plain", words: line(said) })),
    ...(instead === undefined ? [] : [text(instead, "quiet")]),
    ...(ways.length === 0
      ? []
      : [
          {
            kind: "ways" as const,
            ways: ways.map(({ way, title, items, none }) => ({
              way,
              title: plainWords(title),
              items: items.length > 0 ? items.map(strongLine) : [quietWords(none)],
            })),
          },
        ]),
    ...(start ? [text(beginning(start), "plain")] : []),
  ];
}

/** In a narrow column each has a line of its own: what it is, how sure, the figure. */
function strongLine({ words, sure, under }: Line): PrintWords {
  const figure = under === undefined ? [] : [{ text: `\n${under}`, quiet: true }];
  return wordsOf([...runsOf({ words, ...(sure && { sure }) }, true), ...figure]);
}

function quietWords(words: string): PrintWords {
  return wordsOf([{ text: words, quiet: true }]);
}

function beginning({ title, words }: NonNullable<MinuteBlock["start"]>): Words {
  const spans = typeof words === "string" ? [{ text: words }] : words;
  return [{ text: `${title}: ` }, ...spans];
}

function heading(title: string, level: number): PrintBlock {
  return { kind: "heading", level, words: plainWords(title) };
}

function text(words: Words, look: "plain" | "quiet"): PrintBlock {
  return { kind: "text", look, words: wordsOf(runsOf({ words })) };
}

/** A line as one paragraph: beside, under and after its words what is said more quietly. */
function runsOf({ words, sure, aside, under, mark }: Line, strong = false): Run[] {
  const spans = typeof words === "string" ? [{ text: words }] : words;
  return [
    ...spans.map((span) => (strong ? { ...span, strong } : span)),
    ...(aside ? [{ text: ` ${aside}`, quiet: true }] : []),
    ...(sure || under ? [{ text: "\n" }] : []),
    ...(sure ? [{ text: sure.words, sure: sure.step }] : []),
    ...(under ? [{ text: sure ? `  ${under}` : under, quiet: true }] : []),
    ...(mark ? [{ text: ` ${mark}`, quiet: true }] : []),
  ];
}
