import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { builtInFrameworks, keepFrameworks } from "~/features/frameworks/index.server.ts";
import { saveRole, saveRoleInput } from "~/features/frameworks/roles/save-role.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { unpackCells } from "../domain/tables/cells.ts";
import { readMatrixQuery } from "../domain/tables/matrix-query.ts";
import { withdrawEvidence } from "../ledger/withdraw-evidence.server.ts";
import { tableLevels } from "../levels/table-levels.server.ts";
import { type Crew, createCrew, observed } from "../testing/crew.ts";
import { levelsOneByOne } from "../testing/levels-one-by-one.ts";
import { page, type SkillsPages, skillsPages } from "../testing/skills-pages.ts";
import { matrixPage } from "./matrix-page.server.ts";

let db: TestDatabase;
let home: Crew["home"];
let framework: Crew["framework"];
let people: Crew["people"];
let as: Crew["as"];
let matrix: SkillsPages["matrix"];
let cover: SkillsPages["cover"];
let team: SkillsPages["team"];
let needs: SkillsPages["needs"];
let file: SkillsPages["file"];
let names: SkillsPages["names"];
let crew: Crew;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createCrew(db);
  ({ home, framework, people, as } = crew);
  ({ matrix, cover, team, needs, file, names } = skillsPages(db, crew.framework));
});

/** A test that somebody passed, unless told. */
const recorded = (...[actor, about, told]: Parameters<Crew["recorded"]>) =>
  crew.recorded(actor, about, { source: "test", title: "Test", words: "", level: 3, ...told });

test("a table has the levels that each person's page has, also after voices became one", async () => {
  await recorded(as.boss, "ana", { ...observed, level: 2 });
  await recorded(as.chief, "ana", { ...observed, level: 3 });
  await recorded(home.admin, "ana", {
    source: "certificate",
    months: 12,
    level: 3,
    saidOn: "2025-06-01",
  });
  await recorded(as.ana, "ana", { source: "self", level: 1, competency: "pumps" });
  await recorded(home.admin, "boss", { level: 2 });
  const view = { framework, version: 1, levels: 3 };
  const bothWays = () =>
    inOrganisation(db.platform, home, async (tx) => {
      const one = await levelsOneByOne(tx, home.admin, view, "2026-03-02");
      const { levels } = await tableLevels(db.platform, tx, home.admin, view, "2026-03-02");
      const plain = [...one].map(
        ([id, own]) =>
          [id, new Map([...own].map(([key, { evidence: _, ...rest }]) => [key, rest]))] as const,
      );
      const table = [...levels].map(([id, own]) => [id, new Map(own.entries())] as const);
      expect(new Map(table)).toEqual(new Map(plain));
      return levels.get(people.ana)?.get("mooring")?.n;
    });
  expect(await bothWays()).toBe(3);
  await inOrganisation(db.platform, home, (tx) =>
    tx
      .updateTable("evidence")
      .set({ saidBy: people.boss })
      .where("organisationId", "=", home.organisationId)
      .where("saidBy", "=", people.chief)
      .execute(),
  );
  expect(await bothWays()).toBe(2);
});

test("what a role needs goes before the level that was chosen, and says for whom alone", async () => {
  const outcome = await saveRole(
    db.platform,
    home.admin,
    { framework },
    saveRoleInput.parse({
      ...{ name: "Skipper", titles: "Skipper", validFrom: "2026-03-02", frameworkVersion: 1 },
      needs: [{ competency: "mooring", level: "3", weight: "essential", importance: "ordinary" }],
    }),
  );
  expect(outcome).toMatchObject({ ok: true });
  await recorded(as.boss, "ana", { level: 1 });
  await recorded(as.boss, "bo", { level: 1 });
  const found = page(await matrix(as.boss, "level=1&sort=gap"));
  const needed = found.rows.map(({ name, cells }) => [
    name,
    ...unpackCells(cells).map((cell) => cell.needed),
  ]);
  expect(needed).toEqual(
    expect.arrayContaining([
      ["ana", 3, 1, 1],
      ["bo", 1, 1, 1],
      ["cy", 3, 1, 1],
    ]),
  );
  expect(found.rows[0]?.name).toBe("ana");
  expect(page(await matrix(as.boss)).hasNeeds).toBe(true);
});

