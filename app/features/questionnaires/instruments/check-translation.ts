import type { Problem } from "~/features/frameworks/domain/index.ts";
import { checkNames } from "./check-names.ts";
import type { Instrument } from "./instrument.ts";
import type { Translation } from "./translation.ts";

/** Checks that every translation covers the whole instrument, no more, and names the person where the rules say. */
export function checkTranslations(instrument: Instrument): Problem[] {
  const { scales, sections, items } = instrument;
  return Object.entries(instrument.translations ?? {}).flatMap(([language, translation]) => {
    const at = `translations.${language}`;
    const titled = sections.filter(({ title }) => title !== null).map(({ key }) => key);
    const keys = items.map(({ key }) => key);
    return [
      ...(language === instrument.language ? [{ code: "translates-itself" as const, at }] : []),
      ...checkKeys(Object.keys(scales), translation.scales, `${at}.scales`),
      ...checkKeys(titled, translation.sections, `${at}.sections`),
      ...checkKeys(keys, translation.items, `${at}.items`),
      ...checkWords(instrument, translation, at),
      ...checkNames(
        instrument,
        { scales: translation.scales, wordsOf: ({ key }) => translation.items[key] },
        ({ key }) => `${at}.items.${key}`,
      ),
    ];
  });
}

function checkKeys(
  wanted: readonly string[],
  translated: Record<string, unknown>,
  at: string,
): Problem[] {
  const keys = new Set(wanted);
  return [
    ...[...keys]
      .filter((key) => !(key in translated))
      .map((key) => ({ code: "untranslated" as const, at: `${at}.${key}` })),
    ...Object.keys(translated)
      .filter((key) => !keys.has(key))
      .map((key) => ({ code: "translates-nothing" as const, at: `${at}.${key}` })),
  ];
}

/** Hints, options and ends: each where the item has one, as many as it has, and nowhere else. */
function checkWords(instrument: Instrument, translation: Translation, at: string): Problem[] {
  const pairs = [
    ...Object.entries(instrument.scales).map(
      ([key, scale]) => [`${at}.scales.${key}`, scale, translation.scales[key]] as const,
    ),
    ...instrument.items.map(
      (item) => [`${at}.items.${item.key}`, item, translation.items[item.key]] as const,
    ),
    ...instrument.sections.map(
      (section) =>
        [`${at}.sections.${section.key}`, section, translation.sections[section.key]] as const,
    ),
  ];
  return pairs.flatMap(([place, own, words]) =>
    words ? compared(place, { ...own }, { ...words }) : [],
  );
}

const OPTIONAL = ["hint", "options", "orElse", "ends", "intro"] as const;

function compared(
  at: string,
  own: Partial<Record<string, unknown>>,
  words: Partial<Record<string, unknown>>,
): Problem[] {
  return OPTIONAL.flatMap((part): Problem[] => {
    const [mine, theirs] = [own[part] ?? null, words[part] ?? null];
    const place = `${at}.${part}`;
    if (mine !== null && theirs === null) return [{ code: "untranslated", at: place }];
    if (mine === null && theirs !== null) return [{ code: "translates-nothing", at: place }];
    if (!Array.isArray(mine) || !Array.isArray(theirs) || mine.length === theirs.length) return [];
    return [
      { code: mine.length > theirs.length ? "untranslated" : "translates-nothing", at: place },
    ];
  });
}
