import iconv from "iconv-lite";
import { type Candidate, DOUBLE_BYTE, RARE, SINGLE_BYTE } from "./alphabets.ts";

/** How bytes that are not Unicode may be read. */
export type EncodingFinding = {
  /** The likeliest. */
  encoding: string;
  /** Whether nothing else makes words of these bytes. */
  certain: boolean;
  /** The likeliest first: words of the file as each would read them. */
  readings: { encoding: string; words: string[] }[];
};

const USUAL = "windows-1252";
const SHOWN_READINGS = 5;
const SHOWN_WORDS = 6;
const MOST_WORDS = 2_000;
/** What stands between words, and what may stand around them. */
const BETWEEN = /[\0-@[-`{-\x7f]+/;
const AROUND = new Set("“”„‘’‚«»‹›–—…•€£§°®™´·\u00a0".split(""));
const INSIDE = new Set("’‘–—·".split(""));

type Judged = { encoding: string; words: string[]; explained: number; coherent: boolean };

/**
 * Which encoding makes words of the lines that hold bytes beyond ASCII: each language has its letters, and a wrong
 * encoding puts signs and foreign letters between them. Short lists of names are what people bring, so it asks for
 * letters, not for the frequencies that detectors of running text count.
 */
export function findEncoding(lines: Buffer): EncodingFinding {
  const usual = [...SINGLE_BYTE.map((each) => judge(lines, each)), ...doubleBytes(lines)];
  // Dashes and quotation marks alone: nothing that could be read wrongly.
  if (usual[0]?.words.length === 0) return { encoding: USUAL, certain: true, readings: [] };
  const complete = (judged: Judged) =>
    judged.words.length > 0 && judged.explained === judged.words.length;
  const all = usual.some(complete) ? usual : [...usual, ...RARE.map((each) => judge(lines, each))];
  const share = ({ explained, words }: Judged) => explained / Math.max(words.length, 1);
  const ranked = all
    .toSorted((a, b) => Number(b.coherent) - Number(a.coherent) || share(b) - share(a))
    .filter((judged, at, sorted) => at === sorted.findIndex((other) => sameWords(other, judged)));
  const [best, ...others] = ranked;
  if (!best) return { encoding: USUAL, certain: true, readings: [] };
  const equal = others.some((other) => complete(other) && other.coherent === best.coherent);
  const certain = complete(best) && !equal;
  const shown = [best, ...others.filter(({ encoding }) => encoding === USUAL), ...others];
  const readings = [...new Set(shown)]
    .slice(0, SHOWN_READINGS)
    .map(({ encoding, words }) => ({ encoding, words: words.slice(0, SHOWN_WORDS) }));
  return { encoding: best.encoding, certain, readings };
}

/** The same of a part of a text that was read in an encoding: as if only that part were in the file. */
export function findEncodingOf(part: string, encoding: string): EncodingFinding {
  const found = findEncoding(telltaleLines(iconv.encode(part, encoding)));
  return { ...found, certain: found.certain && found.encoding === encoding };
}

function judge(lines: Buffer, { encoding, alphabets }: Candidate): Judged {
  const words = wordsOf(iconv.decode(lines, encoding));
  const letters = alphabets.map((alphabet) => new Set(alphabet));
  const fits = words.map((word) => letters.map((alphabet) => isWordOf(word, alphabet)));
  const explained = fits.filter((each) => each.some(Boolean)).length;
  const coherent =
    words.length > 0 && letters.some((_, language) => fits.every((each) => each[language]));
  return { encoding, words, explained, coherent };
}

function isWordOf(word: string, alphabet: ReadonlySet<string>): boolean {
  let latin = false;
  let foreign = false;
  let before = "";
  for (const sign of word) {
    if (sign <= "\x7f") latin = true;
    else if (!INSIDE.has(sign)) {
      const lower = sign.toLowerCase();
      if (!alphabet.has(lower) && !alphabet.has(sign)) return false;
      // "JosŽ": a capital after a small letter is another encoding's.
      if (lower !== sign && before !== "" && before !== before.toUpperCase()) return false;
      if (sign > "\u02ff") foreign = true;
    }
    before = sign;
  }
  // Latin and other letters stand in one word only where the encoding is wrong.
  return !(latin && foreign);
}

function doubleBytes(lines: Buffer): Judged[] {
  return DOUBLE_BYTE.flatMap(({ encoding, everyday }) => {
    const words = wordsOf(iconv.decode(lines, encoding));
    if (words.some((word) => word.includes("\ufffd"))) return [];
    const isWord = (word: string) =>
      !/[a-z]/i.test(word) &&
      [...word].every((sign) => {
        const [lead = 0, trail] = iconv.encode(sign, encoding);
        return trail !== undefined && everyday(lead, trail);
      });
    const explained = words.filter(isWord).length;
    return [{ encoding, words, explained, coherent: explained === words.length && explained > 0 }];
  });
}

/** The different words with letters beyond ASCII, without what stands around them. */
function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const word of text.split(BETWEEN)) {
    const signs = [...word];
    let [start, end] = [0, signs.length];
    while (start < end && AROUND.has(signs[start] ?? "")) start += 1;
    while (end > start && AROUND.has(signs[end - 1] ?? "")) end -= 1;
    const bare = signs.slice(start, end);
    if (bare.some((sign) => sign > "\x7f")) words.add(bare.join(""));
    if (words.size >= MOST_WORDS) break;
  }
  return [...words];
}

function sameWords({ words: one }: Judged, { words: other }: Judged): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** The lines that hold bytes beyond ASCII, as far as is needed to tell their encoding. */
export function telltaleLines(bytes: Buffer, most = 64 * 1024): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < most; ) {
    const beyond = nextBeyondAscii(bytes, at);
    if (beyond < 0) break;
    const start = Math.max(bytes.lastIndexOf(LINE_FEED, beyond) + 1, at, beyond - LONGEST_START);
    const found = bytes.indexOf(LINE_FEED, beyond);
    const end = Math.min(found < 0 ? bytes.length : found + 1, beyond + most);
    lines.push(bytes.subarray(start, end));
    length += end - start;
    at = end;
  }
  return Buffer.concat(lines);
}

const LINE_FEED = 10;
const LONGEST_START = 1_000;

function nextBeyondAscii(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
}
