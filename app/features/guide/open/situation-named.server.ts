import { builtInGuide } from "../library/built-in-guide.server.ts";
import { situationAt } from "./addresses.ts";

/**
 * A situation of the guide as others lead to it: what it is called in a language, and where it is.
 * @throws for one that is not there.
 */
export function situationNamed(key: string, language: string): { title: string; path: string } {
  const found = builtInGuide(language).situations.find((each) => each.key === key);
  if (!found) throw new Error(`no situation ${key} in the guide`);
  return { title: found.words.title, path: situationAt(key) };
}
