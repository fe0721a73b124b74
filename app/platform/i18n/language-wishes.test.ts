import { expect, test } from "vitest";
import { languages } from "./language.ts";
import { languageAmong, languageCookie, languageWishes } from "./language-wishes.server.ts";

const headers = (cookie: string, accept = "") => new Headers({ cookie, "accept-language": accept });

test("what someone chose comes before what is known of them, and that before their browser", async () => {
  const cookie = `a=b; ${(await languageCookie.keep("de")).split(";")[0]}`;
  expect(await languageWishes(headers(cookie, "fr-CH, en;q=0.3, fr;q=0.7"), "it")).toEqual([
    "de",
    "it",
    "fr-CH",
    "fr",
    "en",
  ]);
  expect(await languageWishes(headers("x-twohats-language=de", "de;q=0"))).toEqual([]);
});

test("how much a wish counts is read with or without blanks, and after other settings", async () => {
  const wishes = (accept: string) => languageWishes(headers("", accept));
  expect(await wishes("en ; q=0.2, fr;level=1; q=0.9,de ;q=0.5")).toEqual(["fr", "de", "en"]);
  expect(await wishes(`en${" ".repeat(16_000)}; q=0.2`)).toEqual(["en"]);
});

test.each([
  [["fr", "DE-at", "en"], "de"],
  [["fr"], "en"],
  [[], "en"],
  [["de-CH-1996", "en"], "de"],
  // A near language comes before none, but not before one that was asked for.
  [["gsw"], "de"],
  [["lb", "en"], "en"],
  // What is no language is passed over.
  [["*", "de_DE", "../..", "de-", "x", `de-${"a".repeat(9_000)}`, "de"], "de"],
  // Far down in a list.
  [
    ["fr", "it", "es", "pt", "pl", "cs", "hu", "fi", "ru", "uk", "tr", "ja", "ko", "ar", "de"],
    "de",
  ],
])("of English and German, who wishes for %j reads %s", (wishes, language) => {
  expect(languageAmong(languages, wishes)).toBe(language);
});

test("an offer may have a region; the same one counts most, otherwise the language", () => {
  expect(languageAmong(["pt-PT", "pt-BR"], ["pt-BR"])).toBe("pt-BR");
  expect(languageAmong(["en", "de-AT"], ["de"])).toBe("de-AT");
  expect(languageAmong(["en", "nb"], ["no"])).toBe("nb");
});

test("past the tags that are remembered, the language in a tag still counts", () => {
  const madeUp = (at: number) => `de-x-${at.toString(36)}`;
  for (let at = 0; at < 12_000; at += 100)
    languageAmong(
      languages,
      Array.from({ length: 100 }, (_, more) => madeUp(at + more)),
    );
  expect(languageAmong(languages, [madeUp(20_000)])).toBe("de");
});
