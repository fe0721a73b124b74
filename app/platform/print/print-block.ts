import type { Sureness } from "~/platform/blocks/block.ts";

/** Words of one look within a paragraph. */
export type Run = {
  text: string;
  strong?: boolean;
  quiet?: boolean;
  /** The mark of a step of sureness, before the text. */
  sure?: Sureness["step"];
};

/** What a paragraph, a comment or a cell says, and which way it runs. */
export type PrintWords = { runs: Run[]; rightToLeft: boolean };

/** What the template sets. Typst is handed these as data, never as markup. */
export type PrintBlock =
  | { kind: "heading"; level: number; words: PrintWords }
  | { kind: "text"; words: PrintWords; look: "plain" | "quiet" }
  /** What all of it comes to. */
  | { kind: "verdict"; words: PrintWords }
  | { kind: "ways"; ways: PrintWay[] }
  /** Two parts side by side. */
  | { kind: "beside"; first: PrintBlock[]; second: PrintBlock[] }
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

/** What to do more of, less of or keep, under its sign. */
export type PrintWay = { way: "more" | "less" | "keep"; title: PrintWords; items: PrintWords[] };

/** `share` is how wide a column is against the others. */
export type PrintColumn = { words: PrintWords; figures: boolean; share: number };
export type PrintCell = { words: PrintWords; quiet: boolean };

/** Room to write on by hand, which only paper has. */
export type WriteBlock<Label = string> = { kind: "write"; label: Label; lines: number };

/** One part of the document, with its heading as a bookmark. */
export type PrintSection = { id: string; startsPage: boolean; blocks: PrintBlock[] };

/** The first page: whose it is, what it is and from when. `mark` is a picture without words. */
export type PrintCover = {
  product: string;
  /** Of the organisation, in place of the product's name: an SVG. */
  logo?: string;
  mark: string;
  organisation: PrintWords;
  heading: PrintWords;
  name: PrintWords;
  facts: { label: PrintWords; value: PrintWords }[];
  note: PrintWords;
};

/** All that the template reads. */
export type PrintDocument = {
  paper: "a4" | "us-letter";
  /** ISO 639, for hyphens and for readers of the file. */
  language: string;
  title: string;
  author: string;
  description: string;
  cover: PrintCover;
  footer: { about: PrintWords; page: string };
  sections: PrintSection[];
  /** Set where a sign of the data has no shape in any font; then the note is printed. */
  signsMissing: boolean;
  signsMissingNote: PrintWords;
};
