import { expect, test } from "vitest";
import { texts } from "./i18n.ts";

const files = import.meta.glob<object>("../../{*,features/*}/texts/*/*.json", {
  eager: true,
  import: "default",
});

/** Namespaces that raters read from end to end; of others, some texts may be English. */
const WHOLE = ["answering", "mail", "address"];

/** Every text by its path. What counts by plural forms is one text. */
function leaves(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at.replace(/_(one|other|zero|few|many)$/, ""), value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, at ? `${at}.${key}` : key),
  );
}

// "One person" needs no number.
const placeholders = (text: string) =>
  [...new Set(text.replaceAll("{{count}}", "").match(/\{+\w+\}+/g))].toSorted().join(" ");

const translated = Object.keys(files).filter((path) => !path.includes("/texts/en/"));

test("there are translations to look at", () => {
  expect(translated).toContain("../../features/questionnaires/texts/de/answering.json");
});

test.each(translated)("%s translates texts that exist, with the same placeholders", (path) => {
  const file = path.split("/").at(-1) ?? "";
  const english = new Map(leaves(files[path.replace(/\/texts\/[^/]+\//, "/texts/en/")]));
  const other = leaves(files[path]);
  expect(other.filter(([key]) => !english.has(key)).map(([key]) => key)).toEqual([]);
  for (const [key, text] of other)
    expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? "")]);
  if (WHOLE.includes(file.replace(".json", "")))
    expect(new Set(other.map(([key]) => key))).toEqual(new Set(english.keys()));
});

test("what is not translated is English", () => {
  const german = texts.cloneInstance({ lng: "de", initAsync: false });
  expect(german.t("answering:go.start")).toBe("Beginnen");
  expect(german.t("shell:navigation")).toBe("Main");
});
