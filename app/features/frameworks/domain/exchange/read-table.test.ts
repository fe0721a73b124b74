import { describe, expect, test } from "vitest";
import { about, table } from "../../testing/files.ts";
import { readTableFramework } from "./read-table.ts";

const HEADER = ["Id", "Group", "Competency", "Level", "Level name", "Behaviour", "Room"];

describe("a table of somebody's own", () => {
  test("needs nothing but names; ids, groups and levels are made of what there is", () => {
    const read = readTableFramework(
      table(["Skill", "Category"], ["Mooring", "Ship"], ["Mooring", "Shore"], ["Pumps", "Ship"]),
      about,
    );
    expect(read.problems).toEqual([]);
    expect(read.framework!.competencies.map(({ id }) => id)).toEqual([
      ...["Ship/Mooring", "Shore/Mooring", "Ship/Pumps"],
    ]);
    expect(read.framework!.levels.map(({ name }) => name)).toEqual(["One", "Two", "Three"]);
    expect(read.notes).toEqual([{ code: "levels-assumed", field: "Level", count: 3 }]);
  });

  test("is refused by row and field, and the rest is read; what isn't read is named", () => {
    const read = readTableFramework(
      table(
        HEADER,
        ["a", "Ship\nDeck", "Mooring", "1", "Low", "Watches"],
        ["a", "", "Moorings", "2", "High", "Does it"],
        ["a", "", "", "2", "High", "Does it"],
        ["a", "", "", "2", "High", "Does it again"],
        ["b", "", "", "1", "", ""],
        ["c", "", "Pumps", "11", "", "Pumps"],
        ["d", "", "Watch", "", "", "Watches"],
        ["e", "", "Oars", "1", "Middle", "Rows"],
        ["f", "", "Sails", "1", "Low", "sets them", "Cabin"],
        ["f", "", "Sails", "2", "High", "Sets them."],
      ),
      about,
    );
    expect(read.problems).toEqual([
      { row: 3, field: "Competency", code: "differs-from-above" },
      { row: 5, field: "Level", code: "level-twice", values: { level: 2 } },
      { row: 7, field: "Level", code: "unknown-level", values: { level: "11" } },
      { row: 8, field: "Level", code: "missing" },
      { row: 9, field: "Level name", code: "differs-from-above" },
      { row: 6, field: "Competency", code: "missing" },
      { row: 10, field: "Behaviour", code: "anchors-alike", values: { level: 2 } },
    ]);
    expect(read.framework!.competencies.map(({ id }) => id)).toEqual(["a", "c", "d", "e"]);
    expect(read.framework!.groups.map(({ name, parent }) => [name, parent])).toEqual([
      ["Ship", null],
      ["Deck", "Ship"],
    ]);
    expect(read.notes).toEqual([{ code: "left-out", field: "Room", count: 10 }]);
  });
});
