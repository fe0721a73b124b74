import { expect, test } from "vitest";
import { standardPolicy } from "../src/index.ts";
import { tellingWorlds } from "./possible-worlds.ts";

test.each([
  { sizes: [3], high: 7, small: "merge" },
  { sizes: [6], high: 5, small: "merge" },
  { sizes: [7], high: 4, small: "merge" },
  { sizes: [3, 3], high: 5, small: "merge" },
  { sizes: [4, 3], high: 4, small: "merge" },
  { sizes: [5, 3], high: 4, small: "merge" },
  { sizes: [3, 2, 1], high: 4, small: "merge" },
  { sizes: [3, 2, 1], high: 4, small: "hide" },
  { sizes: [3, 2, 2], high: 4, small: "hide" },
  { sizes: [6, 2, 1], high: 4, small: "hide" },
] as const)(
  "groups of $sizes on $high points, $small: no view of any answers tells what any other rater said",
  ({ sizes, high, small }) => {
    expect(tellingWorlds(sizes, high, { ...standardPolicy, small })).toEqual([]);
  },
);

test("without the rule on alike answers, the same attacker learns something", () => {
  const show = { ...standardPolicy, alike: "show" } as const;
  expect(tellingWorlds([3], 4, show).length).toBeGreaterThan(0);
  expect(tellingWorlds([5], 4, show).length).toBeGreaterThan(0);
});
