/** Words of one weight within a line. */
export type Span = { text: string; strong?: boolean };
export type Words = string | readonly Span[];

/** One thing said: in words, then what is said more quietly. */
export type Line = {
  words: Words;
  /** Beside the words, such as what to do with the thing they name. */
  aside?: string;
  /** Under the words, such as the figures that they rest on. */
  under?: string;
  /** A reservation in a word or two, after what stands under the words. */
  mark?: string;
};

/** What a cell says; quiet where it says why there is no figure. */
export type Cell = string | { quiet: string };

/**
 * What a report says, as data: a page, a printed report or a workbook shows each in its own way. Blocks say what a
 * thing is, never how it looks. `Chart` is the kind of chart that whoever shows them can draw.
 */
export type Block<Chart> =
  /** A heading with what stands under it; over parts of its own it is larger. How deep it stands decides its level. */
  | { kind: "heading"; text: string; over?: "parts"; under: Block<Chart>[] }
  | ({ kind: "sentence"; look?: "strong" | "quiet" } & Line)
  /** Small print: what a figure rests on, or why there is none. */
  | { kind: "note"; words: Words }
  /** The few sentences that matter most. */
  | { kind: "passage"; lines: PassageLine[] }
  | { kind: "list"; marks: ListMarks; items: Line[] }
  /** What people wrote, word for word, each in its own direction and lines. */
  | { kind: "quotes"; texts: readonly string[] }
  /** What the reader wrote themselves. */
  | { kind: "written"; text: string }
  /** A chart, and what to open under it. */
  | { kind: "chart"; chart: Chart; more?: Block<Chart>[] }
  | TableBlock
  /** More on demand: folded on a page, open on paper. */
  | { kind: "fold"; title: string; blocks: Block<Chart>[] }
  /** Side by side where there is room; the first may take more of it. */
  | { kind: "columns"; first?: "wider"; blocks: Block<Chart>[] }
  /** Parts that are read one after the other. */
  | { kind: "parts"; blocks: Block<Chart>[] }
  | { kind: "card"; title?: string; tone?: "sunken"; blocks: Block<Chart>[] }
  /** Cards in an order that means something. */
  | { kind: "cards"; cards: Block<Chart>[][] }
  /** Something to decide upon, and where: paper says what, and leaves out where. */
  | { kind: "choice"; words: Words; label: string; href: string };

export type PassageLine = { words: Words; small?: true };

/** None; dots; numbers; or along one line, for short facts. */
export type ListMarks = "none" | "dots" | "numbers" | "along";

/** Rows under named columns. The first cell names its row; figures stand at the end of their cells. */
export type TableBlock = {
  kind: "table";
  caption: string;
  columns: { header: string; figures?: true }[];
  rows: { key: string; cells: Cell[] }[];
};

/** One part of a report under its heading. `id` is where links to it lead. */
export type Section<Chart> = { id: string; title: string; lead?: string; blocks: Block<Chart>[] };
