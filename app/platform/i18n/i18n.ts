import i18next, { type i18n, type ResourceKey } from "i18next";
import { readerLanguage } from "./reader-language.ts";

// Each feature keeps its texts, one file a page or letter; a file's name is the namespace of what is in it.
type Files = Record<string, ResourceKey>;

const english: Files = import.meta.glob<ResourceKey>(
  ["../../{*,features/*}/texts/en/*.json", "!../../{*,features/*}/texts/en/letter-*.json"],
  { eager: true, import: "default" },
);
// Letters are made on the server: no browser needs their words. Those of another language come when it is read.
const further: Files = import.meta.env.SSR
  ? import.meta.glob<ResourceKey>(
      ["../../{*,features/*}/texts/*/*.json", "!../../{*,features/*}/texts/en/!(letter-*).json"],
      {
        eager: true,
        import: "default",
      },
    )
  : {};
/** Which language's, and which of its texts, a file holds. */
export function placeOf(path: string): { language: string; namespace: string } {
  const [language = "", name = ""] = path.split("/").slice(-2);
  return { language, namespace: name.replace(".json", "") };
}

function create(): i18n {
  const instance = i18next.createInstance();
  const resources: Record<string, Record<string, ResourceKey>> = {};
  for (const [path, file] of Object.entries({ ...english, ...further })) {
    const { language, namespace } = placeOf(path);
    if (resources[language]?.[namespace])
      throw new Error(`two files of texts are named ${namespace}`);
    resources[language] = { ...resources[language], [namespace]: file };
  }
  // Ready at once: every text is in the bundle, so nothing is awaited. Pages are handed it by the root's provider;
  // letters and files, which have no pages, need no React for their words.
  instance.init({
    lng: "en",
    fallbackLng: "en",
    resources,
    defaultNS: "shell",
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // Some languages write small within a sentence what stands with a capital letter alone; a text says so itself.
  instance.services.formatter?.add("lowercase", (value, language) =>
    String(value).toLocaleLowerCase(language),
  );
  return instance;
}

/** Every text of the product, in English: for what no reader is known of, such as the command line. */
export const texts: i18n = create();

const others = new Map<string, i18n>();

/** The texts in a language, English where one is not translated. */
export function textsIn(language: string): i18n {
  if (language === "en") return texts;
  let instance = others.get(language);
  if (!instance) {
    instance = texts.cloneInstance({ lng: language, initAsync: false });
    others.set(language, instance);
  }
  return instance;
}

/** The texts for whoever reads what is being made. */
export function readerTexts(): i18n {
  return textsIn(readerLanguage());
}