describe("the table", () => {
  test("has a level where there is evidence, and none elsewhere; taking it back empties the cell at once", async () => {
    const id = await recorded(as.boss, "ana");
    const cellsOf = async () => {
      const { rows, columns } = page(await matrix(as.boss, "level=3"));
      const ana = rows.find(({ name }) => name === "ana");
      return unpackCells(ana?.cells ?? []).map((cell, at) => [
        columns[at]?.id,
        cell.level,
        cell.needed,
      ]);
    };
    const [mooring, pumps] = await cellsOf();
    expect(mooring).toMatchObject(["mooring", { age: "fresh" }, 3]);
    expect(pumps).toEqual(["pumps", null, 3]);
    // The same again, from what was kept.
    expect(await cellsOf()).toEqual([mooring, pumps, ["watch", null, 3]]);
    const taken = await withdrawEvidence(
      db.platform,
      as.boss,
      { personId: people.ana, evidenceId: id },
      { reason: "wrong person" },
    );
    expect(taken.ok).toBe(true);
    expect((await cellsOf())[0]).toEqual(["mooring", null, 3]);
  });

  test("is ordered by what is missing, with whom nothing is known of last", async () => {
    await recorded(as.boss, "bo", { level: 2 });
    await recorded(as.boss, "cy", { level: 1 });
    await recorded(as.boss, "ana", { level: 3 });
    expect(await names(as.boss, "level=3&sort=gap")).toEqual(["cy", "bo", "ana", "boss"]);
    expect(await names(as.boss, "sort=mooring")).toEqual(["ana", "bo", "cy", "boss"]);
    expect(await names(as.boss, "by=department&sort=gap&level=3")).toEqual([
      ...["cy", "ana", "boss", "bo"],
    ]);
    expect(await names(as.boss, "department=Fleet&q=skipper")).toEqual(["ana", "cy"]);
  });

  test("has a panel with every piece of evidence that counts, and somebody beside", async () => {
    const id = await recorded(as.boss, "ana");
    await recorded(as.boss, "bo", { competency: "pumps" });
    const { panel } = page(
      await matrix(as.boss, `person=${people.ana}&beside=${people.bo}&level=2`),
    );
    expect(panel).toMatchObject({
      person: { name: "ana" },
      beside: { name: "bo" },
      rows: [
        {
          competency: { id: "mooring" },
          ...{ needed: 2, standing: "met", beside: null },
          evidence: [{ id, source: "test", by: "boss" }],
        },
        { competency: { id: "pumps" }, known: null, standing: "unknown", evidence: [] },
      ],
      notAssessed: [{ id: "watch" }],
    });
  });

  test("goes into a file as it is shown, and what is not assessed has no number", async () => {
    await recorded(as.boss, "ana", { level: 2 });
    const sheet = await file(as.boss, "q=skipper&level=3");
    if (typeof sheet !== "object" || !sheet) throw new Error("no file");
    expect(sheet.rows).toHaveLength(2 * 3);
    const [mooring, pumps] = sheet.rows;
    expect(mooring?.slice(0, 4)).toEqual(["ana", "Skipper", "Fleet", "Mooring"]);
    expect(mooring?.[4]).toBe(2);
    expect(pumps?.slice(4, 9)).toEqual([null, null, null, 3, null]);
    expect(pumps?.at(-1)).toBe("Not assessed");
  });

  test("is not there for a framework that is not", async () => {
    const query = readMatrixQuery(new URLSearchParams("framework=nothing"));
    expect(await matrixPage(db.platform, as.boss, query)).toBeNull();
  });
});

