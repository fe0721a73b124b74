import { expect, test } from "vitest";
import { slug } from "~/features/frameworks/domain/index.ts";
import { freshKey } from "./fresh-key.ts";

test("a key is made of a text's first words, and nothing that had one before is called the same", () => {
  expect(freshKey("Plan work before it starts, always", "", new Set())).toBe(
    "plan-work-before-it-starts",
  );
  const taken = new Set(["plan-work", "plan-work-2"]);
  expect(freshKey("Plan work!", "", taken)).toBe("plan-work-3");
  expect(freshKey("Überblick behalten", "", new Set())).toBe("uberblick-behalten");
});

test("every key can stand in an address, whatever the words", () => {
  for (const words of [
    "",
    "???",
    "يخطط للعمل",
    "360 times",
    "a".repeat(300),
    "save",
    "send",
    "-x-",
    "ß",
  ]) {
    for (const begin of ["", "page"]) {
      const key = freshKey(words, begin, new Set());
      expect(slug.safeParse(key).success, `${words} ${key}`).toBe(true);
      // Pages are parts of addresses, beside what those say already.
      if (begin !== "") expect(key).toMatch(/^page(-|$)/);
    }
  }
});
