import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";

const APP = new URL("../../../", import.meta.url);

/** What English said when a text was translated, as prints of it by file and text. */
export type LookedAt = Record<string, Record<string, string>>;

/** Where the prints of a language are kept. */
export function lookedAtFile(language: string): URL {
  return new URL(`../looked-at/${language}.json`, import.meta.url);
}

/** Every file of texts in a language, by its path with LANGUAGE in place of it; each text by its own path. */
export function textFiles(language: string): Map<string, Map<string, string>> {
  const found = globSync(`{*,features/*}/texts/${language}/*.json`, { cwd: APP }).toSorted();
  return new Map(
    found.map((path) => [
      path.replace(`/texts/${language}/`, "/texts/LANGUAGE/"),
      new Map(leaves(JSON.parse(readFileSync(new URL(path, APP), "utf8")))),
    ]),
  );
}

function leaves(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, at ? `${at}.${key}` : key),
  );
}

/** What counts by plural forms is one text. */
export function withoutForm(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "");
}

/** Prints of all English texts, plural forms together. */
export function printsOfEnglish(): LookedAt {
  return Object.fromEntries(
    [...textFiles("en")].map(([file, texts]) => [
      file,
      Object.fromEntries(
        [...Map.groupBy(texts, ([key]) => withoutForm(key))].map(([key, forms]) => [
          key,
          createHash("sha256").update(JSON.stringify(forms)).digest("hex").slice(0, 8),
        ]),
      ),
    ]),
  );
}
