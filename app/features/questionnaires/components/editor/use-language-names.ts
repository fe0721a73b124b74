import { localeOf } from "~/platform/i18n/format.ts";

/** What languages are called by their tags, in that of whoever reads or another one. */
export function useLanguageNames(reading: string = localeOf()): (tag: string) => string {
  const names = new Intl.DisplayNames(reading, { type: "language" });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A tag that is none, from a file: it is told as it is written.
      return tag;
    }
  };
}
