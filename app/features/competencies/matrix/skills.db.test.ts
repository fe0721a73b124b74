import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { beginOwnFramework } from "~/features/frameworks/own/begin-own-framework.server.ts";
import { publishOwnFramework } from "~/features/frameworks/own/publish-own-framework.server.ts";
import { saveRole, saveRoleInput } from "~/features/frameworks/roles/save-role.server.ts";
import { ownFramework } from "~/features/frameworks/testing/own-framework.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { coverPage } from "../cover/cover-page.server.ts";
import { needsPage } from "../cover/needs-page.server.ts";
import { teamPage } from "../cover/team-page.server.ts";
import { readCoverQuery } from "../domain/cover/cover-query.ts";
import { readNeedsQuery } from "../domain/cover/needs-query.ts";
import { readTeamQuery } from "../domain/cover/team-query.ts";
import { unpackCells } from "../domain/tables/cells.ts";
import { readMatrixQuery } from "../domain/tables/matrix-query.ts";
import { type RecordInput, recordEvidence, recordInput } from "../ledger/record-evidence.server.ts";
import { withdrawEvidence } from "../ledger/withdraw-evidence.server.ts";
import { levelsOfPeople } from "../levels/levels-of-people.server.ts";
import { tableLevels } from "../levels/table-levels.server.ts";
import { levelsFile } from "./levels-file.server.ts";
import { matrixPage } from "./matrix-page.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let framework: string;
let people: Record<"chief" | "boss" | "ana" | "bo" | "cy" | "far", string>;
let as: Record<"ana" | "boss" | "chief" | "analyst" | "fleet" | "leaver", Actor>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, home, {
    chief: {},
    boss: { manager: "chief", department: "Fleet" },
    ana: { manager: "boss", department: "Fleet", jobTitle: "Skipper" },
    bo: { manager: "boss", department: "Hotels", jobTitle: "Cook" },
    cy: { manager: "boss", department: "Fleet", jobTitle: "Skipper" },
    far: { department: "Hotels" },
  });
  as = {
    ana: home.member(people.ana),
    boss: home.member(people.boss),
    chief: home.member(people.chief),
    analyst: { ...home.admin, role: "analyst", owner: false },
    fleet: { ...home.admin, role: "unit-admin", units: ["Fleet"], owner: false },
    leaver: { ...home.member(people.ana), role: "leaver" },
  };
  const begun = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  framework = begun.value.id;
  await publishOwnFramework(db.platform, home.admin, { id: framework, revision: 1 });
});

