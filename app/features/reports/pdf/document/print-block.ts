/** Words of one look within a paragraph. */
export type Run = { text: string; strong?: boolean; quiet?: boolean };

/** What a paragraph, a comment or a cell says, and which way it runs. */
export type Words = { runs: Run[]; rightToLeft: boolean };

/** The building blocks of a printed page. Typst is handed these as data, never as markup. */
export type PrintBlock =
  | { kind: "heading"; level: number; words: Words }
  | { kind: "text"; words: Words; look: "plain" | "quiet" | "strong" }
  | { kind: "list"; numbered: boolean; items: PrintBlock[][] }
  | { kind: "quote"; words: Words }
  | { kind: "card"; tinted: boolean; blocks: PrintBlock[] }
  | { kind: "together"; blocks: PrintBlock[] }
  | { kind: "folded"; blocks: PrintBlock[] }
  | { kind: "pair"; name: Words; blocks: PrintBlock[] }
  | {
      kind: "chart";
      title: Words;
      svg: string;
      alt: string;
      /** Share of the page's width. */
      share: number;
      /** Height by width. */
      ratio: number;
      note: Words | null;
    }
  | { kind: "table"; columns: Cell[]; shares: number[]; rows: Cell[][] }
  | { kind: "write"; label: Words; lines: number };

export type Cell = { words: Words; end: boolean; quiet: boolean };

/** One part of the document, with its heading as a bookmark. */
export type PrintSection = { id: string; startsPage: boolean; blocks: PrintBlock[] };
