import type { PrintBlock } from "./print-block.ts";
import { PRINT_COLOURS } from "./print-colours.ts";
import { plainWords } from "./words.ts";

/** A chart drawn for paper, by whoever can draw it. */
export type Drawing = {
  title: string;
  note?: string | undefined;
  /** An SVG picture whose colours are tokens: `var(--ink)`. */
  svg: string;
  /** Its size in its own units. */
  width: number;
  height: number;
  /** It is seen well at less than its width. */
  square: boolean;
  /** What it shows and its figures, in words, for those who do not see it. */
  alt: string;
};

/** Units of the widest drawings, which take the whole width of a page. */
const WHOLE_WIDTH = 720;
/** What a square drawing gives up, so that words find room on the same page. */
const SQUARE_SHARE = 0.82;

/** A drawing under its finding, with its small print. */
export function printedDrawing(drawing: Drawing): PrintBlock {
  const { title, note, svg, width, height, square, alt } = drawing;
  return {
    kind: "chart",
    title: plainWords(title),
    svg: printedPicture(svg),
    alt,
    share: Math.min(1, width / WHOLE_WIDTH) * (square ? SQUARE_SHARE : 1),
    ratio: height / width,
    note: note === undefined ? null : plainWords(note),
  };
}

/**
 * A picture of its own: colours resolved, and the font named as print has it.
 * @throws on a colour that print does not know.
 */
export function printedPicture(svg: string): string {
  return svg
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const colour = PRINT_COLOURS[name];
      if (!colour) throw new Error(`a drawing uses ${name}, which has no colour for print`);
      return colour;
    })
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg" font-family="Inter"');
}
