/** Words of one weight within a line. */
export type Span = { text: string; strong?: boolean };
export type Words = string | readonly Span[];

/** How sure a thing is, as a step that has a mark of its own, and in words. `open` is what cannot be told. */
export type Sureness = { step: "clear" | "likely" | "open"; words: string };

/** One thing said: in words, then what is said more quietly. */
export type Line = {
  words: Words;
  /** How sure it is: it comes before the figures. */
  sure?: Sureness;
  /** Beside the words, such as what to do with the thing they name. */
  aside?: string;
  /** Under the words, such as the figures that they rest on. */
  under?: string;
  /** A reservation in a word or two, after what stands under the words. */
  mark?: string;
};

/**
 * What a cell says; quiet where it says why there is no figure, and marked where a figure is off the right amount by
 * more than chance, on which side.
 */
export type Cell = string | { quiet: string } | { figure: string; off: "little" | "much" };

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
  | MinuteBlock
  | { kind: "list"; marks: ListMarks; items: Line[] }
  /** What people wrote, word for word, each in its own direction and lines. */
  | { kind: "quotes"; texts: readonly string[] }
  /** What the reader wrote themselves. */
  | { kind: "written"; text: string }
  /** A chart, where its page says how to read it, and what to open under it. */
  | { kind: "chart"; chart: Chart; reading?: WayTo; more?: Block<Chart>[] }
  | TableBlock
  /** More on demand: folded on a page unless it opens there, open on paper. */
  | { kind: "fold"; title: string; open?: true; blocks: Block<Chart>[] }
  /** Side by side where there is room; the first may take more of it. */
  | { kind: "columns"; first?: "wider"; blocks: Block<Chart>[] }
  /** Parts that are read one after the other. */
  | { kind: "parts"; blocks: Block<Chart>[] }
  | { kind: "card"; title?: string; tone?: "sunken"; blocks: Block<Chart>[] }
  /** Cards in an order that means something. */
  | { kind: "cards"; cards: Block<Chart>[][] }
  /** Something to decide upon, and where: paper says what, and leaves out where. */
  | ({ kind: "choice"; words: Words } & WayTo);

type PassageLine = { words: Words; small?: true };

/** Where something stands, on a page. */
export type WayTo = { label: string; href: string };

/** All of it in one look: what it comes to, what that rests on, and what to do more of, less of and keep. */
export type MinuteBlock = {
  kind: "minute";
  verdict: string;
  rests: Line[];
  ways: { way: "more" | "less" | "keep"; title: string; items: Line[]; none: string }[];
  /** Why no way is named, where none can be. */
  instead?: string;
  /** Where to begin. */
  start?: { title: string; words: Words } & WayTo;
};

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
