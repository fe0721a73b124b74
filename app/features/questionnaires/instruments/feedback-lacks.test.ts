import { expect, test } from "vitest";
import { originalOf } from "../editing/draft.ts";
import type { Item } from "../kinds/registry.ts";
import { emptyDraft, framework, itemOf } from "../testing/draft.ts";
import { builtInContent } from "./built-in.server.ts";
import { feedbackLacks } from "./feedback-lacks.ts";

const lacks = (items: Item[], about: "person" | "nobody" = "person") =>
  feedbackLacks(originalOf({ ...emptyDraft(), items, about }, "x", 1), framework());
const rated = (scale: "amount" | "truth", measures: string) =>
  itemOf(scale, { self: "x", measures, scale }, `${scale}-${measures}`);

test("what comes along suits feedback", () => {
  for (const instrument of builtInContent().instruments)
    expect(feedbackLacks(instrument, framework())).toEqual([]);
});

test("both hats need an item, on one scale, and everything a place among the ratings or comments", () => {
  const [managing, leading] = [
    rated("amount", "setting-goals"),
    rated("amount", "vision-and-purpose"),
  ];
  expect(lacks([managing, leading])).toEqual([]);
  expect(lacks([managing, leading], "nobody")).toEqual([{ code: "about-nobody" }]);
  expect(lacks([managing])).toEqual([{ code: "hat-empty", name: "Leading" }]);
  expect(lacks([managing, rated("truth", "vision-and-purpose")])).toEqual([
    { code: "hats-differ" },
  ]);
  expect(lacks([managing, rated("truth", "setting-goals"), leading])).toEqual([
    { code: "scales-mixed", name: "Managing" },
    { code: "scales-mixed", name: "Setting goals" },
  ]);
  const choice = itemOf("choice", { self: "Where?", options: "Here\nThere" }, "where");
  expect(lacks([managing, leading, choice])).toEqual([{ code: "not-measured" }]);
});
