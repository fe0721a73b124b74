import { keptDays, type Weekday } from "~/features/people/domain/index.ts";
import { plainDays, type WeekdayLanguage, weekdayLanguages } from "./weekday-names.ts";

export type ReadDays = {
  /** As a record keeps them: "12345" is Monday to Friday. */
  days: string;
  /** Whether the text is no more than the names of these days, one after the other. */
  plain: boolean;
};

const WEEK = "1234567";
const SEPARATORS = /[,;/&+|·•\s()[\]:]+/;
const RANGE = /^[-–—−‐‑~]$/;
const SHORTEST = 3;

/**
 * The days of the week that a text means: names or short names in one of ten languages ("Mon-Thu", "Mo, Mi, Do",
 * "part-time: Mon to Wed", "Mon-Fri except Wed"), or numbers with Monday as 1 ("1-5", "1, 2, 4", "12345"). Null when
 * that can't be told: "4.5" and "5" say how many days, and "Ma, Di" are others in French and in Dutch.
 */
export function readWorkingDays(text: string): ReadDays | null {
  const plain = plainDays(text).replace(/\b(part|full)[- ]time\b/g, " ");
  const numbers = ofNumbers(plain);
  if (numbers !== null) return { days: numbers, plain: false };
  if (/\d/.test(plain)) return null;
  const tokens = tokensOf(plain);
  const readings = weekdayLanguages().flatMap((language) => inLanguage(tokens, language) ?? []);
  const [first, ...others] = readings;
  if (!first || others.some(({ days }) => days !== first.days)) return null;
  return { days: first.days, plain: readings.some((reading) => reading.plain) };
}

/** Null for what is no list of numbers, or may be a count of days. */
function ofNumbers(text: string): string | null {
  const trimmed = text.trim();
  if (/^[1-7]{3,7}$/.test(trimmed)) {
    const digits = [...trimmed];
    const ascending = digits.every((digit, at) => at === 0 || digit > (digits[at - 1] ?? ""));
    return ascending ? trimmed : null;
  }
  // "5" and "4,5" are how many.
  if (!/^[1-7][1-7\s,;&+–—-]*[1-7]$/.test(trimmed) || /^\d,\d$/.test(trimmed)) return null;
  const days = new Set<string>();
  const close = trimmed.replace(/[–—]/g, "-").replace(/\s+/g, " ");
  const parts = close
    .replaceAll(" -", "-")
    .replaceAll("- ", "-")
    .split(/[ ,;&+]+/);
  for (const part of parts) {
    const [, from = "", to = from] = /^([1-7])(?:-([1-7]))?$/.exec(part) ?? [];
    if (from === "") return null;
    for (const day of between(from, to)) days.add(day);
  }
  return kept(days);
}

/** Words and signs of a range; whatever else parts words is left out. */
function tokensOf(text: string): string[] {
  return text
    .replace(/-feiras?\b/g, " ")
    .replace(/([-–—−‐‑~])/g, " $1 ")
    .replace(/\bt\/m\b/g, " tm ")
    .replace(/(\p{L})\./gu, "$1 ")
    .split(SEPARATORS)
    .filter((token) => token !== "");
}

/** The days that these words mean in a language; null when they mean none in it. */
function inLanguage(tokens: readonly string[], language: WeekdayLanguage): ReadDays | null {
  const days = new Set<string>();
  const without = new Set<string>();
  let [into, plain, last, open] = [days, true, "", false];
  for (const token of tokens) {
    const day = dayOf(token, language);
    const several = day ?? language.several.get(token);
    if (several !== undefined) {
      if (day === undefined) plain = false;
      const meant = open ? between(last, several[0] ?? "") : [...several];
      for (const each of meant) into.add(each);
      [last, open] = [several.at(-1) ?? "", false];
    } else if (RANGE.test(token) || language.range.has(token)) {
      if (last === "" || open) return null;
      [open, plain] = [true, false];
    } else if (language.except.has(token)) {
      if (open || days.size === 0) return null;
      [into, plain, last] = [without, false, ""];
    } else if (language.and.has(token)) {
      if (open) return null;
    } else if (language.beside.has(token)) plain = false;
    else return null;
  }
  if (open || (into === without && without.size === 0)) return null;
  for (const day of without) days.delete(day);
  const found = kept(days);
  return found === null ? null : { days: found, plain };
}

function dayOf(token: string, { names, short }: WeekdayLanguage): string | undefined {
  const twoLetters = short.indexOf(token);
  if (twoLetters >= 0) return WEEK[twoLetters];
  if (token.length < SHORTEST) return undefined;
  const found = names.flatMap((name, at) =>
    name.startsWith(token) || token === `${name}s` ? [at] : [],
  );
  return found.length === 1 ? WEEK[found[0] ?? 0] : undefined;
}

/** The days from one to another, over the weekend where need be: Sunday to Thursday. */
function between(from: string, to: string): string[] {
  const start = WEEK.indexOf(from);
  const length = ((WEEK.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => WEEK[(start + step) % 7] ?? "");
}

function kept(days: ReadonlySet<string>): string | null {
  return keptDays([...days] as Weekday[]);
}
