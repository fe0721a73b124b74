import {
  hasStrayBraces,
  nameCount,
  type Problem,
  type Wording,
} from "~/features/frameworks/domain/index.ts";
import type { Instrument } from "./instrument.ts";
import type { Translation } from "./translation.ts";

/** Checks that every translation covers the whole instrument, no more, and names the person where the rules say. */
export function checkTranslations(instrument: Instrument): Problem[] {
  return Object.entries(instrument.translations ?? {}).flatMap(([language, translation]) => {
    const at = `translations.${language}`;
    return [
      ...(language === instrument.language ? [{ code: "translates-itself" as const, at }] : []),
      ...checkKeys(instrument.sections, translation.sections, `${at}.sections`),
      ...checkKeys(instrument.items, translation.items, `${at}.items`),
      ...checkKeys(instrument.openQuestions, translation.openQuestions, `${at}.openQuestions`),
      ...checkNames(instrument, translation, at),
    ];
  });
}

function checkKeys(
  wanted: readonly { key: string }[],
  translated: Record<string, unknown>,
  at: string,
): Problem[] {
  const keys = new Set(wanted.map(({ key }) => key));
  return [
    ...[...keys]
      .filter((key) => !(key in translated))
      .map((key) => ({ code: "untranslated" as const, at: `${at}.${key}` })),
    ...Object.keys(translated)
      .filter((key) => !keys.has(key))
      .map((key) => ({ code: "translates-nothing" as const, at: `${at}.${key}` })),
  ];
}

function checkNames(instrument: Instrument, translation: Translation, at: string): Problem[] {
  const none: Wording = { self: "", other: "" };
  const asked = [
    ...instrument.items.map(({ key, scale }) => ({
      at: `${at}.items.${key}`,
      wording: translation.items[key],
      stem: translation.scales[scale].stem,
    })),
    ...instrument.openQuestions.map(({ key }) => ({
      at: `${at}.openQuestions.${key}`,
      wording: translation.openQuestions[key],
      stem: none,
    })),
  ];
  return asked.flatMap(({ at: place, wording, stem }) =>
    wording ? namesIn(place, wording, stem) : [],
  );
}

/** Others read the person's name exactly once per question, in the stem or in the item; a person never reads their own. */
export function namesIn(at: string, wording: Wording, stem: Wording): Problem[] {
  const problems: Problem[] = [];
  if (nameCount(stem.self) + nameCount(wording.self) > 0)
    problems.push({ code: "name-in-self", at: `${at}.self` });
  if (nameCount(stem.other) + nameCount(wording.other) !== 1)
    problems.push({ code: "name-not-once", at: `${at}.other` });
  for (const voice of ["self", "other"] as const) {
    if (hasStrayBraces(stem[voice]) || hasStrayBraces(wording[voice]))
      problems.push({ code: "stray-braces", at: `${at}.${voice}` });
  }
  return problems;
}
