import { plainWord, WORD } from "~/features/people/domain/index.ts";
import { commonWords, dates, events } from "./telling-words.ts";

/** Something in a comment that could tell who wrote it, or about whom. */
export type CommentWarning = {
  kind: "name" | "email" | "phone" | "date" | "event" | "script" | "language";
  /** The words as they were written. */
  found: string;
};

/** Words of names, in lower case. */
export type NameWords = { has(word: string): boolean };

const MOST = 4;
const EMAIL = /(?<![^\s@<>(),;])[^\s@<>(),;]+@[^\s@<>(),;]+\.\p{L}{2,}/gu;
const PHONE = /(?:\+|(?<![\d.,])0)\d(?:[\s()/.-]{0,2}\d){6,13}(?!\d)/g;

/**
 * What in a comment could name someone: a person of the organisation, an address, a number, a date, an event that only
 * few could know of. `language` is the one the page is in: in English, everyday words with a capital are doubted. Meant
 * as a gentle hint: it misses some and doubts some, and never forbids. `names` leaves out the person the comment is
 * about. At most four, in the order of kinds.
 */
export function commentWarnings(
  text: string,
  names: NameWords,
  language: string,
): CommentWarning[] {
  let rest = text;
  const take = (kind: CommentWarning["kind"], pattern: RegExp): CommentWarning[] => {
    const found = [...rest.matchAll(pattern)].map(([match]) => ({ kind, found: match.trim() }));
    rest = rest.replace(pattern, " . ");
    return found;
  };
  const addresses = take("email", EMAIL);
  const days = take("date", dates);
  const numbers = take("phone", PHONE).filter(({ found }) => found.replace(/\D/g, "").length > 7);
  const telling = take("event", events);
  const all = [...namesIn(rest, names, language), ...addresses, ...numbers, ...days, ...telling];
  const once = new Map(all.map((warning) => [warning.found.toLowerCase(), warning]));
  return [...once.values()].slice(0, MOST);
}

function namesIn(text: string, names: NameWords, language: string): CommentWarning[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0],
    at: match.index,
    known: isCapital(match[0]) && knownAs(match[0], names),
  }));
  const warnings: CommentWarning[] = [];
  let last = -1;
  for (const [index, { word, at, known }] of words.entries()) {
    if (!known || at < last) continue;
    const next = words[index + 1];
    const end = at + word.length;
    const joined = next?.known && /^[\s-]$/.test(text.slice(end, next.at));
    const short = word.length < 3 && word !== word.toLowerCase();
    const common = short || commonWords.has(plainWord(word));
    if (common && !joined && !(language === "en" && !opensSentence(text, at))) continue;
    last = joined ? next.at + next.word.length : end;
    warnings.push({ kind: "name", found: text.slice(at, last).replace(/['’]s?$/, "") });
  }
  return warnings;
}

/** "Anna", "Anna's" and the German "Annas". */
function knownAs(word: string, names: NameWords): boolean {
  const bare = plainWord(word);
  return names.has(bare) || (bare.length > 4 && bare.endsWith("s") && names.has(bare.slice(0, -1)));
}

/** Names are written with a capital, or in a script that has none. */
function isCapital(word: string): boolean {
  const first = word[0] ?? "";
  return first !== first.toLowerCase() || first === first.toUpperCase();
}

function opensSentence(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 12), at);
  const before = near.replace(/(?<!["'“”„«»( -])["'“”„«»( -]+$/, "");
  return (before === "" && at <= near.length) || /[.!?:\n…]$/.test(before);
}
