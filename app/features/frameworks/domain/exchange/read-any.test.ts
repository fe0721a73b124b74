import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readRows } from "~/platform/tables/testing/read-rows.ts";
import { about, table } from "../../testing/files.ts";
import { readAnyData, readAnyTable } from "./read-any.ts";

test("O*NET's anchors are levels 1 to 7; what is on no level is refused by row", () => {
  const { format, read } = readAnyTable(
    table(
      ["Element ID", "Element Name", "Scale ID", "Anchor Value", "Anchor Description"],
      ["2.A.1", "Reading", "LV", "2", "Read a label"],
      ["2.A.1", "Reading", "LV", "6", "Read a treaty"],
      ["2.A.1", "Reading", "LV", "6", "Read two"],
      ["2.A.1", "Writing", "LV", "5", "Write"],
      ["2.A.2", "Speaking", "LV", "0", "Not needed"],
      ["2.A.2", "Speaking", "IM", "3", "Important"],
    ),
    about,
  )!;
  expect(format).toBe("onet");
  expect(read.framework!.levels).toHaveLength(7);
  expect(read.framework!.competencies).toMatchObject([
    {
      id: "2.A.1",
      anchors: [
        { level: 2, text: "Read a label" },
        { level: 6, text: "Read a treaty" },
      ],
    },
    { id: "2.A.2", anchors: [] },
  ]);
  expect(read.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    ...["4 level-twice", "5 differs-from-above", "6 unknown-level"],
  ]);
  expect(read.notes).toEqual([{ code: "left-out", field: "Scale ID", count: 1 }]);
});

test("a progression framework: themes on the steps of a career", () => {
  const file = {
    name: "Crew",
    levels: [
      { id: "j", name: "Junior" },
      { id: "s", name: "Senior" },
    ],
    themes: [
      { id: "t", name: "Team", summary: "With others" },
      { id: "t", name: "Twice" },
    ],
    competencies: [
      { level: "j", theme: "t", summary: "Asks\n" },
      { level: "j", theme: "t", summary: "Listens" },
      { level: "x", theme: "t", summary: "?" },
      { level: "j", theme: "x", summary: "?" },
      { level: "j" },
    ],
  };
  const { format, read } = readAnyData(file, about)!;
  expect(format).toBe("progression");
  expect(read.framework!.levels.map(({ name }) => name)).toEqual(["Junior", "Senior"]);
  expect(read.framework!.competencies).toMatchObject([
    { name: "Team", description: "With others", anchors: [{ level: 1, text: "Asks\nListens" }] },
  ]);
  expect(read.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    ...["3 unknown-level", "4 unknown-group", "5 malformed", "2 duplicate-id"],
  ]);
});

test("domains, competencies and skills", () => {
  const skill = {
    title: "Knots",
    tools_languages_methodologies: "rope|cord",
    training_resources: "x",
  };
  const file = {
    competency_domains: [
      { title: "Ship", competencies: [{ title: "Deck", skills: [skill, skill] }] },
    ],
  };
  const { format, read } = readAnyData(file, about)!;
  expect(format).toBe("domains");
  expect(read.framework!.competencies).toMatchObject([
    { id: "Ship/Deck/Knots", group: "Ship/Deck", tags: ["rope", "cord"] },
  ]);
  expect(read.problems).toMatchObject([{ row: 2, code: "duplicate-id" }]);
});

test("what holds no framework is said to hold none", () => {
  for (const value of [null, 3, [], {}, { CFDocument: 1 }, "x"])
    expect(readAnyData(value, about)).toBeNull();
  expect(readAnyTable([], about)).toBeNull();
  expect(readAnyTable(table(["Date", "Amount"]), about)).toBeNull();
});

describe("files from elsewhere", () => {
  const folder = new URL("../../../../../../shared/data/competencies/", import.meta.url);
  const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const rowsOf = async (name: string) => {
    const rows = await readRows(text(name));
    if (typeof rows === "string") throw new Error(rows);
    return rows;
  };
  const away = !existsSync(folder);

  test("CASE of a Salt server, and the JSON of DIRECT", (context) => {
    if (away) return context.skip("the files are not beside the project");
    const salt = readAnyData(JSON.parse(text("case-smartlevel.json")), about)!;
    expect(salt).toMatchObject({ format: "case", read: { problems: [] } });
    const { groups, competencies } = salt.read.framework!;
    expect(groups.length + competencies.length).toBe(14);
    const direct = readAnyData(JSON.parse(text("direct.json")), about)!;
    expect(direct.format).toBe("domains");
    expect(direct.read.framework!.competencies.length).toBeGreaterThan(150);
    expect(direct.read.problems).toEqual([]);
  });

  test("ESCO's skills with their pillar", async (context) => {
    if (away) return context.skip("the files are not beside the project");
    const skills = await rowsOf("esco-skills-extract.csv");
    const { read } = readAnyTable(skills, about, await rowsOf("esco-broader-extract.csv"))!;
    const refused = read.problems.filter(({ code }) => code === "missing").length;
    expect(read.framework!.competencies.length + refused).toBe(skills.length - 1);
    expect(read.problems.every(({ row }) => row !== undefined)).toBe(true);
  });
});
