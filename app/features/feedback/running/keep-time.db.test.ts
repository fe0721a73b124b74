import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keepTime } from "~/keep-time.server.ts";
import { asTimekeeper } from "~/platform/db/in-organisation.server.ts";
import { dueOrganisations } from "~/platform/due/due-store.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeDueCycles } from "../closing/close-due-cycles.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { releaseDueCycles } from "../releasing/release-due-cycles.server.ts";
import { remindNominators } from "../reminders/remind-nominators.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import {
  accepted,
  closeAndScore,
  collectingCycle,
  draftCycle,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const set = (cycleId: string, text: string) =>
  db.owner.query(`UPDATE round SET ${text} WHERE id = $1`, [cycleId]);
const stateOf = async (cycleId: string) =>
  (await db.owner.query<{ state: string }>("SELECT state FROM round WHERE id = $1", [cycleId]))
    .rows[0]?.state;
const letters = async (kind: string) =>
  (
    await db.owner.query<{ to_name: string; subject: string; plain: string }>(
      "SELECT to_name, subject, plain FROM message WHERE organisation_id = $1 AND kind = $2 ORDER BY to_name",
      [house.organisationId, kind],
    )
  ).rows;

test("time is kept for every organisation, and each sees its own cycles alone", async () => {
  const other = await createHouse(db.platform);
  const cycles = [
    await collectingCycle(db.platform, house),
    await collectingCycle(db.platform, other),
  ];
  at("2026-03-13T12:00:00Z");
  await keepTime(db.platform);
  await keepTime(db.platform);
  for (const { cycleId } of cycles) {
    const { rows } = await db.owner.query(
      "SELECT count(*)::int AS n FROM reminder WHERE round_id = $1",
      [cycleId],
    );
    expect(rows).toEqual([{ n: 10 }]);
  }
});

test("whoever keeps time sees which organisations have something to do, and nothing of them", async () => {
  await collectingCycle(db.platform, house);
  const seen = await asTimekeeper({ database: db.unwatched }, async (tx) => [
    ...(await tx.selectFrom("person").select("id").execute()),
    ...(await tx.selectFrom("round").select("id").execute()),
    ...(await tx.selectFrom("message").select("id").execute()),
    ...(await tx.selectFrom("organisation").select("organisationId").execute()),
  ]);
  expect(seen).toEqual([]);
  const due = await asTimekeeper(db.platform, (tx) =>
    dueOrganisations(tx, "time", db.platform.clock.now()),
  );
  expect(due).toContainEqual({ organisationId: house.organisationId });
});

describe("lists of raters that are due", () => {
  let cycleId: string;
  let participantId: string;
  beforeEach(async () => {
    cycleId = await draftCycle(db.platform, house);
    const found = accepted(
      await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
    );
    participantId = found.get(house.people.lead) ?? "";
    accepted(await openNominations(db.platform, house.admin, cycleId));
  });
  const remind = () => remindNominators(db.platform, house);

  test("are asked for two days before, once, from whoever has not handed theirs in", async () => {
    at("2026-03-06T12:00:00Z");
    expect(await remind()).toBe(0);
    at("2026-03-07T05:00:00Z");
    expect(await remind()).toBe(0);
    at("2026-03-07T09:00:00Z");
    expect(await Promise.all([remind(), remind()])).toEqual(expect.arrayContaining([1, 0]));
    at("2026-03-08T09:00:00Z");
    expect(await remind()).toBe(0);
    const [letter, ...more] = await letters("nomination-reminder");
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to_name: "lead" });
    expect(letter?.plain).toContain("9 March 2026");
  });

  test("are not asked for once handed in, nor on the day after choosing began", async () => {
    at("2026-03-07T09:00:00Z");
    await db.owner.query("UPDATE participant SET nomination = 'submitted' WHERE subject_id = $1", [
      participantId,
    ]);
    expect(await remind()).toBe(0);
    await db.owner.query("UPDATE participant SET nomination = 'open' WHERE subject_id = $1", [
      participantId,
    ]);
    await db.owner.query(
      "UPDATE message SET created_at = '2026-03-07T08:00:00Z' WHERE about_id = $1",
      [cycleId],
    );
    expect(await remind()).toBe(0);
  });

  test("are looked at by the clock when they may be asked for, and not before, unless something changes", async () => {
    const looks = async () =>
      (
        await db.owner.query<{ due_at: Date }>(
          "SELECT due_at FROM due WHERE organisation_id = $1 AND work = 'time'",
          [house.organisationId],
        )
      ).rows.map((row) => row.due_at.toISOString());
    const first = "2026-03-06T10:00:00.000Z";
    await keepTime(db.platform);
    expect(await looks()).toEqual([first]);
    at("2026-03-05T12:00:00Z");
    await keepTime(db.platform);
    expect(await looks()).toEqual([first]);
    accepted(
      await assignRaters(db.platform, house.admin, await draftCycle(db.platform, house), []),
    );
    expect(await looks()).toEqual(expect.arrayContaining([first, "2026-03-05T12:00:00.000Z"]));
    at("2026-03-07T09:00:00Z");
    await keepTime(db.platform);
    expect(await letters("nomination-reminder")).toHaveLength(1);
  });

  test("are asked of the manager where managers make them", async () => {
    await db.owner.query("UPDATE cycle SET nominated_by = 'manager' WHERE round_id = $1", [
      cycleId,
    ]);
    await db.owner.query("UPDATE subject SET manager_id = $1 WHERE id = $2", [
      house.people.boss,
      participantId,
    ]);
    at("2026-03-07T09:00:00Z");
    expect(await remind()).toBe(1);
    expect(await letters("team-nomination-reminder")).toMatchObject([{ to_name: "boss" }]);
  });
});

describe("cycles that close by themselves", () => {
  test("wait until the last day has ended wherever a rater is", async () => {
    const { cycleId } = await collectingCycle(db.platform, house);
    await db.owner.query("UPDATE person SET timezone = 'Pacific/Pago_Pago' WHERE id = $1", [
      house.people.peer1,
    ]);
    const close = () => closeDueCycles(db.platform, house);
    at("2026-03-25T12:00:00Z");
    expect(await close()).toBe(0);
    await set(cycleId, "closes_itself = true");
    at("2026-03-21T10:59:59Z");
    expect(await close()).toBe(0);
    await set(cycleId, "paused = true");
    at("2026-03-21T11:00:00Z");
    expect(await close()).toBe(0);
    await set(cycleId, "paused = false");
    expect(await close()).toBe(1);
    expect(await stateOf(cycleId)).toBe("closing");
    expect(await close()).toBe(0);
  });
});

describe("reports that are released on a date", () => {
  test("are released when that day has come by the organisation's calendar, once", async () => {
    const { cycleId } = await collectingCycle(db.platform, house);
    await closeAndScore(db.platform, house, cycleId);
    await db.owner.query(
      "UPDATE organisation SET time_zone = 'Pacific/Auckland' WHERE organisation_id = $1",
      [house.organisationId],
    );
    await set(cycleId, "release_mode = 'date', release_on = '2026-04-01'");
    at("2026-03-31T10:59:00Z");
    expect(await releaseDueCycles(db.platform, house)).toBe(0);
    at("2026-03-31T11:00:00Z");
    expect(await releaseDueCycles(db.platform, house)).toBe(1);
    expect(await stateOf(cycleId)).toBe("released");
    expect(await releaseDueCycles(db.platform, house)).toBe(0);
    expect(await letters("report-ready")).toMatchObject([{ to_name: "lead" }]);
  });
});
