import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { readHistory } from "../history/history-reads.server.ts";
import { createPeople } from "../testing/people.ts";
import { personForm } from "../testing/person-form.ts";
import { addPerson } from "./add-person.server.ts";
import { deactivatePerson, keepPerson } from "./deactivate-person.server.ts";
import { editPerson } from "./edit-person.server.ts";
import { leaveOnTime, nextToLeave } from "./leave-on-time.server.ts";
import { reactivatePerson } from "./reactivate-person.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "cy" | "twin1" | "twin2" | "old" | "guest", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org", employeeId: "1" },
    bo: { name: "Bo Chen", email: "bo@x.org", employeeId: "2", manager: "ana", language: "fr" },
    cy: { name: "Cy Okafor", employeeId: "3", manager: "bo", timezone: "Central European Time" },
    twin1: { name: "Eve Sato", email: "eve@x.org" },
    twin2: { name: "Eve Sato", employeeId: "5" },
    old: { name: "Old Hand", employeeId: "9", email: "old@x.org", status: "inactive" },
    guest: { name: "A Guest", email: "guest@y.org", external: true },
  });
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));

type Row = Record<string, string | number | null>;

async function row(id: string): Promise<Row> {
  const { rows } = await db.owner.query<Row>(
    `SELECT name, email, employee_id, job_title, manager_id, status, inactive_since::text, leaves_on::text,
            revision, link_version, language, timezone, external FROM person WHERE id = $1`,
    [id],
  );
  if (!rows[0]) throw new Error("nobody");
  return rows[0];
}

type Typed = Parameters<typeof personForm>[0];

const edit = async (id: string, typed: Typed, actor: Actor = house.admin, revision?: number) =>
  editPerson(db.platform, actor, id, {
    ...personForm(typed),
    revision: revision ?? Number((await row(id)).revision),
  });
const add = (typed: Typed, actor: Actor = house.admin) =>
  addPerson(db.platform, actor, personForm(typed));
const history = async (id: string) =>
  (await inOrganisation(db.platform, house, (tx) => readHistory(tx, house.admin, id, 1)))?.items;
const audited = async () =>
  (
    await db.owner.query<{ action: string }>(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'person' ORDER BY at, id",
      [house.organisationId],
    )
  ).rows.map(({ action }) => action);

const problem = (field: string, code: string) => ({
  ok: false,
  problems: expect.arrayContaining([expect.objectContaining({ field, code })]),
});

describe("adding", () => {
  test("someone is in the directory at once, below the manager who was meant, and the history says who did it", async () => {
    const added = await add({
      name: " Dia  Novak ",
      email: "dia@x.org",
      manager: "ana@x.org",
      timezone: "Europe/Berlin",
      language: "de",
    });
    if (!added.ok) throw new Error(JSON.stringify(added));
    const { personId } = added.value;
    expect(await row(personId)).toMatchObject({ name: "Dia Novak", manager_id: people.ana });
    expect(await history(personId)).toMatchObject([
      { on: "2026-03-02", way: "hand", changes: [{ field: "added" }] },
    ]);
    expect(await audited()).toEqual(["person.added"]);
  });

  test("not without a name or anything to be found by, and not with what is somebody else's", async () => {
    expect(await add({ name: "Dia" })).toMatchObject(problem("email", "identifier-missing"));
    expect(await add({ name: "Dia", email: "BO@x.org" })).toMatchObject(problem("email", "taken"));
    expect(await add({ name: "Dia", employeeId: "9" })).toMatchObject(
      problem("employeeId", "taken-left"),
    );
    const wrong = { name: "Dia", employeeId: "10", startDate: "2026-03-02", endDate: "2026-03-01" };
    expect(await add(wrong)).toMatchObject(problem("endDate", "before-start"));
  });

  test("zones and languages are of the lists alone", async () => {
    const typed = { name: "Dia", employeeId: "10" };
    for (const timezone of ["Berlin", "Central European Time", "europe/berlin"])
      expect(await add({ ...typed, timezone })).toMatchObject(problem("timezone", "unknown"));
    for (const language of ["fr", "English", "de-AT"])
      expect(await add({ ...typed, language })).toMatchObject(problem("language", "unknown"));
  });

  test("whoever was asked from outside becomes an ordinary person, the same one", async () => {
    const added = await add({ name: "Gus Guest", email: "Guest@y.org", employeeId: "11" });
    expect(added).toEqual({ ok: true, value: { personId: people.guest } });
    expect(await row(people.guest)).toMatchObject({ name: "Gus Guest", external: false });
  });
});

