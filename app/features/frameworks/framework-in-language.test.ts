import { expect, test } from "vitest";
import { languages } from "~/platform/i18n/language.ts";
import { builtInFramework } from "./built-in.server.ts";
import { frameworkInLanguage } from "./framework-in-language.server.ts";

const own = builtInFramework();
const others = languages.filter((language) => language !== own.language);

/** Everything that is said, by its place. */
function said(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => said(inner, `${at}.${key}`));
}

test.each(others)("the built-in framework is in %s from end to end, for the same things", (to) => {
  const translated = said(frameworkInLanguage(own, to));
  const keyed = (texts: [string, string][]) =>
    texts.filter(([at]) => /\.(key|hat|behaviour|direction)$/.test(at));
  expect(keyed(translated)).toEqual(keyed(said(own)));
  expect(translated.map(([at]) => at)).toEqual(said(own).map(([at]) => at));
  const same = said(own).filter(
    ([at, text]) =>
      !/\.(key|hat|behaviour|direction)$/.test(at) &&
      translated.some(([there, other]) => there === at && other === text),
  );
  expect(same).toEqual([]);
});

test.each(others)("others read the person's name in %s exactly where they do in English", (to) => {
  const names = (text: string) => text.match(/\{+\w+\}+/g) ?? [];
  const behaviours = (framework: typeof own) =>
    framework.competencies.flatMap((each) => each.behaviours);
  behaviours(frameworkInLanguage(own, to)).forEach((each, index) => {
    const english = behaviours(own)[index];
    expect([each.key, names(each.self), names(each.other)]).toEqual([
      english?.key,
      names(english?.self ?? ""),
      names(english?.other ?? ""),
    ]);
  });
});

test("what somebody changed keeps their own words, and an unknown language the built-in ones", () => {
  const [first, ...rest] = own.hats;
  if (!first) throw new Error("a framework without hats");
  const changed = { ...own, hats: [{ ...first, name: "Steering" }, ...rest] };
  expect(frameworkInLanguage(changed, "de")).toBe(changed);
  expect(frameworkInLanguage(own, "fr")).toBe(own);
});
