import { type OwnPractice, type PracticeWords, practiceLanguages } from "./own-practice.ts";
import type { BehaviourGuide, Direction } from "./practice-library.ts";

/** A practice as it is offered: ours by its key, or the organisation's own by its id. */
export type ShownPractice = PracticeWords & {
  key: string;
  direction: Direction;
  /** The organisation's own. */
  isOwn: boolean;
  /** Offered to nobody any more. */
  isHidden: boolean;
  /** In which language its words are, where it is not the reader's. */
  inLanguage: string | null;
};

/** An own practice in the words of a language; in those it has where it lacks that one. */
export function wordsIn(
  { words }: Pick<OwnPractice, "words">,
  language: string,
): { words: PracticeWords; language: string } | null {
  const first = practiceLanguages.filter((each) => each === language);
  const rest = practiceLanguages.filter((each) => each !== language);
  for (const each of [...first, ...rest]) {
    const said = words[each];
    if (said) return { words: said, language: each };
  }
  return null;
}

/** All practices for a behaviour: the organisation's own first, then ours, those that are hidden marked as such. */
export function shownPractices(
  guide: BehaviourGuide | undefined,
  own: readonly OwnPractice[],
  { hidden, language }: { hidden: ReadonlySet<string>; language: string },
): ShownPractice[] {
  const ownShown = own.flatMap((practice): ShownPractice[] => {
    const said = wordsIn(practice, language);
    if (!said) return [];
    const { id: key, direction } = practice;
    const inLanguage = said.language === language ? null : said.language;
    return [
      { ...said.words, ...{ key, direction, isOwn: true, isHidden: hidden.has(key), inLanguage } },
    ];
  });
  const ours = Object.entries(guide?.practices ?? {}).map(
    ([key, practice]): ShownPractice => ({
      ...practice,
      ...{ key, isOwn: false, isHidden: hidden.has(key), inLanguage: null },
    }),
  );
  return [...ownShown, ...ours];
}
