import type { ResourceKey } from "i18next";
import { placeOf, texts } from "./i18n.ts";

type Texts = Record<string, () => Promise<{ default: Record<string, ResourceKey> }>>;

/** Brings a language's texts into a browser, before anything is said in it. */
export async function fetchTexts(language: string, of: Texts): Promise<void> {
  const fetched = await of[language]?.();
  for (const [path, file] of Object.entries(fetched?.default ?? {}))
    texts.addResourceBundle(language, placeOf(path).namespace, file);
}
