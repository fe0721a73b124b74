/** A number as digits between signs: "EMP-"00000 is [{ text: "EMP-" }, { digits: 5 }]. */
export type DigitFormat = readonly ({ text: string } | { digits: number })[];

const PART = /"([^"]*)"|\\(.)|_.|\*.|([0#?]+)|([-– ()])|([\s\S])/gu;
const LONGEST = 100;

/**
 * A format that shows whole numbers with digits of its own, as ids are (00042, 000-00-000, "P"000); null for every
 * other, whose number says all there is.
 */
export function digitFormat(code: string): DigitFormat | null {
  if (code.length > LONGEST) return null;
  const parts: ({ text: string } | { digits: number })[] = [];
  let zeros = 0;
  for (const [whole, quoted, escaped, digits, sign, other] of code
    .split(";", 1)[0]
    ?.matchAll(PART) ?? []) {
    if (other !== undefined) return null;
    if (digits !== undefined) {
      parts.push({ digits: digits.replace(/[#?]/g, "").length });
      zeros += digits.replace(/[#?]/g, "").length;
    } else {
      const text = quoted ?? escaped ?? sign ?? "";
      if (text !== "" && whole !== "_)") parts.push({ text });
    }
  }
  const counted = parts.filter((part) => "digits" in part);
  const hasWords = parts.some((part) => "text" in part && /[^\s()]/.test(part.text));
  if (counted.length === 0 || counted.some(({ digits }) => digits === 0) || parts.length > 12)
    return null;
  return zeros > 1 || hasWords ? parts : null;
}

/** A number as its format shows it; null for one that is not whole or below zero. */
export function withDigits(number: number, format: DigitFormat): string | null {
  if (!Number.isSafeInteger(number) || number < 0) return null;
  let left = String(number);
  const shown: string[] = [];
  const firstDigits = format.findIndex((part) => "digits" in part);
  for (let at = format.length - 1; at >= 0; at -= 1) {
    const part = format[at];
    if (part === undefined) continue;
    if ("text" in part) {
      shown.unshift(part.text);
      continue;
    }
    // What is left over stands before the first of them.
    const cut = at === firstDigits ? 0 : Math.max(0, left.length - part.digits);
    shown.unshift(left.slice(cut).padStart(part.digits, "0"));
    left = left.slice(0, cut);
  }
  return shown.join("").trim();
}
