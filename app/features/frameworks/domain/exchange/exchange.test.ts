import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCells, readRows } from "~/platform/tables/testing/read-rows.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { toXlsx } from "~/platform/tables/write-xlsx.server.ts";
import { competency, ownFramework } from "../../testing/own-framework.ts";
import { observers } from "../observers.ts";
import { checkOwnFramework } from "../own/check-own-framework.ts";
import { type OwnFramework, ownFrameworkSchema } from "../own/own-framework.ts";
import { lossesOf } from "./losses.ts";
import { readAnyData, readAnyTable } from "./read-any.ts";
import { readCase } from "./read-case.ts";
import { readOwnJson } from "./read-json.ts";
import { readTableFramework } from "./read-table.ts";
import { toCase } from "./write-case.ts";
import { tableHeader, toTable, waysOf } from "./write-table.ts";

const about = { name: "On the water", language: "en", levelNames: ["One", "Two", "Three"] };
const base = ownFramework();

const word = fc.stringMatching(/^[A-Za-zäöß=+@-][A-Za-z ,;"'äöß>/-]{0,12}[A-Za-z]$/);
const lines = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
const uuid = fc.uuid({ version: 4 });

/** Any framework that is right: groups in a tree, levels, anchors on some of them, several values, several lines. */
const anyFramework: fc.Arbitrary<OwnFramework> = fc
  .record({
    levels: fc.uniqueArray(word, { minLength: 2, maxLength: 10 }),
    groups: fc.uniqueArray(fc.record({ id: uuid, name: word, up: fc.nat() }), {
      selector: ({ id }) => id,
      maxLength: 5,
    }),
    competencies: fc.uniqueArray(
      fc.record({
        ...{ id: uuid, name: word, in: fc.nat(), description: fc.oneof(lines, fc.constant("")) },
        ...{
          tags: fc.uniqueArray(word, { maxLength: 3 }),
          otherNames: fc.array(word, { maxLength: 3 }),
        },
        hat: fc.constantFrom(null, "managing", "leading"),
        anchors: fc.array(fc.option(fc.tuple(lines, fc.subarray([...observers]))), {
          maxLength: 10,
        }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ levels, groups, competencies }) =>
    ownFrameworkSchema.parse({
      ...{ name: about.name, language: "en", levels: levels.map((name) => ({ name })) },
      groups: groups.map(({ id, name, up }, at) => ({
        ...{ id, name: `${name} ${at}`, parent: groups[(up % (at + 1)) - 1]?.id ?? null },
      })),
      competencies: competencies.map(({ in: within, anchors, ...each }) => ({
        ...each,
        // A description that is the name says nothing, and CASE has one statement for both.
        description: each.description === each.name ? "" : each.description,
        group: groups[within % (groups.length + 1)]?.id ?? null,
        anchors: anchors.slice(0, levels.length).flatMap((anchor, at) => {
          return anchor
            ? [{ level: at + 1, text: `${anchor[0]}\n${at}`, observableBy: anchor[1] }]
            : [];
        }),
      })),
    }),
  )
  .filter((framework) => checkOwnFramework(framework).length === 0);

/** By their way instead of their ids, as a table has groups. */
function byWay(framework: OwnFramework) {
  const ways = waysOf(framework);
  return framework.competencies.map(({ group, ...each }) => ({
    ...each,
    way: group === null ? [] : ways.get(group),
  }));
}

async function fromCsv(framework: OwnFramework) {
  const rows = await readRows(toCsv([tableHeader, ...toTable(framework)]));
  if (typeof rows === "string") throw new Error(rows);
  return readTableFramework(rows, about);
}

describe("there and back", () => {
  test("our JSON: all of it", () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const back = readOwnJson(JSON.parse(JSON.stringify(framework)));
        expect(back).toEqual({ framework, problems: [], notes: [] });
        expect(lossesOf(framework, "json")).toEqual([]);
      }),
    );
  });

  test("a table: all but what it says it loses, whatever is in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(anyFramework, async (framework) => {
        const back = await fromCsv(framework);
        expect(back.problems).toEqual([]);
        expect(byWay(back.framework!)).toEqual(byWay(framework));
        expect(back.framework!.levels).toEqual(framework.levels);
      }),
      { numRuns: 60 },
    );
  });

  test("a workbook: as the table", async () => {
    const rows = toTable(base);
    const sheet = { title: "Framework", columns: tableHeader, rows };
    expect(await readCells(Buffer.from(await toXlsx(sheet)))).toEqual(
      [[...tableHeader], ...rows].map((cells) =>
        cells.slice(0, cells.findLastIndex((c) => c !== "") + 1),
      ),
    );
  });

  test("CASE: all but what it says it loses", () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const file = toCase(framework, {
          documentId: "0f9b2f34-6a4b-4c38-9c52-0c1f3b6d2a11",
          now: "2026-03-02T00:00:00Z",
          uuidOf: (text) => text,
        });
        const back = readCase(JSON.parse(JSON.stringify(file)), about);
        expect(back.problems).toEqual([]);
        const carried = framework.competencies.map((each) => ({
          ...each,
          hat: null,
          anchors: each.anchors.map((anchor) => ({ ...anchor, observableBy: [] })),
        }));
        expect(back.framework).toEqual({ ...framework, competencies: carried });
        const hats = framework.competencies.filter(({ hat }) => hat !== null).length;
        expect(lossesOf(framework, "case").find(({ what }) => what === "hats")?.count ?? 0).toBe(
          hats,
        );
      }),
    );
  });
});

test("an export says what it can't carry", () => {
  const rich = ownFramework({
    description: "For all who sail",
    source: { uri: "https://example.org", version: "2", licence: null },
    levels: base.levels.map((level) => ({ ...level, description: "More of it" })),
    groups: [...base.groups, { ...base.groups[0]!, id: "deck", description: "Above" }],
  });
  expect(lossesOf(rich, "csv")).toEqual([
    { what: "description", count: 1 },
    { what: "source", count: 2 },
    { what: "language", count: 1 },
    { what: "level-descriptions", count: 3 },
    { what: "group-descriptions", count: 1 },
    { what: "empty-groups", count: 1 },
    { what: "group-ids", count: 3 },
    { what: "groups-alike", count: 1 },
  ]);
  expect(lossesOf(rich, "case").map(({ what }) => what)).toEqual([
    ...["level-descriptions", "observers", "ids"],
  ]);
});

const table = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));
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
