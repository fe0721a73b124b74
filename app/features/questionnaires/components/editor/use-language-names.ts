import { localeOf } from "~/platform/i18n/format.ts";

/** What languages are called in that of whoever reads, by their tags. */
export function useLanguageNames(): (tag: string) => string {
  const names = new Intl.DisplayNames(localeOf(), { type: "language" });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A tag that is none, from a file: it is told as it is written.
      return tag;
    }
  };
}
