import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createPulseHouse, type PulseHouse, variedBy } from "../testing/pulse.ts";
import { ownPulses } from "./pulse-reads.server.ts";

let db: TestDatabase;
let made: PulseHouse;

const BEGUN = new Date("2026-03-02T12:00:00Z");

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  db.platform.clock.set(BEGUN);
  made = await createPulseHouse(db);
});

const own = () => inOrganisation(db.platform, made.lead, (tx) => ownPulses(tx, made.lead));
const rowsOf = async (item = 0) => (await own())[0]?.result?.behaviours[item]?.rows ?? [];
const rowOf = async (group: string) => (await rowsOf()).find((row) => row.group === group);

/** What each said then of the first two questions, and now that it is more. */
const asBefore = (at: number) => {
  const [first = 0, second = 0] = variedBy(at);
  return [first, 1 + (at % 3), second, 3];
};

describe("asking", () => {
  test("only after thirty days, once at a time, of those who were asked then", async () => {
    expect(await made.ask()).toMatchObject({ reason: "not-now" });
    made.later(30);
    const [one, two] = await Promise.all([made.ask(), made.ask()]);
    expect([one.ok, two.ok].toSorted()).toEqual([false, true]);
    const { rows } = await db.owner.query(
      "SELECT person_id FROM request JOIN round ON round.id = round_id WHERE kind = 'pulse' AND request.state = 'invited'",
    );
    expect(rows.map((row) => row.person_id).toSorted()).toEqual(made.raters.toSorted());
  });
});

describe("what is told", () => {
  test("of everybody who answered as before: no change, and that most say it is more", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    console.log(JSON.stringify(await rowsOf(), null, 1));
    expect(await rowOf("all")).toMatchObject({ verdict: "cant-tell", n: 9 });
  });
});