describe("cover", () => {
  test("names whom everything rests on, and training a second one mends it", async () => {
    await recorded(as.boss, "ana");
    await recorded(as.boss, "bo", { level: 1 });
    const [mooring] = page(await cover(as.boss, "level=3")).rows;
    expect(mooring).toMatchObject({
      ...{ atLevel: 1, assessed: 2, notAssessed: 2 },
      holders: [{ name: "ana" }],
      nearest: [{ name: "bo" }],
    });
    const told = `level=3&train=${people.bo}&in=mooring&toLevel=3`;
    expect(page(await cover(as.boss, told)).whatIf).toMatchObject({
      changes: [{ person: "bo", competency: "Mooring", change: { kind: "train", level: 3 } }],
      rows: [{ competency: "Mooring", before: { atLevel: 1 }, after: { atLevel: 2 } }],
    });
    const goes = page(await cover(as.boss, `level=3&go=${people.ana}`)).whatIf.rows;
    expect(goes).toMatchObject([{ after: { atLevel: 0 } }]);
  });

  test("moves somebody in from another team in reach", async () => {
    await recorded(home.admin, "far");
    const told = `level=3&department=Fleet&come=${people.far}`;
    expect(page(await cover(home.admin, told)).whatIf).toMatchObject({
      changes: [{ person: "far" }],
      rows: [{ before: { atLevel: 0 }, after: { atLevel: 1 } }],
    });
  });

  test("says who could stand in, what they miss and what nobody assessed", async () => {
    for (const competency of ["mooring", "pumps", "watch"])
      await recorded(as.boss, "ana", { competency });
    await recorded(as.boss, "bo");
    await recorded(as.boss, "bo", { competency: "pumps", level: 1 });
    const { standIns } = page(await cover(as.boss, `level=3&standin=${people.ana}`));
    expect(standIns).toMatchObject({
      needs: ["Mooring", "Pumps", "Keeping watch"],
      people: [
        { name: "bo", could: ["Mooring"], missing: ["Pumps"], notAssessed: ["Keeping watch"] },
      ],
    });
  });
});

test("teams come in several proposals, with what each brings and what is missing", async () => {
  await recorded(as.boss, "ana");
  await recorded(as.boss, "bo");
  await recorded(as.boss, "cy", { competency: "pumps" });
  const told = "need=mooring&people=1&need=pumps&people=2&level=3&size=2";
  const { proposals } = page(await team(as.boss, told));
  expect(proposals.length).toBeGreaterThan(1);
  expect(proposals[0]?.members.map(({ name }) => name)).toContain("cy");
  expect(proposals[0]?.members).toHaveLength(2);
  expect(proposals[0]?.needs).toMatchObject([
    { competency: "Mooring", people: 1, could: 1 },
    { competency: "Pumps", people: 2, could: 1 },
  ]);
  expect(await team(as.boss, "need=sailing")).toBeNull();
});

test("where both hats are to be complete too, what somebody brings to the work stands apart from the rest", async () => {
  await inOrganisation(db.platform, home, (tx) => keepFrameworks(tx, builtInFrameworks()));
  const both = { framework: "both-hats", version: 2, level: 5 };
  for (const competency of ["setting-goals", "range", "vision-and-purpose"])
    await recorded(as.boss, "ana", { ...both, competency, title: competency });
  const { team: of } = skillsPages(db, "both-hats");
  const asked = page(await of(as.boss, "need=setting-goals&people=1&hats=yes&level=4"));
  expect(asked.proposals[0]?.members).toMatchObject([
    { name: "ana", brings: [{ competency: "Setting goals" }], also: ["Vision and purpose"] },
  ]);
  const alone = page(await of(as.boss, "hats=yes&level=4"));
  expect(alone.proposals[0]?.members).toMatchObject([
    {
      brings: [{ competency: "Setting goals" }, { competency: "Vision and purpose" }],
      also: [],
    },
  ]);
});

test("training needs name who is clearly short, and a gap closes by evidence that is named", async () => {
  await recorded(as.boss, "ana", { level: 1, saidOn: "2025-01-10" });
  await recorded(as.boss, "cy", { level: 1, saidOn: "2026-02-01" });
  const before = page(await needs(as.boss, "level=3"));
  expect(before.parts[0]?.rows[0]).toMatchObject({
    competency: { id: "mooring" },
    short: [{ name: "ana" }, { name: "cy" }],
    notAssessed: 2,
  });
  expect(before.closed).toEqual([]);
  const proof = await recorded(as.boss, "ana", {
    ...{ source: "certificate", title: "Mate’s ticket", level: 3, saidOn: "2026-02-20" },
  });
  await recorded(home.admin, "ana", { title: "Second", level: 3, saidOn: "2026-02-21" });
  const after = page(await needs(as.boss, "level=3&by=role"));
  expect(after.closed).toMatchObject([
    { person: { name: "ana" }, competency: "Mooring", needed: 3 },
  ]);
  expect(after.closed[0]?.by.map(({ id }) => id)).toContain(proof);
  expect(after.parts.map(({ name }) => name)).toEqual(expect.arrayContaining(["Skipper", "Cook"]));
});