describe("editing", () => {
  const bo = { name: "Bo Chen", email: "bo@x.org", employeeId: "2", language: "fr" };

  test("what was typed replaces what stood there; what was left empty is gone; the history tells both", async () => {
    expect(await edit(people.bo, { ...bo, jobTitle: "Cook", manager: "Cy Okafor" })).toMatchObject(
      problem("manager", "loop"),
    );
    at("2026-03-03T12:00:00Z");
    expect(await edit(people.bo, { ...bo, jobTitle: "Cook" })).toMatchObject({
      ok: true,
      value: { waits: false },
    });
    expect(await row(people.bo)).toMatchObject({ job_title: "Cook", manager_id: null });
    expect(await history(people.bo)).toMatchObject([
      {
        on: "2026-03-03",
        changes: [
          { field: "jobTitle", from: null, to: "Cook" },
          { field: "manager", from: "Ana Lima", to: null },
        ],
      },
    ]);
    expect(await audited()).toEqual(["person.edited"]);
  });

  test("a manager is exactly one active person, not oneself, and nobody below", async () => {
    const manager = (text: string) =>
      edit(people.ana, { name: "Ana", employeeId: "1", manager: text });
    expect(await manager("Nobody Known")).toMatchObject(problem("manager", "nobody"));
    expect(await manager("Eve Sato")).toMatchObject({
      problems: [
        {
          field: "manager",
          code: "several",
          values: { people: "Eve Sato (eve@x.org); Eve Sato (5)" },
        },
      ],
    });
    expect(await manager("Ana Lima")).toMatchObject(problem("manager", "self"));
    expect(await manager("Old Hand")).toMatchObject(problem("manager", "left"));
    expect(await manager("A Guest")).toMatchObject(problem("manager", "nobody"));
    expect(await manager("3")).toMatchObject({
      problems: [{ code: "loop", values: { people: "Cy Okafor → Bo Chen → Ana Lima" } }],
    });
    await createPeople(db.platform, house, {
      s: { name: "Åsa  Sørensen Ross", preferredName: "Sass", familyName: "Ross" },
    });
    for (const text of ["åsa sørensen ROSS", "Sass", "sass ross", "Ross, Sass"])
      expect([text, await manager(text)]).toMatchObject([text, { ok: true }]);
    expect(await manager("Eve Sato (5)")).toMatchObject({ ok: true });
    expect(await row(people.ana)).toMatchObject({ manager_id: people.twin2 });
  });

  test("what stood there may stay, also what no list has and a manager who left", async () => {
    await db.owner.query("UPDATE person SET manager_id = $1 WHERE id = $2", [
      people.old,
      people.cy,
    ]);
    const cy = { name: "Cy", employeeId: "3", timezone: "Central European Time" };
    expect(await edit(people.cy, { ...cy, manager: "Old Hand (old@x.org)" })).toMatchObject({
      ok: true,
    });
    expect(await edit(people.bo, { ...bo, language: "it" })).toMatchObject(
      problem("language", "unknown"),
    );
    expect(await edit(people.bo, bo)).toMatchObject({ ok: true });
  });

  test("a form opened before somebody else's change is refused, and told what they changed", async () => {
    const { revision } = await row(people.bo);
    const seen = Number(revision);
    await edit(people.bo, { ...bo, jobTitle: "Cook", department: "Deck", manager: "Ana Lima" });
    const late = { ...bo, jobTitle: "Purser", department: "Deck", location: "Bergen" };
    const refused = await edit(people.bo, late, house.admin, seen);
    expect(refused).toEqual({
      ok: false,
      reason: "problems",
      problems: [
        { code: "stale", values: { revision: seen + 1 } },
        { field: "jobTitle", code: "changed-meanwhile", values: { now: "Cook" } },
      ],
    });
    expect(await row(people.bo)).toMatchObject({ job_title: "Cook" });
    expect(await edit(people.bo, late, house.admin, seen + 1)).toMatchObject({ ok: true });
  });

  test("the directory alone is edited, and by HR alone; unknown and forbidden look the same", async () => {
    const typed = { name: "X", employeeId: "77" };
    for (const id of [people.guest, newId(), "nonsense"])
      expect(
        await editPerson(db.platform, house.admin, id, { ...personForm(typed), revision: 0 }),
      ).toEqual({ ok: false, reason: "unknown" });
    const member = house.member(people.bo);
    expect(await edit(people.bo, typed, member)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await add(typed, member)).toEqual({ ok: false, reason: "not-allowed" });
    expect(
      await inOrganisation(db.platform, house, (tx) => readHistory(tx, member, people.bo, 1)),
    ).toBeNull();
    const other = await createTestOrganisation(db.platform, "Other");
    expect(await edit(people.bo, typed, other.admin)).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("leaving", () => {
  const leave = async (id: string, day: string, actor: Actor = house.admin) =>
    deactivatePerson(db.platform, actor, id, { day, revision: Number((await row(id)).revision) });
  const tick = () => leaveOnTime(db.platform, house);
  const next = () =>
    inOrganisation(db.platform, house, (tx) => nextToLeave(tx, house, db.platform.clock.now()));

  test.each(["2026-03-02", "2025-12-24"])(
    "from today or before, somebody is out at once: %s",
    async (day) => {
      expect(await leave(people.bo, day)).toEqual({ ok: true, value: { when: "now" } });
      expect(await row(people.bo)).toMatchObject({ status: "inactive", inactive_since: day });
      expect((await history(people.bo))?.[0]?.changes).toEqual([
        { field: "status", from: "active", to: "inactive" },
      ]);
      expect(await audited()).toEqual(["person.deactivated"]);
    },
  );

  test("on a day to come, the clock sees to it by the organisation's calendar, once", async () => {
    await db.owner.query(
      "UPDATE organisation SET time_zone = 'Pacific/Auckland' WHERE organisation_id = $1",
      [house.organisationId],
    );
    expect(await leave(people.bo, "2026-03-05")).toEqual({ ok: true, value: { when: "later" } });
    expect(await row(people.bo)).toMatchObject({ status: "active", leaves_on: "2026-03-05" });
    expect(await next()).toEqual(new Date("2026-03-04T11:00:00Z"));
    at("2026-03-04T10:59:00Z");
    expect(await tick()).toBe(0);
    at("2026-03-04T11:00:00Z");
    expect(await tick()).toBe(1);
    expect(await tick()).toBe(0);
    expect(await row(people.bo)).toMatchObject({
      ...{ status: "inactive", inactive_since: "2026-03-05", leaves_on: null },
    });
    expect((await history(people.bo))?.[0]).toMatchObject({ way: "clock", by: null });
    expect(await next()).toBeNull();
  });

  test("the day may be another one, or be taken back", async () => {
    await leave(people.bo, "2026-03-05");
    await leave(people.bo, "2026-03-09");
    expect(await row(people.bo)).toMatchObject({ leaves_on: "2026-03-09" });
    expect(await keepPerson(db.platform, house.admin, people.bo)).toEqual({ ok: true });
    at("2026-03-10T12:00:00Z");
    expect(await tick()).toBe(0);
    expect(await row(people.bo)).toMatchObject({ status: "active", leaves_on: null });
  });

  test("not oneself, not before one began, not twice, not from an old page, and by HR alone", async () => {
    const self = { ...house.admin, personId: people.ana };
    expect(await leave(people.ana, "2026-03-02", self)).toMatchObject({
      problems: [{ code: "self" }],
    });
    await db.owner.query("UPDATE person SET start_date = '2026-01-01' WHERE id = $1", [people.bo]);
    expect(await leave(people.bo, "2025-12-31")).toMatchObject(problem("day", "before-start"));
    expect(await leave(people.old, "2026-03-02")).toMatchObject({ problems: [{ code: "stale" }] });
    const late = { day: "2026-03-02", revision: 77 };
    expect(await deactivatePerson(db.platform, house.admin, people.bo, late)).toMatchObject({
      problems: [{ code: "stale" }],
    });
    expect(await leave(people.bo, "2026-03-02", house.member())).toMatchObject({
      reason: "not-allowed",
    });
    expect(await leave(people.guest, "2026-03-02")).toMatchObject({ reason: "unknown" });
  });

  test("whoever comes back is active again, and it is written down", async () => {
    expect(await reactivatePerson(db.platform, house.member(), people.old)).toMatchObject({
      ok: false,
    });
    expect(await reactivatePerson(db.platform, house.admin, people.old)).toEqual({ ok: true });
    expect(await row(people.old)).toMatchObject({ status: "active", inactive_since: null });
    expect(await reactivatePerson(db.platform, house.admin, people.old)).toEqual({ ok: true });
    expect(await audited()).toEqual(["person.reactivated"]);
    expect(await history(people.old)).toHaveLength(1);
  });
});
