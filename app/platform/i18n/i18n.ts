import i18next, { type i18n, type ResourceKey } from "i18next";

// Each feature keeps its texts, one file a page or letter; a file's name is the namespace of what is in it.
type Files = Record<string, ResourceKey>;

const english: Files = import.meta.glob<ResourceKey>(
  ["../../{*,features/*}/texts/en/*.json", "!../../{*,features/*}/texts/en/letter-*.json"],
  { eager: true, import: "default" },
);
// Letters, and raters' pages, which alone are translated, are HTML: no browser needs their words.
const further: Files = import.meta.env.SSR
  ? import.meta.glob<ResourceKey>(
      ["../../{*,features/*}/texts/*/*.json", "!../../{*,features/*}/texts/en/!(letter-*).json"],
      {
        eager: true,
        import: "default",
      },
    )
  : {};

function create(): i18n {
  const instance = i18next.createInstance();
  const resources: Record<string, Record<string, ResourceKey>> = {};
  for (const [path, file] of Object.entries({ ...english, ...further })) {
    const [language = "", name = ""] = path.split("/").slice(-2);
    const namespace = name.replace(".json", "");
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
  return instance;
}

/** Every text of the product, in English. */
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
