import { contrast, hexOf, type Shade, shadeOf } from "./colour.ts";

/** What the style sheet draws with an accent, in one mode. */
export type AccentColours = {
  /** Text and signs. */
  accent: string;
  /** Buttons, and what stands on them. */
  fill: string;
  hover: string;
  on: string;
  /** A ground for text. */
  soft: string;
};

export type Accent = {
  light: AccentColours;
  dark: AccentColours;
  /** The colour itself could not be read everywhere, so buttons and links are drawn in another shade of it. */
  adjusted: boolean;
};

/** Of text, and so of everything: the accent is text as well. */
const LEAST = 4.5;
/** The papers on which an accent has least contrast (`--sunken`, and what is darkest and lightest of the soft ones). */
export const LIGHT_PAPER = "#f3f0ea";
export const DARK_PAPER = "#2b2824";
const STEP = 0.005;

/** Everything that is drawn with an accent, worked out of one colour, such that all of it can be read. */
export function accentOf(hex: string): Accent {
  const shade = shadeOf(hex);
  const light = lightColours(shade, hex);
  return { light, dark: darkColours(shade), adjusted: light.fill !== hex };
}

function lightColours(shade: Shade, hex: string): AccentColours {
  const soft = hexOf({ ...shade, lightness: 0.955, chroma: Math.min(shade.chroma, 0.022) });
  const on = "#ffffff";
  const reads = (colour: string) =>
    [LIGHT_PAPER, soft, on].every((ground) => contrast(colour, ground) >= LEAST);
  const fill = reads(hex) ? hex : moved(shade, -STEP, reads);
  const darker = shadeOf(fill);
  const hover = hexOf({ ...darker, lightness: Math.max(0, darker.lightness - 0.07) });
  return { accent: fill, fill, hover, on, soft };
}

function darkColours(shade: Shade): AccentColours {
  const chroma = Math.min(shade.chroma, 0.035);
  const soft = hexOf({ ...shade, lightness: 0.285, chroma });
  const on = hexOf({ ...shade, lightness: 0.24, chroma });
  const reads = (colour: string) =>
    [DARK_PAPER, soft, on].every((ground) => contrast(colour, ground) >= LEAST);
  // A little lighter than could be read: on dark paper thin letters look thinner.
  const start = {
    ...shade,
    lightness: Math.max(shade.lightness, 0.74),
    chroma: Math.min(shade.chroma, 0.14),
  };
  const fill = moved(start, STEP, reads);
  const lighter = shadeOf(fill);
  const hover = hexOf({ ...lighter, lightness: Math.min(1, lighter.lightness + 0.06) });
  return { accent: fill, fill, hover, on, soft };
}

/** The nearest shade, lighter or darker, that can be read. Black and white always can. */
function moved(shade: Shade, step: number, reads: (colour: string) => boolean): string {
  for (let lightness = shade.lightness; lightness > 0 && lightness < 1; lightness += step) {
    const colour = hexOf({ ...shade, lightness });
    if (reads(colour)) return colour;
  }
  return step < 0 ? "#000000" : "#ffffff";
}

/** An accent as the style sheet has it. Where a reader's own colours hold, it does nothing. */
export function accentStyle({ light, dark }: Accent): string {
  const pair = (part: keyof AccentColours) => `light-dark(${light[part]},${dark[part]})`;
  return `@media not (forced-colors:active){:root{--accent:${pair("accent")};--accent-fill:${pair("fill")};--accent-fill-hover:${pair("hover")};--accent-soft:${pair("soft")};--on-accent:${pair("on")};--focus:${pair("accent")}}}`;
}
