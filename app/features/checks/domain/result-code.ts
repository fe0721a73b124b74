import { type Check, itemOrder, type Ratings, type Voice, valuesOf } from "./check.ts";

/** A result as an address holds it, read back; or why it can't be. */
export type ReadCode =
  | { ok: true; voice: Voice; ratings: Ratings }
  | { ok: false; reason: "none" | "damaged" | "other-version" };

/** Six states of an answer, and two answers to a sign of base 36. */
const STATES = 6;
const BASE = 36;
const SHAPE = /^(\d{1,3})([ta])([0-9a-z]{1,60})-([0-9a-z]{7})$/;

/**
 * The answers in a few signs that an address may hold: the version, whom they are for, two answers a sign, and a
 * checksum over all of it and the check's key, so that a part of one, or one of another check, is taken for none.
 */
export function writeCode(check: Check, voice: Voice, ratings: Ratings): string {
  const values = valuesOf(check.scale);
  const states = ratings.map((rating) => (rating === null ? 0 : values.indexOf(rating) + 1));
  let signs = "";
  for (let index = 0; index < states.length; index += 2)
    signs += ((states[index] ?? 0) * STATES + (states[index + 1] ?? 0)).toString(BASE);
  const said = `${check.version}${voice === "team" ? "t" : "a"}${signs}`;
  return `${said}-${checksum(`${check.key}.${said}`)}`;
}

/** Reads what `writeCode` wrote for this check; `#` in front is passed over. */
export function readCode(check: Check, code: string): ReadCode {
  const text = code.replace(/^#/, "");
  if (text === "") return { ok: false, reason: "none" };
  const [, version, voice, signs, sum] = SHAPE.exec(text) ?? [];
  if (!version || !voice || !signs || sum !== checksum(`${check.key}.${version}${voice}${signs}`))
    return { ok: false, reason: "damaged" };
  if (Number(version) !== check.version) return { ok: false, reason: "other-version" };
  const values = valuesOf(check.scale);
  const items = itemOrder(check).length;
  const states = [...signs].flatMap((sign) => {
    const pair = Number.parseInt(sign, BASE);
    return [Math.floor(pair / STATES), pair % STATES];
  });
  // An odd last answer stands in a pair whose other half says nothing.
  if (states.length !== items + (items % 2) || states.slice(items).some((state) => state !== 0))
    return { ok: false, reason: "damaged" };
  const ratings = states.slice(0, items).map((state) => values[state - 1] ?? null);
  return { ok: true, voice: voice === "t" ? "team" : "alone", ratings };
}

/** 32 bits of FNV-1a (Fowler, Noll and Vo, 1991) in base 36: it finds slips, and keeps nobody out. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(BASE).padStart(7, "0");
}
