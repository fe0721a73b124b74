import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { listed, shareText, weekdayOf, writtenDate } from "./format.ts";
import { readerTexts } from "./i18n.ts";
import { readIn, readOnIn } from "./reader-language.server.ts";
import { readerLanguage } from "./reader-language.ts";

const said = () => [
  readerTexts().t("answering:go.start"),
  writtenDate("2026-03-02"),
  weekdayOf("2026-03-02"),
  listed(["A", "B", "C"]),
  shareText(0.4).replace(/\s/, " "),
];
const ENGLISH = ["Start", "2 March 2026", "Monday", "A, B and C", "40%"];
const GERMAN = ["Beginnen", "2. März 2026", "Montag", "A, B und C", "40 %"];

test("what is made at once for several is in the language of each, whatever is waited for", async () => {
  const slowly = async (time: number) => {
    await wait(time);
    return said();
  };
  const [one, other, nobody] = await Promise.all([
    readIn("de", () => slowly(4)),
    readIn("en", () => slowly(2)),
    slowly(3),
  ]);
  expect([one, other, nobody]).toEqual([GERMAN, ENGLISH, ENGLISH]);
});

test("who turns out to read another language is answered in it from there on, and nobody else is", async () => {
  await readIn("en", async () => {
    const asked = (async () => {
      await wait(1);
      readOnIn("de");
    })();
    expect(said()).toEqual(ENGLISH);
    await asked;
    expect(said()).toEqual(GERMAN);
    expect(await readIn("en", async () => said())).toEqual(ENGLISH);
  });
  readOnIn("de");
  expect(readerLanguage()).toBe("en");
});

test("a language may be given, such as that of a letter", () => {
  expect(
    readIn("de", () => [writtenDate("2026-03-02", "en"), weekdayOf("2026-03-02", "en")]),
  ).toEqual(["2 March 2026", "Monday"]);
});
