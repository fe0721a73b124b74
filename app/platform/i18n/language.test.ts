import { expect, test } from "vitest";
import { languageAmong, languageCookie, languages, languageWishes, ownName } from "./language.ts";

const headers = (cookie: string, accept = "") => new Headers({ cookie, "accept-language": accept });

test("what someone chose comes before what is known of them, and that before their browser", () => {
  const cookie = `a=b; ${languageCookie("de").split(";")[0]}`;
  expect(languageWishes(headers(cookie, "fr-CH, en;q=0.3, fr;q=0.7, *;q=0.1"), "it")).toEqual([
    "de",
    "it",
    "fr-CH",
    "fr",
    "en",
  ]);
  expect(languageWishes(headers("x-twohats-language=de", "de;q=0"))).toEqual([]);
});

test("how much a wish counts is read with or without blanks, and after other settings", () => {
  const wishes = (accept: string) => languageWishes(headers("", accept));
  expect(wishes("en ; q=0.2, fr;level=1; q=0.9,de ;q=0.5")).toEqual(["fr", "de", "en"]);
  expect(wishes(`en${" ".repeat(16_000)}; q=0.2`)).toEqual(["en"]);
});

test("the first wish that is offered wins, with or without a region; otherwise the first offer", () => {
  expect(languageAmong(languages, ["fr", "DE-at", "en"])).toBe("de");
  expect(languageAmong(languages, ["fr"])).toBe("en");
  expect(languageAmong(["pt-PT", "pt-BR"], ["pt-BR"])).toBe("pt-BR");
  expect(languageAmong(languages, [])).toBe("en");
});

test("a language is offered under its own name", () => {
  expect([ownName("en"), ownName("de"), ownName("fr")]).toEqual(["English", "Deutsch", "Français"]);
});
