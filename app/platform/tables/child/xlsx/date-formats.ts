const LONGEST_FORMAT = 1_000;
/** Formats below have a meaning of their own, whatever a file writes beside them. */
const FIRST_CUSTOM = 100;

/**
 * Dates and times that every file may use without describing them; from 27 on those of Chinese, Japanese, Korean and
 * Thai.
 */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
const DATE_WORD = /^(?:s{1,2}|m{1,5}|h{1,2}|d{1,4}|a{3,5}|y|yy|yyyy|e|ee|eeee|am|pm|a|p)$/;

/** Whether a number with this format is shown as a date or time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (BUILT_IN.some(([first, last]) => id >= first && id <= last)) return true;
  if (id < FIRST_CUSTOM || !code || code.length > LONGEST_FORMAT) return false;
  return code.toLowerCase().replace(/;@$/, "").replace(/\\./g, " ").split(";").some(isDatePart);
}

function isDatePart(code: string): boolean {
  const words = code
    .replace(/"[^"]*"/g, " ")
    // Parts of a second, and hours that go on counting beyond 24: "[h]".
    .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, "$1")
    .replace(/\[([smhd]{1,2})\]/g, "$1")
    // Colours, conditions and languages.
    .replace(/\[[^[\]]*\]/g, "")
    .split(/[^a-z0#?%]+/)
    .filter((word) => word !== "");
  return words.length > 0 && words.every((word) => DATE_WORD.test(word));
}
