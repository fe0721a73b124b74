import { PRINT_COLOURS } from "./print-colours.ts";

/** A drawing of the page as a picture of its own: colours resolved, and the font named as print has it. */
export function printedDrawing(svg: string): string {
  return svg
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const colour = PRINT_COLOURS[name];
      if (!colour) throw new Error(`a drawing uses ${name}, which has no colour for print`);
      return colour;
    })
    .replaceAll(/ (?:class|aria-[\w-]+|role|data-[\w-]+)="[^"]*"/g, "")
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg" font-family="Inter"');
}
