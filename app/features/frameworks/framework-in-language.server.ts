import { isDeepStrictEqual } from "node:util";
import { builtInFrameworks } from "./built-in.server.ts";
import type { Framework } from "./domain/framework.ts";
import { frameworkTranslationSchema, worded } from "./domain/framework-translation.ts";

// Beside the framework rather than in it: a version never changes, and old ones are read in other languages, too.
const files = import.meta.glob<unknown>("../../../content/framework-translations/*.json", {
  eager: true,
  import: "default",
});
const translations = Object.values(files).map((file) => frameworkTranslationSchema.parse(file));

const known = new WeakMap<Framework, Map<string, Framework>>();

/** A built-in framework in a language; in its own words where there is no translation, or where they are somebody's. */
export function frameworkInLanguage(framework: Framework, language: string): Framework {
  const remembered = known.get(framework) ?? new Map<string, Framework>();
  known.set(framework, remembered);
  const found = remembered.get(language) ?? inWordsOf(framework, language);
  remembered.set(language, found);
  return found;
}

function inWordsOf(framework: Framework, language: string): Framework {
  const { key, version } = framework;
  const translation = translations.find(
    (each) => each.language === language && each.key === key && each.version === version,
  );
  const isBuiltIn = builtInFrameworks().some((each) => isDeepStrictEqual(framework, each));
  return translation && isBuiltIn ? worded(framework, translation) : framework;
}
