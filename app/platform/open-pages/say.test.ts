import { expect, test } from "vitest";
import { say } from "./say.ts";

const said = { plain: "So it is", open_one: "One item", open_other: "{{count}} items of {{of}}" };

test("a text is found by its key, with its values put in and in the form that counts so many", () => {
  expect(say(said, "en", "plain")).toBe("So it is");
  expect(say(said, "en", "open", { count: 1, of: 9 })).toBe("One item");
  expect(say(said, "de", "open", { count: 3, of: 9 })).toBe("3 items of 9");
});

test("a value is put in as it is, whatever it holds; a key that is not there is an error", () => {
  expect(say({ a: "{{name}}!" }, "en", "a", { name: "$& {{of}}" })).toBe("$& {{of}}!");
  expect(() => say(said, "en", "missing")).toThrow("missing");
});