async function recorded(
  actor: Actor,
  about: keyof typeof people,
  told: Partial<RecordInput> = {},
): Promise<string> {
  const input = recordInput.parse({
    ...{ source: "test", title: "Test", framework, version: 1, competency: "mooring", level: 3 },
    ...{ purposes: ["development", "staffing"] },
    ...told,
  });
  const outcome = await recordEvidence(db.platform, actor, people[about], input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

const words = { source: "observation", words: "Took the ferry in by night." } as const;

const asked = (told: string) => new URLSearchParams(`framework=${framework}&${told}`);
const matrix = (actor: Actor, told = "") =>
  matrixPage(db.platform, actor, readMatrixQuery(asked(told)));
const cover = (actor: Actor, told = "") =>
  coverPage(db.platform, actor, readCoverQuery(asked(told)));
const team = (actor: Actor, told = "") => teamPage(db.platform, actor, readTeamQuery(asked(told)));
const needs = (actor: Actor, told = "") =>
  needsPage(db.platform, actor, readNeedsQuery(asked(told)));
const file = (actor: Actor, told = "") =>
  levelsFile(db.platform, actor, readMatrixQuery(asked(told)));

/** What a page is, where there is one. */
function page<Page>(found: Page | "nobody" | null): Page {
  if (found === null || found === "nobody") throw new Error(`no page: ${found}`);
  return found;
}

const names = async (actor: Actor, told = "") =>
  page(await matrix(actor, told)).rows.map(({ name }) => name);

describe("attacks", () => {
  test("attack: nobody reads or counts people they don't lead, on any page or in a file", async () => {
    await recorded(home.admin, "ana");
    await recorded(home.admin, "far");
    for (const actor of [as.ana, as.analyst]) {
      expect(await matrix(actor)).toBe("nobody");
      expect(await cover(actor)).toBe("nobody");
      expect(await team(actor, "need=mooring")).toBe("nobody");
      expect(await needs(actor)).toBe("nobody");
      expect(await file(actor)).toBeNull();
    }
    expect(await matrix(as.leaver)).toBe("nobody");
    expect(await file(as.leaver)).toBeNull();
    expect(await names(as.boss)).toEqual(["ana", "bo", "boss", "cy"]);
    expect(await names(as.chief)).toEqual(["ana", "bo", "boss", "chief", "cy"]);
    expect(await names(as.fleet)).toEqual(["ana", "boss", "cy"]);
    expect(await names(home.admin)).toHaveLength(6);
    const mooring = page(await cover(as.boss)).rows.find(
      ({ competency: { id } }) => id === "mooring",
    );
    expect(mooring).toMatchObject({ assessed: 1, notAssessed: 3, atLevel: 1 });
    expect(JSON.stringify(await cover(as.boss))).not.toContain(people.far);
    expect(JSON.stringify(await team(as.boss, "need=mooring"))).not.toContain(people.far);
    expect(JSON.stringify(await file(as.boss))).not.toContain('"far"');
  });

  test("attack: whoever isn't theirs has no panel, joins no what-if and leads no team, as if there were nobody", async () => {
    await recorded(home.admin, "far");
    const nobody = "00000000-0000-7000-8000-000000000000";
    for (const id of [people.far, nobody]) {
      expect(await matrix(as.boss, `person=${id}`)).toBeNull();
      expect(await matrix(as.boss, `person=${people.ana}&beside=${id}`)).toBeNull();
      expect(await cover(as.boss, `standin=${id}`)).toBeNull();
      expect(await team(as.boss, `need=mooring&lead=${id}`)).toBeNull();
      for (const change of [`come~${id}`, `go~${id}`, `train~${id}~mooring~3`])
        expect(page(await cover(as.boss, `change=${change}`)).whatIf).toEqual({
          ...{ changes: [], unknown: 1, rows: [] },
        });
    }
  });

  test("attack: what was given for development reaches no table, no cover, no team, no file and no panel", async () => {
    await recorded(as.ana, "ana", { source: "self", title: "", purposes: ["development"] });
    for (const actor of [as.boss, home.admin]) {
      const found = page(await matrix(actor, `person=${people.ana}`));
      expect(found.rows.flatMap(({ cells }) => unpackCells(cells)).some(({ level }) => level)).toBe(
        false,
      );
      expect(found.panel?.rows).toEqual([]);
      expect(page(await cover(actor)).rows.every(({ assessed }) => assessed === 0)).toBe(true);
      expect(page(await team(actor, "need=mooring")).proposals[0]?.members).toEqual([]);
      const sheet = await file(actor);
      expect(typeof sheet === "object" && sheet?.rows.every((row) => row[4] === null)).toBe(true);
    }
  });

  test("attack: what HR's page computed before is given to nobody who may not read it", async () => {
    await recorded(home.admin, "far");
    expect(page(await cover(home.admin)).rows[0]?.assessed).toBe(1);
    expect(page(await cover(as.boss)).rows.every(({ assessed }) => assessed === 0)).toBe(true);
  });

  test("attack: a manager can't find out by a team's dates who is away; HR is told how many", async () => {
    await recorded(home.admin, "ana");
    await inOrganisation(db.platform, home, (tx) =>
      tx
        .insertInto("personAbsence")
        .values({
          ...{ organisationId: home.organisationId, personId: people.ana },
          ...{ id: people.ana, firstDay: "2026-04-01", lastDay: "2026-04-30" },
        })
        .execute(),
    );
    const dates = "need=mooring&from=2026-04-10&to=2026-04-11";
    const led = page(await team(as.boss, dates));
    expect(led.away).toBeNull();
    expect(led.proposals[0]?.members.map(({ name }) => name)).toEqual(["ana"]);
    const hr = page(await team(home.admin, dates));
    expect(hr.away).toEqual({ people: 1, of: 6 });
    expect(hr.proposals[0]?.members).toEqual([]);
    const units = page(await team(as.fleet, dates));
    expect(units.away).toBeNull();
  });
});

test("a table has the levels that each person's page has, also after voices became one", async () => {
  await recorded(as.boss, "ana", { ...words, level: 2 });
  await recorded(as.chief, "ana", { ...words, level: 3 });
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
      const asked = { purpose: "staffing", on: "2026-03-02" } as const;
      const one = await levelsOfPeople(db.platform, tx, home.admin, view, asked);
      const { levels } = await tableLevels(db.platform, tx, home.admin, view, "2026-03-02");
      const plain = [...one].map(
        ([id, own]) =>
          [id, new Map([...own].map(([key, { evidence: _, ...rest }]) => [key, rest]))] as const,
      );
      expect(levels).toEqual(new Map(plain));
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
