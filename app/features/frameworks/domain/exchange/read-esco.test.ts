import { describe, expect, test } from "vitest";
import { about, table } from "../../testing/files.ts";
import { readAnyTable } from "./read-any.ts";

describe("ESCO", () => {
  const skills = table(
    [
      "conceptType",
      "conceptUri",
      "skillType",
      "reuseLevel",
      "preferredLabel",
      "altLabels",
      "description",
      "status",
    ],
    ["SkillGroup", "u:g", "", "", "handling ropes", "", "", ""],
    ["SkillGroup", "u:h", "", "", "ports", "", "", ""],
    [
      "KnowledgeSkillCompetence",
      "u:1",
      "knowledge",
      "cross-sector",
      "moor",
      "tie up\nmake fast",
      "Ties\nup.",
      "r",
    ],
    ["KnowledgeSkillCompetence", "u:2", "skill/competence", "", "moor", "", "", "r"],
    ["KnowledgeSkillCompetence", "u:3", "knowledge", "", "", "", "", ""],
    ["KnowledgeSkillCompetence", "u:1", "knowledge", "", "twice", "", "", ""],
  );
  const broader = table(
    ["conceptType", "conceptUri", "broaderType", "broaderUri"],
    ["KnowledgeSkillCompetence", "u:1", "KnowledgeSkillCompetence", "u:2"],
    ["KnowledgeSkillCompetence", "u:1", "SkillGroup", "u:g"],
    ["KnowledgeSkillCompetence", "u:1", "SkillGroup", "u:h"],
    ["SkillGroup", "u:h", "SkillGroup", "u:g"],
    ["SkillGroup", "u:g", "SkillGroup", "u:elsewhere"],
  );

  test("keeps repeated labels and several values; skills stand in a group, and what else is above becomes tags", () => {
    const { format, read } = readAnyTable(skills, about, broader)!;
    expect(format).toBe("esco");
    expect(read.framework!.groups.map(({ id, parent }) => [id, parent])).toEqual([
      ["u:g", null],
      ["u:h", "u:g"],
    ]);
    expect(read.framework!.competencies).toMatchObject([
      {
        ...{ id: "u:1", group: "u:g", name: "moor", description: "Ties\nup.", sourceUri: "u:1" },
        tags: ["knowledge", "cross-sector", "moor", "ports"],
        otherNames: ["tie up", "make fast"],
      },
      { id: "u:2", name: "moor", group: null },
    ]);
    expect(read.problems).toEqual([
      { row: 6, field: "preferredLabel", code: "missing" },
      { row: 7, field: "conceptUri", code: "duplicate-id", values: { id: "u:1" } },
    ]);
    expect(read.notes).toEqual([
      { code: "several-groups", field: "broaderUri", count: 1 },
      { code: "without-place", field: "broaderUri", count: 1 },
      { code: "left-out", field: "status", count: 6 },
      { code: "levels-assumed", field: "", count: 3 },
    ]);
  });
});
