import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tellFollowThrough } from "~/features/development/proof/tell-follow-through.server.ts";
import {
  answer,
  closeScoreAndRelease,
  collectingCycle,
} from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import type { PulseVerdict } from "../domain/judge-change.ts";
import { TOLD_AFTER_DAYS } from "../domain/proof/when-told.ts";
import { roundsOfChange } from "./change-reads.server.ts";
import { nextToldAt, tellChange } from "./tell-change.server.ts";

const BEGUN = new Date("2026-03-02T12:00:00Z");

let db: TestDatabase;
let house: House;
let roundId: string;
let people: string[];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

/** A released round about so many people, each of whom answered about themselves. */
async function released(count: number): Promise<void> {
  db.platform.clock.set(BEGUN);
  house = await createHouse(db.platform);
  const names = Array.from({ length: count }, (_, at) => `p${at}`);
  const facts = Object.fromEntries(names.map((name) => [name, { department: "Fleet" }]));
  people = Object.values(await createPeople(db.platform, house, facts));
  const raters = (personId: string) => [
    { personId, relationship: "self" as const },
    { personId: house.people.stranger, relationship: "peer" as const },
  ];
  const assignments = people.map((personId) => ({ personId, raters: raters(personId) }));
  const cycle = await collectingCycle(db.platform, house, assignments);
  for (const person of people)
    await answer(db.platform, cycle.rater(person), await cycle.requestOf(person, person));
  await closeScoreAndRelease(db.platform, house, cycle.cycleId);
  roundId = cycle.cycleId;
}

/** A pulse of each of these is closed, and says this. */
async function pulsed(who: readonly string[], verdict: PulseVerdict | null, mayCount = true) {
  const row = { group: "all", identified: false, n: 6, verdict, compared: null };
  const result = { format: 1, behaviours: [{ item: "few-goals", rows: [row] }], told: [] };
  for (const personId of who)
    await db.owner.query(
      `WITH made AS (
         INSERT INTO round SELECT (jsonb_populate_record(r, jsonb_build_object(
                'id', $5::uuid, 'kind', 'pulse'))).* FROM round r WHERE id = $1
         RETURNING organisation_id, id)
       INSERT INTO pulse (organisation_id, round_id, person_id, report_id, of_round_id, of_subject_id, day, items,
                          directions, is_open, result, may_count)
       SELECT made.organisation_id, made.id, $2, r.id, $1, s.id, 30, '{few-goals}', '{more}', false, $3, $4
         FROM made, report r JOIN subject s ON s.id = r.participant_id WHERE s.person_id = $2 AND s.round_id = $1`,
      [roundId, personId, JSON.stringify(result), mayCount, nextId()],
    );
}
let ids = 0;
/** One after another, as ids of rounds are. */
function nextId(): string {
  ids += 1;
  return `01990000-0000-7000-8000-${String(ids).padStart(12, "0")}`;
}

const practise = (who: readonly string[]) =>
  db.owner.query(
    `INSERT INTO practice (organisation_id, id, person_id, cue, action, weekdays, state, begun_on, ends_on, ended_on, may_count)
     SELECT $1, gen_random_uuid(), p, 'When', 'Then', '1', 'finished', '2026-04-01', '2026-04-30', '2026-04-30', true
       FROM unnest($2::uuid[]) AS p`,
    [house.organisationId, who],
  );
const later = (days: number) =>
  db.platform.clock.set(new Date(BEGUN.getTime() + days * 86_400_000));
const tell = () => tellChange(db.platform, house);
const shown = async (actor: Actor = house.admin) =>
  (await roundsOfChange(db.platform, actor)).find(({ id }) => id === roundId)?.change ?? null;
/** Twelve who practised, of whom seven moved, and twelve who did not, of whom five did. */
async function halves(): Promise<void> {
  await practise(people.slice(0, 12));
  await tellFollowThrough(db.platform, house);
  await pulsed([...people.slice(0, 7), ...people.slice(12, 17)], "moved");
  await pulsed(people.slice(7, 12), "cant-tell");
  await pulsed(people.slice(17, 24), "slipped");
}

