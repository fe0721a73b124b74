const NUMBER = /^(\d{1,4}(?:[.,]\d{1,4})?) ?(%|h|hours|std\.?|stunden|fte)?$/i;

/** How much of a full post a text says ("80 %", "0,8", "38.5 h"), as a number to compare within a file. */
export function readShare(text: string): string | null {
  const [, number, unit] = NUMBER.exec(text) ?? [];
  if (number === undefined) return null;
  const share = Number(number.replace(",", "."));
  return String(unit === "%" ? share / 100 : share);
}
