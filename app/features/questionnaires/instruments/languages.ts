import type { Item } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";
import type { Translation } from "./translation.ts";

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
  return {
    ...instrument,
    language,
    name: translation.name,
    description: translation.description,
    cantSay: translation.cantSay,
    scales: Object.fromEntries(
      Object.entries(instrument.scales).map(([key, scale]) => {
        const words = translation.scales[key];
        return [key, words ? { ...scale, stem: words.stem, options: worded(scale, words) } : scale];
      }),
    ) as Instrument["scales"],
    sections: instrument.sections.map((each) => ({ ...each, ...translation.sections[each.key] })),
    items: instrument.items.map((each) => wordedItem(each, translation.items[each.key])),
  };
}

function wordedItem(item: Item, words: Translation["items"][string] | undefined): Item {
  if (!words) return item;
  const options = "options" in item ? { options: worded(item, words) } : {};
  return { ...item, ...words, ...options } as Item;
}

/** Options keep their values under the words of a translation. */
function worded<Option extends { label: string }>(
  { options }: { options: readonly Option[] },
  words: { options?: readonly (string | { label: string; short: string })[] | undefined },
): Option[] {
  return options.map((option, index) => {
    const translated = words.options?.[index] ?? {};
    return { ...option, ...(typeof translated === "string" ? { label: translated } : translated) };
  });
}
