import { expect, test } from "vitest";
import { type TableLevel, TableLevels } from "../domain/table-level.ts";
import { LevelShelf } from "./level-shelf.ts";

const level: TableLevel = {
  ...{ n: 1, estimate: 3, sd: 0.5, lower: 2.4, upper: 3.6 },
  ...{ newestOn: "2026-02-01", sources: ["manager"] },
};
const levels = (count: number) =>
  new TableLevels(Array.from({ length: count }, (_, at) => [`c${at}`, level] as const));

test("levels are there under the stamp they were computed for, and under no other", () => {
  const shelf = new LevelShelf();
  shelf.keep("day", [["ana", { stamp: "1", levels: levels(1) }]]);
  expect(shelf.get("day", "ana", "1")?.size).toBe(1);
  expect(shelf.get("day", "ana", "2")).toBeUndefined();
  expect(shelf.get("other", "ana", "1")).toBeUndefined();
  expect(shelf.get("day", "bo", "1")).toBeUndefined();
  shelf.keep("day", [["ana", { stamp: "2", levels: levels(2) }]]);
  expect(shelf.get("day", "ana", "1")).toBeUndefined();
  expect(shelf.get("day", "ana", "2")?.size).toBe(2);
});

test("no more are kept than there is room for: what was asked for longest ago goes first", () => {
  const shelf = new LevelShelf(5);
  for (const part of ["one", "two"]) shelf.keep(part, [["ana", { stamp: "1", levels: levels(2) }]]);
  shelf.keep("one", []);
  shelf.keep("three", [["ana", { stamp: "1", levels: levels(2) }]]);
  expect(shelf.get("two", "ana", "1")).toBeUndefined();
  expect(shelf.get("one", "ana", "1")).toBeDefined();
  expect(shelf.count).toBe(4);
  shelf.keep("huge", [["ana", { stamp: "1", levels: levels(9) }]]);
  expect(shelf.count).toBe(0);
});
