const FALLBACK = "en-GB";

/** What collates names best for a reader, of the languages they may read, best first; no tag is trusted to be one. */
export function readerLocale(languages: readonly string[]): string {
  for (const language of languages) {
    const [supported] = supportedOf(language);
    if (supported !== undefined) return supported;
  }
  return FALLBACK;
}

/** The names that PostgreSQL may have for such a collation, the closest first. */
export function collationNames(locale: string): string[] {
  const { language, script } = new Intl.Locale(locale);
  const tags = [locale, script ? `${language}-${script}` : language, language, "und"];
  return [...new Set(tags)].map((tag) => `${tag}-x-icu`);
}

function supportedOf(language: string): string[] {
  if (language.length > LONGEST || !/^[a-z]{2,3}(-|$)/i.test(language)) return [];
  try {
    return Intl.Collator.supportedLocalesOf([language]);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The longest tag that RFC 5646 (4.4.1) reckons with. */
const LONGEST = 35;
