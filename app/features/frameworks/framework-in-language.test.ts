import { expect, test } from "vitest";
import { languages } from "~/platform/i18n/language.ts";
import { builtInFramework, builtInFrameworks } from "./built-in.server.ts";
import type { Framework } from "./domain/framework.ts";
import { frameworkInLanguage } from "./framework-in-language.server.ts";

const own = builtInFramework();
const others = languages
  .filter((language) => language !== own.language)
  .flatMap((to) => builtInFrameworks().map((of) => ({ to, of, version: of.version })));
const isKey = (at: string) => /\.(key|hat|behaviour|direction|observableBy\.\d+)$/.test(at);

/** Everything that is said, by its place. */
function said(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => said(inner, `${at}.${key}`));
}

test.each(others)(
  "version $version is in $to from end to end, for the same things",
  ({ to, of }) => {
    const translated = said(frameworkInLanguage(of, to));
    const keyed = (texts: [string, string][]) => texts.filter(([at]) => isKey(at));
    expect(keyed(translated)).toEqual(keyed(said(of)));
    const places = (texts: [string, string][]) => texts.map(([at]) => at).sort();
    expect(places(translated)).toEqual(places(said(of)));
    const same = said(of).filter(
      ([at, text]) =>
        !isKey(at) && translated.some(([there, other]) => there === at && other === text),
    );
    expect(same).toEqual([]);
  },
);

test.each(others)("others read the name in $to where they do in version $version", ({ to, of }) => {
  const names = (text = "") => text.match(/\{+\w+\}+/g) ?? [];
  const voices = (framework: Framework) =>
    [
      ...framework.competencies.flatMap((each) => each.behaviours),
      ...(framework.profiles ?? []).flatMap((each) => each.behaviours),
    ].map(({ self, other }) => [names(self), names(other)]);
  expect(voices(frameworkInLanguage(of, to))).toEqual(voices(of));
});

test("what somebody changed keeps their own words, and an unknown language the built-in ones", () => {
  const [first, ...rest] = own.hats;
  if (!first) throw new Error("a framework without hats");
  const changed = { ...own, hats: [{ ...first, name: "Steering" }, ...rest] };
  expect(frameworkInLanguage(changed, "de")).toBe(changed);
  expect(frameworkInLanguage(own, "fr")).toBe(own);
});
