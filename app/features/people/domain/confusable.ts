/**
 * Letters that look like others at a glance, after Unicode's confusables (UTS 39), for the scripts that are mixed into
 * Latin addresses; accents are taken off before.
 */
const ALIKE: Record<string, string> = {
  ...pairs("аaбbвbгrдdеeзeиuкkмmнhоoпnрpсcтtуyхxчyьbѕsіiјjһhԁdԛqԝwѵvԍgԑeӏl"),
  ...pairs("αaβbγyεeζzηnιiκkμuνvοoπnρpσoςcτtυuχxωw"),
  ...pairs("ıiłløođdɡgɑaɩiðdħhŋnſsƖlǀl"),
  ...pairs("0o1l|l"),
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

function pairs(text: string): Record<string, string> {
  const letters = [...text];
  return Object.fromEntries(
    letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? ""]] : [])),
  );
}

/**
 * What a text looks like: two that a hurried reader takes for each other have the same skeleton. Meant for hints alone.
 */
export function skeleton(text: string): string {
  const plain = PLAIN.test(text);
  const bare = plain ? text : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const latin = plain ? bare : [...bare].map((letter) => ALIKE[letter] ?? letter).join("");
  return latin.replaceAll("rn", "m").replaceAll("vv", "w");
}

/** Most addresses by far: nothing in them looks like something else. */
const PLAIN = /^[a-z2-9.@ -]*$/;

const BASE = 36;
const FIRST = 128;

/**
 * A label of a domain name as it is read: "xn--mller-kva" is "müller" (RFC 3492). What can't be decoded stays as it is.
 */
export function readLabel(label: string): string {
  if (!label.toLowerCase().startsWith("xn--")) return label;
  const coded = label.slice(4).toLowerCase();
  const basic = coded.lastIndexOf("-");
  const read = [...coded.slice(0, Math.max(0, basic))].map((each) => each.codePointAt(0) ?? 0);
  let [code, place, bias] = [FIRST, 0, 72];
  for (let at = basic + 1; at < coded.length; ) {
    const before = place;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digitOf(coded[at++]);
      if (digit === null) return label;
      place += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(place - before, read.length + 1, before === 0);
    code += Math.floor(place / (read.length + 1));
    place %= read.length + 1;
    if (code > 0x10ffff) return label;
    read.splice(place++, 0, code);
  }
  return String.fromCodePoint(...read);
}

function digitOf(letter: string | undefined): number | null {
  const at = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(letter ?? " ");
  return at < 0 ? null : at;
}

function adapted(delta: number, length: number, first: boolean): number {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > 455; k += BASE) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}
