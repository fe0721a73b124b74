import { LONGEST_SEARCH, plainWords } from "~/platform/search/words-found.ts";

/** One thing to be found, with texts from what says most of it to what says least. */
export type Findable = { key: string; texts: readonly (readonly [weight: number, text: string])[] };

export type Index = readonly { key: string; words: ReadonlyMap<string, number> }[];

/** Words that any sentence has, as they are compared. */
const COMMON = new Set(
  [
    "a about again all am an and any are as at be been but by can do does for from get got had has have he her his how",
    "i if in is it its just me more my need no not now of on or our people she should so some someone team that the",
    "their them there they this to too up us very want was we what when which who why will with you your",
    "aber alle als am an auch auf aus bei bin bis da das dass dem den der des die doch ein eine einem einen einer er es",
    "fur geht habe haben hat hatte ich ihr im immer in ist ja kann kein keine man mehr mein meine meinem meinen meiner",
    "mich mir mit muss nach nicht noch nun nur oder schon sehr sein seine sich sie sind so soll um und uns unser",
    "unsere vom von vor war warum was weil wenn wer werden wie wir wird wo zu zum zur",
  ].flatMap((line) => comparable(line)),
);

/** What a found word counts, by how far it is from the one that was typed. */
const NEARNESS = { same: 1, begins: 0.7, within: 0.45, typo: 0.5 };
/** Whatever reaches less of the best is left out: it would only be there for a word beside the point. */
const LEAST_SHARE = 0.35;

/**
 * The words of a text as they are compared: signs and quotation marks aside, and ä, ae and a alike, since many type
 * German without its dots.
 */
function comparable(text: string): string[] {
  const words = text.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
  return plainWords(words).map((word) => word.replace(/(?<=[aou])e/g, ""));
}

/** Made once for each language. */
export function indexOf(things: readonly Findable[]): Index {
  return things.map(({ key, texts }) => {
    const words = new Map<string, number>();
    for (const [weight, text] of texts)
      for (const word of comparable(text))
        if (!COMMON.has(word)) words.set(word, Math.max(weight, words.get(word) ?? 0));
    return { key, words };
  });
}

/**
 * What a sentence speaks of, the best first; nothing where no word says anything. Each word that was typed counts by
 * the nearest word of a thing, and the more, the fewer things have it.
 */
export function find(index: Index, sentence: string): string[] {
  const typed = [...new Set(comparable(sentence.slice(0, LONGEST_SEARCH)))].filter(
    (word) => !COMMON.has(word),
  );
  const scores = index.map(() => 0);
  for (const word of typed) {
    const near = index.map(({ words }) => nearest(word, words));
    const having = near.filter((each) => each > 0).length;
    const rarity = having === 0 ? 0 : Math.log(1 + index.length / having);
    near.forEach((each, at) => {
      scores[at] = (scores[at] ?? 0) + each * rarity;
    });
  }
  const best = Math.max(...scores);
  if (!(best > 0)) return [];
  return index
    .map(({ key }, at) => ({ key, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= best * LEAST_SHARE)
    .sort((one, other) => other.score - one.score)
    .map(({ key }) => key);
}

function nearest(typed: string, words: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [word, weight] of words) best = Math.max(best, weight * nearness(typed, word));
  return best;
}

/** From 0 to 1. Short words are the same or nothing: what they begin, or are in, is too much. */
function nearness(typed: string, word: string): number {
  if (typed === word) return NEARNESS.same;
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  if (short.length < 4) return 0;
  if (long.startsWith(short) || sharedStart(short, long) >= Math.max(5, long.length - 2))
    return NEARNESS.begins;
  if (short.length < 5) return 0;
  if (long.includes(short)) return NEARNESS.within;
  return isOneSlipApart(short, long) ? NEARNESS.typo : 0;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** One letter more, one another, or two that changed places. */
function isOneSlipApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  const at = sharedStart(short, long);
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const changed = short[at] === long[at + 1] && short[at + 1] === long[at];
  return changed && short.slice(at + 2) === long.slice(at + 2);
}
