/** Words of one look within a paragraph. */
export type Run = { text: string; strong?: boolean; quiet?: boolean };

/** What a paragraph, a comment or a cell says, and which way it runs. */
export type PrintWords = { runs: Run[]; rightToLeft: boolean };

/** What the template sets. Typst is handed these as data, never as markup. */
export type PrintBlock =
  | { kind: "heading"; level: number; words: PrintWords }
  | { kind: "text"; words: PrintWords; look: "plain" | "quiet" }
  | { kind: "list"; numbered: boolean; items: PrintWords[] }
  | { kind: "quote"; words: PrintWords }
  | { kind: "card"; tinted: boolean; blocks: PrintBlock[] }
  | {
      kind: "chart";
      title: PrintWords;
      svg: string;
      alt: string;
      /** Share of the page's width. */
      share: number;
      /** Height by width. */
      ratio: number;
      note: PrintWords | null;
    }
  | { kind: "table"; columns: PrintColumn[]; rows: PrintCell[][] }
  | WriteBlock<PrintWords>;

/** `share` is how wide a column is against the others. */
export type PrintColumn = { words: PrintWords; figures: boolean; share: number };
export type PrintCell = { words: PrintWords; quiet: boolean };

/** Room to write on by hand, which only paper has. */
export type WriteBlock<Label = string> = { kind: "write"; label: Label; lines: number };

/** One part of the document, with its heading as a bookmark. */
export type PrintSection = { id: string; startsPage: boolean; blocks: PrintBlock[] };

/** All that the template reads. */
export type PrintDocument = {
  paper: "a4" | "us-letter";
  /** ISO 639, for hyphens and for readers of the file. */
  language: string;
  title: string;
  heading: PrintWords;
  author: string;
  description: string;
  lead: PrintWords;
  footer: { about: PrintWords; page: string };
  sections: PrintSection[];
  /** Set where a sign of the data has no shape in any font; then the note is printed. */
  signsMissing: boolean;
  signsMissingNote: PrintWords;
};
