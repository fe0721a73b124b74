import { expect, test } from "vitest";
import { tidyLines, tidyWords } from "./tidy-words.ts";

test("what word processors put into a text goes, and what was written stays", () => {
  expect(tidyWords("\u2022\tPlan\u00A0work\u000Bbefore it\r\n starts ")).toBe(
    "Plan work before it starts",
  );
  expect(tidyWords("\uF0B7 Co\u00ADordi\u200Bnates")).toBe("Coordinates");
  expect(tidyWords("“Yes” – isn’t it…")).toBe("“Yes” – isn’t it…");
  expect(tidyWords("e\u0301")).toBe("\u00E9");
  expect(tidyWords("x\u0000y\uD800")).toBe("xy\uFFFD");
});

test("text from right to left keeps its own marks, and loses those that would turn what follows it", () => {
  expect(tidyWords("يخطط\u200Fللعمل")).toBe("يخطط\u200Fللعمل");
  expect(tidyWords("safe\u202Etxet")).toBe("safetxet");
});

test("of several lines the empty ones go", () => {
  expect(tidyLines(" a \r\n\r\n\u2022 b\n \n")).toBe("a\nb");
});