describe("a round of 24", () => {
  beforeEach(() => released(24));

  test("HR reads how many moved and whether practising goes with it, once its time has come; nobody else does", async () => {
    await halves();
    later(TOLD_AFTER_DAYS - 1);
    await tell();
    expect(await shown()).toBeNull();
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    const told = await shown();
    expect(told).toMatchObject({
      moved: { told: "count", n: 24, did: 12 },
      others: { cantTell: 5, slipped: 7 },
      compared: { practised: { n: 12, moved: 7 }, not: { n: 12, moved: 5 } },
    });
    if (!told || typeof told.compared === "string") throw new Error("nothing was compared");
    expect(told.compared.difference).toBeCloseTo(2 / 12, 12);
    expect(told.compared.low).toBeLessThan(0);
    for (const actor of [house.member(people[0] ?? ""), house.member(house.people.boss)])
      expect(await roundsOfChange(db.platform, actor)).toEqual([]);
    const { rows } = await db.owner.query("SELECT * FROM change_proof");
    for (const person of people) expect(JSON.stringify(rows)).not.toContain(person);
  });

  test("two looks around one closed pulse are the same, as around five, and so is the count of who practised", async () => {
    await halves();
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    const before = await shown();
    const practised = () =>
      db.owner.query("SELECT told FROM follow_through WHERE step = 'practised' AND round_id = $1", [
        roundId,
      ]);
    const { rows: then } = await practised();
    await pulsed(people.slice(17, 18), "moved");
    await tell();
    expect(await shown()).toEqual(before);
    await pulsed(people.slice(18, 24), "moved");
    // Five more began to practise: told beside the shares above, who they are would follow from both.
    await practise(people.slice(12, 18));
    await tellFollowThrough(db.platform, house);
    await tell();
    expect(await shown()).toEqual(before);
    expect((await practised()).rows).toEqual(then);
  });

  test("where people are not compared, how many practised moves on", async () => {
    await pulsed(people.slice(0, 12), "moved");
    await practise(people.slice(0, 12));
    await tellFollowThrough(db.platform, house);
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    expect(await shown()).toMatchObject({ compared: "few" });
    await practise(people.slice(12, 18));
    await tellFollowThrough(db.platform, house);
    const { rows } = await db.owner.query(
      "SELECT told FROM follow_through WHERE step = 'practised' AND round_id = $1",
      [roundId],
    );
    expect(rows).toMatchObject([{ told: { did: 18 } }]);
  });

  test("two of the clock at once tell it once", async () => {
    await halves();
    later(TOLD_AFTER_DAYS + 1);
    await Promise.all([tell(), tell()]);
    const { rows } = await db.owner.query("SELECT 1 FROM change_proof WHERE round_id = $1", [
      roundId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test("who began to practise since that count was told last is taken for what it says of them", async () => {
    await halves();
    // Two more: the count of who practised stands, and so nobody may take it from the shares here.
    await practise(people.slice(12, 14));
    await tellFollowThrough(db.platform, house);
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    expect(await shown()).toMatchObject({
      compared: { practised: { n: 12, moved: 7 }, not: { n: 12, moved: 5 } },
    });
  });

  test("whoever asked before it was said that it may count is not counted, nor is a pulse that says nothing", async () => {
    await pulsed(people.slice(0, 9), "moved");
    await pulsed(people.slice(9, 14), "moved", false);
    await pulsed(people.slice(14, 20), null);
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    expect(await shown()).toBeNull();
    await pulsed(people.slice(20, 21), "slipped");
    await tell();
    expect(await shown()).toMatchObject({ moved: { told: "nearly-all", n: 10 }, others: null });
  });

  test("of each person their newest pulse counts, and one that says nothing takes nothing back", async () => {
    await pulsed(people.slice(0, 12), "cant-tell");
    await pulsed(people.slice(0, 6), "moved");
    await pulsed(people.slice(0, 6), null);
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    expect(await shown()).toMatchObject({ moved: { told: "count", n: 12, did: 6 } });
  });

  test("an office that is limited to departments reads of rounds within its reach alone, and no department", async () => {
    await halves();
    later(TOLD_AFTER_DAYS + 1);
    await tell();
    const limited = (units: string[]): Actor => ({
      ...{ ...house.admin, role: "unit-analyst" as const, units },
    });
    expect(await shown(limited(["Fleet"]))).toEqual(await shown());
    expect(await shown(limited(["Finance"]))).toBeNull();
  });

  test("the clock comes back when the time has come", async () => {
    const next = () =>
      inOrganisation(db.platform, house, (tx) => nextToldAt(tx, house, db.platform.clock.now()));
    expect(await next()).toBeNull();
    await pulsed(people.slice(0, 1), "moved");
    const due = await next();
    expect(due?.getTime()).toBe(BEGUN.getTime() + TOLD_AFTER_DAYS * 86_400_000);
    later(TOLD_AFTER_DAYS + 1);
    expect(await next()).toBeNull();
  });
});

test("of fewer than ten nothing is told, whatever their pulses say", async () => {
  await released(9);
  await pulsed(people, "moved");
  later(TOLD_AFTER_DAYS + 1);
  await tell();
  expect(await shown()).toBeNull();
});
