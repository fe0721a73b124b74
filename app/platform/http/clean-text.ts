// Control characters that no keyboard types and that PostgreSQL, XML or a terminal would refuse or obey; tabs and line
// ends stay. Beside them the two code points that mean "no character".
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNTYPED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** A text from outside as everything inside may rely on it: well-formed Unicode, nothing that cannot be typed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(UNTYPED, "");
}
