import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  accepted,
  answer,
  closeScoreAndRelease,
  collectingCycle,
  draftCycle,
  editTyped,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { copyCycle, copyCycleInput } from "./copy-cycle.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const rows = async (query: string, id: string) => (await db.owner.query(query, [id])).rows;
const raters = (cycleId: string) =>
  rows(
    `SELECT p.name, r.relationship, r.state FROM request r JOIN person p ON p.id = r.person_id
      WHERE r.round_id = $1 ORDER BY p.name COLLATE "C"`,
    cycleId,
  );
const copy = async (
  from: string,
  choices: { name?: string; raters?: "suggested" | "last-time" } = {},
) => copyCycle(db.platform, house.admin, from, { name: "Again", raters: "last-time", ...choices });

/** Rounds with what is a cycle's own. */
const WHOLE = "round JOIN cycle ON round_id = id";

test("a copy has the settings and letters, no dates, and the raters of last time", async () => {
  const cycle = await collectingCycle(db.platform, house);
  await db.owner.query(
    `UPDATE cycle SET kind = '360', rater_limits = '{"peer": {"max": 4}}', nominated_by = 'manager', approved_by = 'hr',
       approve_after_days = 4, request_cap = 9 WHERE round_id = $1`,
    [cycle.cycleId],
  );
  await db.owner.query(
    `UPDATE round SET reminder_days = '{5}', closes_itself = true, release_mode = 'date', release_on = '2026-05-01',
       hr_keeps_reports = true,
       disclosure_policy = jsonb_set(disclosure_policy, '{minimum}', '5') WHERE id = $1`,
    [cycle.cycleId],
  );
  const { id } = accepted(await copy(cycle.cycleId));
  const settings = `round.kind AS of, cycle.kind, rater_limits, nominated_by, approved_by, approve_after_days, request_cap, reminder_days,
    closes_itself, release_mode, hr_keeps_reports, disclosure_policy, instrument_id`;
  const [of] = await rows(`SELECT ${settings} FROM ${WHOLE} WHERE id = $1`, cycle.cycleId);
  expect(await rows(`SELECT ${settings} FROM ${WHOLE} WHERE id = $1`, id)).toEqual([of]);
  const rest = "name, state, nominate_by, opens_on, closes_on, release_on, paused, copied_from";
  expect(await rows(`SELECT ${rest} FROM ${WHOLE} WHERE id = $1`, id)).toEqual([
    {
      ...{ name: "Again", state: "draft", nominate_by: null, opens_on: null, closes_on: null },
      ...{ release_on: null, paused: false, copied_from: cycle.cycleId },
    },
  ]);
  const letters = "SELECT kind, language, subject, body FROM round_letter WHERE round_id = $1";
  expect(await rows(letters, id)).toEqual(await rows(letters, cycle.cycleId));
  expect(await rows(letters, id)).toHaveLength(1);
  const before = await raters(cycle.cycleId);
  expect(await raters(id)).toEqual(before.map((each) => ({ ...each, state: "chosen" })));
});

test("a copy of a closed cycle is the same whoever answered: nothing comes from answers", async () => {
  const copies = [];
  for (const answering of [
    ["peer1", "boss", "lead"],
    ["peer2", "report1", "report2", "report3"],
  ]) {
    house = await createHouse(db.platform);
    const cycle = await collectingCycle(db.platform, house);
    for (const word of answering) {
      const personId = house.people[word as keyof House["people"]];
      await answer(db.platform, cycle.rater(personId), await cycle.requestOf(personId));
    }
    await closeScoreAndRelease(db.platform, house, cycle.cycleId);
    copies.push(await raters(accepted(await copy(cycle.cycleId)).id));
  }
  expect(copies[0]).toHaveLength(10);
  expect(copies[0]).toEqual(copies[1]);
});

test("whoever has left, declined or was taken off does not come along; someone who moved comes as they are now", async () => {
  const cycle = await collectingCycle(db.platform, house);
  const { lead, peer1, peer2, report1 } = house.people;
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [peer1]);
  await db.owner.query("UPDATE person SET department = 'Engine' WHERE id = $1", [lead]);
  await db.owner.query("UPDATE request SET state = 'declined' WHERE person_id = $1", [peer2]);
  await db.owner.query("UPDATE request SET state = 'withdrawn' WHERE person_id = $1", [report1]);
  const { id } = accepted(await copy(cycle.cycleId));
  const names = (await raters(id)).map((each) => each.name);
  expect(names).toEqual(["boss", "lead", "peer3", "peer4", "report2", "report3", "stranger"]);
  const departments =
    "SELECT department, nomination FROM subject JOIN participant ON subject_id = id WHERE round_id = $1";
  expect(await rows(departments, id)).toEqual([{ department: "Engine", nomination: "open" }]);
  await db.owner.query("UPDATE subject SET withdrawn = true WHERE round_id = $1", [cycle.cycleId]);
  const without = accepted(await copy(cycle.cycleId)).id;
  expect(await rows(departments, without)).toEqual([]);
});

test("raters can be suggested anew from today's org tree", async () => {
  const cycle = await collectingCycle(db.platform, house);
  const { id } = accepted(await copy(cycle.cycleId, { raters: "suggested" }));
  const found = await raters(id);
  expect(found.map((each) => each.name)).not.toContain("stranger");
  expect(found.map((each) => each.name)).toContain("report4");
});

test("a copy can be set up like any other draft, and the first cycle stays as it was", async () => {
  const cycle = await collectingCycle(db.platform, house);
  const state = () => rows("SELECT state, revision FROM round WHERE id = $1", cycle.cycleId);
  const before = [await state(), await raters(cycle.cycleId)];
  const { id } = accepted(await copy(cycle.cycleId));
  required(
    await editTyped(db.platform, house.admin, id, { part: "dates", closesOn: "2026-03-25" }),
  );
  expect([await state(), await raters(cycle.cycleId)]).toEqual(before);
});

test("it is refused without a name, to members, and for a cycle of another organisation", async () => {
  const cycleId = await draftCycle(db.platform, house);
  for (const name of ["", "  ", "x".repeat(121)])
    expect(readInput(copyCycleInput, { name }).ok).toBe(false);
  const count = () =>
    rows("SELECT count(*)::int FROM round WHERE organisation_id = $1", house.organisationId);
  await expectRefusals(db.platform, house, cycleId, count, (actor, id) =>
    copyCycle(db.platform, actor, id, { name: "Again", raters: "suggested" }),
  );
});
