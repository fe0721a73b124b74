const narrowLetters = new Set("iIjl.,:;'’|!()[]tfr-‐ ");
const broadLetters = new Set("mwMW@%&");

function advance(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (narrowLetters.has(letter)) return 0.37;
  if (broadLetters.has(letter)) return 0.9;
  if (code >= 0x2e80) return 1;
  if (letter >= "0" && letter <= "9") return 0.64;
  return letter !== letter.toLowerCase() ? 0.71 : 0.585;
}

/**
 * Width of a text in Inter, in units of the drawing; a little generous. The server has no fonts to
 * measure with, and server and browser must draw the same picture.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += advance(letter);
  return width * size;
}

function breakWord(word: string, max: number, size: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part && textWidth(`${part}${letter}-`, size) > max) {
      parts.push(`${part}-`);
      part = "";
    }
    part += letter;
  }
  return part ? [...parts, part] : parts;
}

/** Breaks a text into lines no wider than `max`, between words where it can. Nothing is dropped. */
export function wrapText(text: string, max: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (textWidth(joined, size) <= max) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    const parts = textWidth(word, size) <= max ? [word] : breakWord(word, max, size);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
  }
  return line ? [...lines, line] : lines;
}
