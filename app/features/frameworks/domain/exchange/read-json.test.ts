import { describe, expect, test } from "vitest";
import { competency, ownFramework } from "../../testing/own-framework.ts";
import { readOwnJson } from "./read-json.ts";

const base = ownFramework();

describe("our JSON from elsewhere", () => {
  test("what repeats an id, stands nowhere or is too long is refused by its place, and what hangs on it", () => {
    const read = readOwnJson({
      ...base,
      groups: [...base.groups, { id: "lost", parent: "nowhere", name: "Lost" }],
      competencies: [
        competency("a", "A", "lost"),
        competency("b", "B"),
        competency("b", "B again"),
        { id: "c", name: "x".repeat(301) },
        { id: "d" },
        "no competency",
      ],
    });
    expect(read.problems).toEqual([
      { row: 4, field: "name", code: "too-long", values: { most: 300 } },
      { row: 5, field: "name", code: "malformed" },
      { row: 6, field: "", code: "malformed" },
      { row: 3, field: "id", code: "duplicate-id", values: { id: "b" } },
      { row: 3, field: "parent", code: "unknown-group", values: { id: "nowhere" } },
      { row: 1, field: "group", code: "unknown-group", values: { id: "lost" } },
    ]);
    expect(read.framework!.competencies.map(({ name }) => name)).toEqual(["B"]);
  });

  test("without levels, with too many or with another shape there is no framework", () => {
    const groups = Array.from({ length: 5_001 }, (_, at) => ({ id: `${at}`, name: "x" }));
    expect(readOwnJson({ ...base, groups, competencies: [] })).toMatchObject({
      framework: null,
      problems: [{ field: "groups", code: "too-many", values: { most: 5_000 } }],
    });
    expect(readOwnJson({ ...base, levels: [] })).toMatchObject({
      ...{ framework: null, problems: [{ field: "levels", code: "too-few-levels" }] },
    });
    expect(readOwnJson({ ...base, competencies: 3 }).problems).toEqual([
      { field: "competencies", code: "malformed" },
    ]);
  });
});
