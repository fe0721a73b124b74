import type { Instrument } from "./instrument.ts";

/** The languages an instrument can be answered in, its own first, as BCP 47 tags. */
export function languagesOf(instrument: Instrument): string[] {
  return [instrument.language, ...Object.keys(instrument.translations ?? {}).sort()];
}

/**
 * The instrument worded in one of its languages; in its own where it has no such translation. Keys, values, order and
 * scales stay as they are, so that answers mean the same in every language. `language` says which one it became.
 */
export function inLanguage(instrument: Instrument, language: string): Instrument {
  const translation = instrument.translations?.[language];
  if (!translation) return instrument;
  const { scales } = instrument;
  return {
    ...instrument,
    language,
    name: translation.name,
    description: translation.description,
    cantSay: translation.cantSay,
    scales: {
      amount: { ...scales.amount, ...worded(scales.amount, translation.scales.amount) },
      truth: { ...scales.truth, ...worded(scales.truth, translation.scales.truth) },
    },
    sections: instrument.sections.map((each) => ({ ...each, ...translation.sections[each.key] })),
    items: instrument.items.map((each) => ({ ...each, ...translation.items[each.key] })),
    openQuestions: instrument.openQuestions.map((each) => ({
      ...each,
      ...translation.openQuestions[each.key],
    })),
  };
}

type Options<Values extends readonly unknown[]> = {
  [At in keyof Values]: Values[At] & { label: string; short: string };
};

/** A scale's own values under the words of a translation. */
function worded<Values extends readonly { value: number }[], Stem>(
  { options }: { options: Values },
  translated: { stem: Stem; options: readonly { label: string; short: string }[] },
) {
  return {
    stem: translated.stem,
    options: options.map((option, index) => ({
      ...option,
      ...translated.options[index],
    })) as unknown as Options<Values>,
  };
}
