import type { ReactNode } from "react";
import type { Block } from "~/platform/blocks/block.ts";
import type { Chart } from "../charts/chart.ts";
import { ChartBlock } from "../charts/chart-block.tsx";
import { cx } from "../cx.ts";
import { Disclosure } from "../disclosure.tsx";
import { BlockHeading } from "./block-heading.tsx";
import { BlockList, Passage } from "./block-list.tsx";
import { BlockTable } from "./block-table.tsx";
import { OneLine } from "./line.tsx";
import { Minute } from "./minute.tsx";
import { InWords } from "./words.tsx";

type Blocks = readonly Block<Chart>[];
type Props = {
  blocks: Blocks;
  /** Of headings among these blocks. */
  level?: 3 | 4;
};

/** Blocks of a report on a page, one element each. What holds them decides how far apart they stand. */
export function BlocksOnPage({ blocks, level = 3 }: Props) {
  return blocks.map((block, index) => (
    <OneBlock key={`${index} ${block.kind}`} block={block} level={level} />
  ));
}

function OneBlock({ block, level }: { block: Block<Chart>; level: 3 | 4 }) {
  const within = (blocks: Blocks) => <BlocksOnPage blocks={blocks} level={level} />;
  switch (block.kind) {
    case "heading":
      return (
        <BlockHeading block={block} level={level}>
          <BlocksOnPage blocks={block.under} level={4} />
        </BlockHeading>
      );
    case "sentence":
      return (
        <p
          className={cx(
            "max-w-reading",
            block.look === "strong" && "font-semibold",
            block.look === "quiet" && "text-ink-muted",
          )}
        >
          <OneLine line={block} />
        </p>
      );
    case "note":
      return (
        <p className="max-w-reading text-sm text-ink-muted">
          <InWords words={block.words} />
        </p>
      );
    case "passage":
      return <Passage lines={block.lines} />;
    case "minute":
      return <Minute block={block} />;
    case "list":
      return <BlockList marks={block.marks} items={block.items} />;
    case "quotes":
      return <Quotes texts={block.texts} />;
    case "written":
      return (
        <p className="break-words whitespace-pre-line" dir="auto">
          {block.text}
        </p>
      );
    case "chart":
      return block.more ? (
        <div className="grid grid-cols-1 gap-3 print:block print:*:mb-3">
          <ChartBlock chart={block.chart} reading={block.reading} />
          {within(block.more)}
        </div>
      ) : (
        <ChartBlock chart={block.chart} reading={block.reading} />
      );
    case "table":
      return <BlockTable table={block} />;
    case "fold":
      return (
        <Disclosure summary={block.title} open={block.open} framed={isTable(block.blocks)}>
          {block.blocks.length === 1 ? (
            within(block.blocks)
          ) : (
            <div className="grid grid-cols-1 gap-3">{within(block.blocks)}</div>
          )}
        </Disclosure>
      );
    case "columns":
      return <div className={columnsLook(block)}>{within(block.blocks)}</div>;
    case "parts":
      return <div className="grid max-w-reading gap-5">{within(block.blocks)}</div>;
    case "card":
      return <Card block={block}>{within(block.blocks)}</Card>;
    case "cards":
      return (
        <ol className="grid max-w-reading gap-3">
          {block.cards.map((blocks, index) => (
            <li key={index} className={cx(sheet, "p-4 *:not-first:mt-1")}>
              {within(blocks)}
            </li>
          ))}
        </ol>
      );
    case "choice":
      return (
        <p className="max-w-reading text-lg">
          <InWords words={block.words} />{" "}
          <a
            href={block.href}
            className="text-accent underline underline-offset-[0.2em] print:hidden"
          >
            {block.label}
          </a>
        </p>
      );
  }
}

function isTable(blocks: Blocks): boolean {
  return blocks.length === 1 && blocks[0]?.kind === "table";
}

const sheet = "rounded-large border border-line bg-surface";

function columnsLook({ first, blocks }: Extract<Block<Chart>, { kind: "columns" }>): string {
  if (blocks[0]?.kind === "chart")
    return "grid grid-cols-1 items-center gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]";
  if (first === "wider") return "grid max-w-reading gap-6 sm:grid-cols-[3fr_2fr]";
  return blocks.every(({ kind }) => kind === "card")
    ? "grid gap-4 lg:grid-cols-2"
    : "grid gap-6 md:grid-cols-2";
}

type CardProps = { block: Extract<Block<Chart>, { kind: "card" }>; children: ReactNode };

function Card({ block: { title, tone }, children }: CardProps) {
  if (tone === "sunken")
    return <div className="rounded-medium bg-sunken p-4 *:not-first:mt-1">{children}</div>;
  return (
    <section className={cx(sheet, "p-5")}>
      {title && <h3 className="mb-2 text-lg font-semibold">{title}</h3>}
      <div className="grid grid-cols-1 gap-4">{children}</div>
    </section>
  );
}

/** What people wrote is set apart from our words, each in its own direction. */
function Quotes({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid gap-3">
      {texts.map((words, index) => (
        <li
          key={`${index} ${words}`}
          dir="auto"
          className="border-s-2 border-line-strong ps-4 break-words whitespace-pre-line"
        >
          {words}
        </li>
      ))}
    </ul>
  );
}
