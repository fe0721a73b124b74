/** Languages that pages are written in; what one of them lacks is in the first. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

/** A language's name in that language, such as "Deutsch". */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
