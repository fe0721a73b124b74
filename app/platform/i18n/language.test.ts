import { expect, test } from "vitest";
import { ownName } from "./language.ts";

test("a language is offered under its own name", () => {
  expect([ownName("en"), ownName("de"), ownName("fr")]).toEqual(["English", "Deutsch", "Français"]);
});
