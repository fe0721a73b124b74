import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { keptDraft } from "./draft-reads.server.ts";
import { isStale, missingWords, type Word, wordsOf } from "./words.ts";

/** As many words as one page has fields for. */
const WORDS_A_PAGE = 60;

export type ShownWord = Word & {
  /** Of an item, its number; of a scale or a page, what it is called. */
  heading: string | null;
  number: number | null;
  stale: boolean;
};

export type WordsPage = {
  key: string;
  name: string;
  revision: number;
  original: string;
  language: string;
  words: ShownWord[];
  start: Record<string, string>;
  page: number;
  pages: number;
  missing: number;
  total: number;
};

/**
 * A page of a draft's words beside those of another language. `page`: a number, or "missing" for the first with
 * something missing; `item`: the one with an item. Null where there is no such draft or language.
 */
export async function wordsPage(
  tx: Tx,
  actor: Actor,
  questionnaire: string,
  { language, page: asked, item }: { language: string; page: string; item: string | null },
): Promise<WordsPage | null> {
  const kept = await keptDraft(tx, actor, questionnaire);
  const translated = kept && Object.hasOwn(kept.draft.translations, language);
  if (!kept || !translated) return null;
  const { draft, revision } = kept;
  const said = draft.translations[language] ?? {};
  const words = wordsOf(draft);
  const missing = missingWords(draft, language);
  const pages = Math.max(1, Math.ceil(words.length / WORDS_A_PAGE));
  const first =
    item !== null
      ? words.findIndex(({ of }) => of?.part === "items" && of.key === item)
      : words.findIndex(({ place }) => place === missing[0]?.place);
  const byPlace = Math.floor(Math.max(0, first) / WORDS_A_PAGE) + 1;
  const number = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : byPlace;
  const page = Math.min(pages, item !== null || asked === "missing" ? byPlace : number);
  const numbers = new Map(draft.items.map(({ key }, at) => [key, at + 1]));
  const shown = words.slice((page - 1) * WORDS_A_PAGE, page * WORDS_A_PAGE);
  return {
    ...{ key: questionnaire, name: draft.name, revision, original: draft.language, language },
    words: shown.map((word) => ({
      ...word,
      heading: headingOf(draft, word),
      number: word.of?.part === "items" ? (numbers.get(word.of.key) ?? null) : null,
      stale: isStale(draft, language, word),
    })),
    start: Object.fromEntries(shown.map(({ place }) => [place, said[place]?.text ?? ""])),
    ...{ page, pages, missing: missing.length, total: words.length },
  };
}

type Named = {
  scales: Partial<Record<string, { stem: { self: string } }>>;
  sections: readonly { key: string; title: string | null }[];
};

function headingOf({ scales, sections }: Named, { of }: Word): string | null {
  if (of?.part === "scales") return scales[of.key]?.stem.self ?? null;
  if (of?.part === "sections") return sections.find(({ key }) => key === of.key)?.title ?? null;
  return null;
}
