import { describe, expect, test } from "vitest";
import { about } from "../../testing/files.ts";
import { readCase } from "./read-case.ts";

describe("CASE of others", () => {
  const item = (identifier: string, fullStatement: string, more: object = {}) => ({
    ...{ identifier, fullStatement, uri: `https://example.org/${identifier}`, ...more },
  });
  const link = (identifier: string) => ({ title: identifier, identifier, uri: "" });
  const child = (from: string, to: string, sequenceNumber: number) => ({
    ...{ associationType: "isChildOf", sequenceNumber },
    ...{ originNodeURI: link(from), destinationNodeURI: link(to) },
  });
  const file = {
    CFDocument: { identifier: "doc", title: "Seamanship", language: "en", licenseURI: link("CC") },
    CFItems: [
      item("g", "The ship"),
      item("a", `Mooring ${"and more ".repeat(40)}`, { conceptKeywords: ["rope", "quay"] }),
      item("b", "Pumps the bilge", { abbreviatedStatement: "Pumps", educationLevel: ["07"] }),
      item("b", "Again"),
      { identifier: "broken" },
      item("alone", "Alone"),
    ],
    CFAssociations: [
      child("b", "g", 2),
      child("a", "g", 1),
      child("g", "doc", 1),
      child("a", "doc", 3),
      child("lost", "g", 4),
      child("b", "gone", 5),
      { ...child("a", "b", 1), associationType: "isRelatedTo" },
    ],
    CFRubrics: [
      {
        identifier: "r",
        CFRubricCriteria: [
          {
            CFItemURI: link("b"),
            CFRubricCriterionLevels: [
              { quality: "Good", description: "Pumps alone", score: 2 },
              { quality: "Weak", description: "Needs help", score: 1 },
            ],
          },
          { CFItemURI: link("a"), CFRubricCriterionLevels: [{ quality: "Odd", description: "x" }] },
        ],
      },
    ],
  };

  test("becomes groups and competencies with levels; what is out of place is refused by its place", () => {
    const read = readCase(file, about);
    expect(read.problems).toEqual([
      { row: 5, field: "CFItems.fullStatement", code: "malformed" },
      { row: 5, field: "CFAssociations", code: "unknown-group", values: { id: "lost" } },
      { row: 6, field: "CFAssociations", code: "unknown-group", values: { id: "gone" } },
      { row: 1, field: "CFRubrics.quality", code: "unknown-level", values: { level: "Odd" } },
      { row: 4, field: "identifier", code: "duplicate-id", values: { id: "b" } },
    ]);
    const { levels, groups, competencies, source } = read.framework!;
    expect(levels.map(({ name }) => name)).toEqual(["Weak", "Good"]);
    expect(groups).toMatchObject([{ id: "g", name: "The ship", parent: null }]);
    expect(source.licence).toBe("CC");
    const [a, b, alone] = competencies;
    expect(a).toMatchObject({
      group: "g",
      tags: ["rope", "quay"],
      sourceUri: "https://example.org/a",
    });
    expect(a!.name).toHaveLength(300);
    expect(a!.description).toBe(`Mooring ${"and more ".repeat(40)}`.trim());
    expect(b).toMatchObject({ name: "Pumps", description: "Pumps the bilge" });
    expect(b!.anchors.map(({ level, text }) => [level, text])).toEqual([
      [1, "Needs help"],
      [2, "Pumps alone"],
    ]);
    expect(alone).toMatchObject({ id: "alone", group: null });
    expect(read.notes).toEqual([
      { code: "without-place", field: "isChildOf", count: 1 },
      { code: "name-shortened", field: "fullStatement", count: 1 },
      { code: "left-out", field: "educationLevel", count: 1 },
      { code: "left-out", field: "isRelatedTo", count: 1 },
    ]);
  });

  test("groups that stand in each other are refused with all they hold", () => {
    const circle = {
      CFDocument: file.CFDocument,
      CFItems: [item("x", "X"), item("y", "Y"), item("z", "Z")],
      CFAssociations: [child("x", "y", 1), child("y", "x", 2), child("z", "x", 3)],
    };
    const read = readCase(circle, about);
    expect(read.framework!.competencies).toEqual([]);
    expect(read.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      ...["1 circular", "2 circular", "3 unknown-group"],
    ]);
  });
});
