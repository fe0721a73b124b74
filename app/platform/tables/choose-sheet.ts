/** A sheet of a workbook, as its first rows show it. */
export type SheetSeen = {
  name: string;
  hidden: boolean;
  /** Whether anything is in it. */
  filled: boolean;
  /** Whether it looks like a table of the kind asked for. */
  wanted: boolean;
};

export type SheetNote = SheetSeen & { read: boolean };

/**
 * Which sheet to read, counted from 0: the one asked for by name, or the first that looks right. What can be seen comes
 * before what is hidden, where last year's list may lie. Null when nothing is in any.
 */
export function choiceOf(sheets: readonly SheetSeen[], name?: string): number | null {
  const asked = name === undefined ? -1 : sheets.findIndex((sheet) => sheet.name === name);
  if (asked >= 0) return asked;
  const first = (fits: (sheet: SheetSeen) => boolean) => {
    const at = sheets.findIndex(fits);
    return at < 0 ? null : at;
  };
  return (
    first(({ hidden, wanted }) => wanted && !hidden) ??
    first(({ hidden, filled }) => filled && !hidden) ??
    first(({ wanted }) => wanted) ??
    first(({ filled }) => filled)
  );
}
