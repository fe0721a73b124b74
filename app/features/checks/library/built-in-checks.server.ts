import type { Check } from "../domain/check.ts";
import type { CheckWords } from "../domain/words.ts";
import { checkSchema, checkWordsSchema } from "./check-file.ts";

type Files = Record<string, unknown>;
const shapes = import.meta.glob<unknown>("../../../../content/checks/*.json", {
  eager: true,
  import: "default",
}) satisfies Files;
const wordings = import.meta.glob<unknown>("../../../../content/checks/*/*.json", {
  eager: true,
  import: "default",
}) satisfies Files;

/** In the order in which they are offered. */
const ORDER = [
  "balance",
  "leadership-styles",
  "management-styles",
  "too-much",
  "without-me",
  "core-skills",
  "emotions",
  "influence",
  "wish-to-manage",
];

/** A check, and the situation of the guide in which its result is put to use. */
type BuiltInCheck = Check & { situation: string };

const checks: readonly BuiltInCheck[] = Object.values(shapes)
  .map((file) => checkSchema.parse(file))
  .sort((one, other) => ORDER.indexOf(one.key) - ORDER.indexOf(other.key));

const words = new Map<string, CheckWords>(
  Object.values(wordings)
    .map((file) => checkWordsSchema.parse(file))
    .map((each) => [`${each.language}/${each.key}`, each]),
);

export type WordedCheck = { check: BuiltInCheck; words: CheckWords };

/** Every check that comes with the product, in a language; in English where there is no other. */
export function builtInChecks(language: string): WordedCheck[] {
  return checks.map((check) => {
    const found = words.get(`${language}/${check.key}`) ?? words.get(`en/${check.key}`);
    if (!found) throw new Error(`the check ${check.key} has no words`);
    return { check, words: found };
  });
}

/** One of them; undefined where there is none of that key. */
export function builtInCheck(key: string | undefined, language: string): WordedCheck | undefined {
  return builtInChecks(language).find(({ check }) => check.key === key);
}
