const COULD_BE_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const WAS_MADE_HARMLESS = /^'+[=+\-@\t\r＝＋－＠]/u;

/**
 * Text that a spreadsheet will show and never run: an apostrophe goes before anything that could start a formula
 * (OWASP, CSV injection). `fromSpreadsheet` takes it off again, so a file that comes back means what it meant.
 */
export function forSpreadsheet(text: string): string {
  return COULD_BE_FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes `forSpreadsheet`. */
export function fromSpreadsheet(text: string): string {
  return WAS_MADE_HARMLESS.test(text) ? text.slice(1) : text;
}
