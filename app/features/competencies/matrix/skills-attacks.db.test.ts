import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { unpackCells } from "../domain/tables/cells.ts";
import { type Crew, createCrew } from "../testing/crew.ts";
import { page, type SkillsPages, skillsPages } from "../testing/skills-pages.ts";

let db: TestDatabase;
let home: Crew["home"];
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
  ({ home, people, as } = crew);
  ({ matrix, cover, team, needs, file, names } = skillsPages(db, crew.framework));
});

/** A test that somebody passed, unless told. */
const recorded = (...[actor, about, told]: Parameters<Crew["recorded"]>) =>
  crew.recorded(actor, about, { source: "test", title: "Test", words: "", level: 3, ...told });

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
