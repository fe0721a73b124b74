import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createPeople } from "../testing/people.ts";
import { workTimesOf } from "./absence-reads.server.ts";
import { forgetAbsences, nextToForget } from "./forget-absences.server.ts";
import { noteAbsence } from "./note-absence.server.ts";
import { readPersonTimes } from "./person-times.server.ts";
import { removeAbsence } from "./remove-absence.server.ts";
import { setWorkingDays } from "./set-working-days.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, { ana: {}, bo: {} });
});
afterAll(() => db.close());

const note = (firstDay: string, lastDay: string, actor = house.admin) =>
  noteAbsence(db.platform, actor, people.ana, { firstDay, lastDay });
const seen = (actor = house.admin) => readPersonTimes(db.platform, actor, people.ana);

test("an absence is noted from a day to a day, shown to the person and HR, and taken away again", async () => {
  expect(await note("2026-03-10", "2026-03-12")).toEqual({ ok: true });
  expect(await note("2026-03-04", "2026-03-04")).toEqual({ ok: true });
  const own = await seen(house.member(people.ana));
  expect(own?.absences.map(({ firstDay }) => firstDay)).toEqual(["2026-03-04", "2026-03-10"]);
  expect(await seen(house.member(people.bo))).toBeNull();
  const [first] = own?.absences ?? [];
  const absence = first?.id ?? "";
  expect(
    await removeAbsence(db.platform, house.member(people.ana), people.ana, { absence }),
  ).toEqual({ ok: false, reason: "not-allowed" });
  // Not under somebody else's name.
  await removeAbsence(db.platform, house.admin, people.bo, { absence });
  expect((await seen())?.absences).toHaveLength(2);
  expect(await removeAbsence(db.platform, house.admin, people.ana, { absence })).toEqual({
    ok: true,
  });
  expect(await removeAbsence(db.platform, house.admin, people.ana, { absence })).toEqual({
    ok: true,
  });
  expect((await seen())?.absences).toHaveLength(1);
});

test("not backwards, not twice at a time, not for years, and by HR alone", async () => {
  await note("2026-03-10", "2026-03-12");
  expect(await note("2026-03-12", "2026-03-20")).toMatchObject({
    problems: [{ field: "firstDay", code: "overlaps" }],
  });
  expect(await note("2026-04-02", "2026-04-01")).toMatchObject({
    problems: [{ field: "lastDay", code: "before-first" }],
  });
  expect(await note("2026-04-02", "2029-04-01")).toMatchObject({
    problems: [{ field: "lastDay", code: "too-far" }],
  });
  expect(await note("2026-05-01", "2026-05-02", house.member(people.ana))).toMatchObject({
    reason: "not-allowed",
  });
});

test("neither the audit record nor the history says when somebody was away", async () => {
  await note("2026-03-10", "2026-03-12");
  const { rows } = await db.owner.query(
    "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND subject_id = $2",
    [house.organisationId, people.ana],
  );
  expect(rows).toEqual([{ action: "person.absence-noted", detail: {} }]);
  const history = await db.owner.query("SELECT 1 FROM person_change WHERE person_id = $1", [
    people.ana,
  ]);
  expect(history.rows).toEqual([]);
});

test("what is over is forgotten after a month", async () => {
  await note("2026-03-04", "2026-03-05");
  await note("2026-06-01", "2026-06-02");
  const next = () => inOrganisation(db.platform, house, (tx) => nextToForget(tx, house));
  const left = async () =>
    (await db.owner.query("SELECT 1 FROM person_absence WHERE person_id = $1", [people.ana])).rows
      .length;
  expect(await next()).toEqual(new Date("2026-04-06T00:00:00Z"));
  db.platform.clock.set(new Date("2026-04-05T23:00:00Z"));
  await forgetAbsences(db.platform, house);
  expect(await left()).toBe(2);
  db.platform.clock.set(new Date("2026-04-06T00:00:00Z"));
  await forgetAbsences(db.platform, house);
  expect(await left()).toBe(1);
});

test("working days are kept in the week's order; none is not known; an old page is refused", async () => {
  const set = (days: ("1" | "2" | "5")[], revision: number) =>
    setWorkingDays(db.platform, house.admin, people.ana, { workingDays: days, revision });
  expect(await set(["5", "1", "2"], 0)).toEqual({ ok: true });
  expect((await seen())?.workingDays).toBe("125");
  expect(await set([], 0)).toMatchObject({
    problems: [{ code: "stale", values: { revision: 1 } }],
  });
  expect(await set([], 1)).toEqual({ ok: true });
  expect((await seen())?.workingDays).toBeNull();
});

test("others are told when people work, from a day on, and nothing of other organisations", async () => {
  await note("2026-03-04", "2026-03-05");
  await note("2026-03-10", "2026-03-12");
  const ids = Object.values(people);
  const times = await inOrganisation(db.platform, house, (tx) =>
    workTimesOf(tx, house, ids, "2026-03-06"),
  );
  expect(times.get(people.ana)).toMatchObject({
    workingDays: null,
    absences: [{ firstDay: "2026-03-10", lastDay: "2026-03-12" }],
  });
  expect(times.get(people.bo)).toEqual({ workingDays: null, absences: [] });
  const other = await createTestOrganisation(db.platform, "Other");
  expect(
    await inOrganisation(db.platform, other, (tx) => workTimesOf(tx, other, ids, "2026-03-06")),
  ).toEqual(new Map());
});
