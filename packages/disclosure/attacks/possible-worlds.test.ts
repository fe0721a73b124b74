import { expect, test } from "vitest";
import { standardPolicy } from "../src/index.ts";
import { tellingWorlds, worldsWithPuppets } from "./possible-worlds.ts";

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
  30_000,
);

test("without the rule on alike answers, the same attacker learns something", () => {
  const show = { ...standardPolicy, alike: "show" } as const;
  expect(tellingWorlds([3], 4, show).length).toBeGreaterThan(0);
  expect(tellingWorlds([5], 4, show).length).toBeGreaterThan(0);
});

test.each([
  { sizes: [3], puppets: [2], high: 5, small: "merge" },
  { sizes: [4], puppets: [1], high: 5, small: "merge" },
  { sizes: [5], puppets: [1], high: 4, small: "merge" },
  { sizes: [5], puppets: [2], high: 3, small: "merge" },
  { sizes: [1], puppets: [4], high: 4, small: "merge" },
  { sizes: [3, 0], puppets: [0, 2], high: 4, small: "merge" },
  { sizes: [3, 0], puppets: [0, 3], high: 3, small: "hide" },
  { sizes: [3, 1], puppets: [0, 2], high: 4, small: "merge" },
  { sizes: [3, 3], puppets: [1, 1], high: 3, small: "merge" },
  { sizes: [3, 1, 1], puppets: [0, 1, 1], high: 3, small: "hide" },
] as const)(
  "groups of $sizes with $puppets puppets on $high points, $small: the participant who answers for them learns of nobody else",
  ({ sizes, puppets, high, small }) => {
    expect(worldsWithPuppets(sizes, puppets, high, { ...standardPolicy, small })).toEqual([]);
  },
  30_000,
);

test("if puppets counted, the participant would learn from them", () => {
  expect(worldsWithPuppets([1], [2], 4, standardPolicy, true).length).toBeGreaterThan(0);
  expect(worldsWithPuppets([3], [2], 4, standardPolicy, true).length).toBeGreaterThan(0);
});
