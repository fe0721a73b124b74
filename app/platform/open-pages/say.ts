type Values = Readonly<Record<string, string | number>>;

/** Texts by key, as they stand in a file of texts. */
export type Said = Readonly<Record<string, string>>;

/**
 * A text with its values put in, `{{so}}`; of several forms, the one that `count` asks for in that language. The small
 * part of i18next that a page without its library needs.
 * @throws for a key that is not there.
 */
export function say(said: Said, language: string, key: string, values: Values = {}): string {
  const { count } = values;
  const form = typeof count === "number" ? new Intl.PluralRules(language).select(count) : "other";
  const text = said[key] ?? said[`${key}_${form}`] ?? said[`${key}_other`];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replaceAll(/\{\{(\w{1,30})\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
