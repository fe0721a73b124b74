import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { reopenRound } from "~/features/rounds/closing/reopen-round.server.ts";
import { MINUTES_TO_RECONSIDER } from "~/features/rounds/domain/index.ts";
import { extendRound, extendRoundInput } from "~/features/rounds/running/extend-round.server.ts";
import { pauseRound, resumeRound } from "~/features/rounds/running/pause-round.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { closeDueCycles } from "../closing/close-due-cycles.server.ts";
import { scoreCycle } from "../closing/score-cycle.server.ts";
import { scoreNow } from "../closing/score-now.server.ts";
import { releaseDueCycles } from "../releasing/release-due-cycles.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { storedAnswers } from "../testing/snapshot.ts";
import { tellNow } from "../testing/tell-progress.ts";
import { runningFacts } from "./running-reads.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  const { peer1, peer2, peer3 } = house.people;
  for (const peer of [peer1, peer2, peer3])
    await answer(db.platform, cycle.rater(peer), await cycle.requestOf(peer));
});
afterAll(() => db.close());

const everything = () => storedAnswers(db.owner, cycle.cycleId);
const expectRefused = (attempt: (actor: Actor, id: string) => Promise<unknown>) =>
  expectRefusals(db.platform, house, cycle.cycleId, everything, attempt);
const facts = () =>
  inOrganisation(db.platform, house, (tx) => runningFacts(tx, house.admin, cycle.cycleId));
const revision = async () => (await facts())?.revision ?? 0;
const score = () =>
  scoreCycle(db.platform, { organisationId: house.organisationId, cycleId: cycle.cycleId });
const closeWithWayBack = () =>
  closeCycle(db.platform, house.admin, cycle.cycleId, {
    minutesToReconsider: MINUTES_TO_RECONSIDER,
  });
const stateOf = async () =>
  (await db.owner.query("SELECT * FROM round WHERE id = $1", [cycle.cycleId])).rows[0];
const audited = async (action: string) =>
  (
    await db.owner.query(
      "SELECT detail FROM audit_record WHERE action = $1 AND organisation_id = $2",
      [action, house.organisationId],
    )
  ).rows;
const set = (settings: string) =>
  db.owner.query(`UPDATE round SET ${settings} WHERE id = $1`, [cycle.cycleId]);

describe("a way back after closing", () => {
  test("nothing is scored before ten minutes are over, then it is", async () => {
    required(await closeWithWayBack());
    expect((await facts())?.closure).toEqual({
      state: "waiting",
      scoresAt: "2026-03-02T12:10:00.000Z",
    });
    const { rows } = await db.owner.query(
      "SELECT start_after FROM pgboss.job WHERE data ->> 'cycleId' = $1 AND name = 'score-cycle'",
      [cycle.cycleId],
    );
    expect(rows).toEqual([{ start_after: new Date("2026-03-02T12:10:00Z") }]);
    await score();
    expect((await facts())?.closure?.state).toBe("waiting");
    db.platform.clock.set(new Date("2026-03-02T12:10:00Z"));
    await score();
    expect((await facts())?.closure?.state).toBe("done");
  });

  test("reopened, the answers count as before and more are taken; a job from before does nothing", async () => {
    const before = (await everything()) as { responses: unknown };
    required(await closeWithWayBack());
    const { peer4 } = house.people;
    const outcomes = await Promise.all([reopen(), reopen()]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    expect((await everything()) as object).toMatchObject({ responses: before.responses });
    db.platform.clock.set(new Date("2026-03-02T12:30:00Z"));
    await score();
    expect((await stateOf()).state).toBe("collecting");
    await answer(db.platform, cycle.rater(peer4), await cycle.requestOf(peer4));
    required(await closeWithWayBack());
    expect(await audited("cycle.reopened")).toHaveLength(1);
  });

  test("a cycle that closed by itself and is reopened afterwards stays open until someone closes it", async () => {
    await set("closes_itself = true");
    db.platform.clock.set(new Date("2026-03-21T00:00:00Z"));
    expect(await closeDueCycles(db.platform, house)).toBe(1);
    expect((await facts())?.closure?.state).toBe("waiting");
    required(await reopen());
    expect(await closeDueCycles(db.platform, house)).toBe(0);
  });

  test("asked for now, scoring begins now, and from then on there is no way back", async () => {
    required(await closeWithWayBack());
    const outcomes = await Promise.all([now(), now()]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    await score();
    expect((await facts())?.closure?.state).toBe("done");
    const refused = { ok: false, reason: "not-waiting" };
    expect(await reopen()).toEqual(refused);
    expect(await now()).toEqual(refused);
  });

  test("both are refused to everyone but administrators, and while nothing waits", async () => {
    const refused = { ok: false, reason: "not-waiting" };
    expect(await reopen()).toEqual(refused);
    expect(await now()).toEqual(refused);
    required(await closeWithWayBack());
    await expectRefused((actor, id) => reopenRound(db.platform, actor, id));
    await expectRefused((actor, id) => scoreNow(db.platform, actor, id));
  });

  const reopen = () => reopenRound(db.platform, house.admin, cycle.cycleId);
  const now = () => scoreNow(db.platform, house.admin, cycle.cycleId);
});

describe("extending", () => {
  const extend = async (closesOn: string, tell = false, at?: number) =>
    extendRound(db.platform, house.admin, cycle.cycleId, {
      closesOn,
      tell,
      revision: at ?? (await revision()),
    });

  test("takes answers for longer, and writes to those alone who have something left", async () => {
    await tellNow(db.platform, house);
    const outcome = await extend("2026-03-27", true);
    expect(accepted(outcome)).toEqual({ told: 7 });
    const { rows } = await db.owner.query(
      "SELECT to_address, plain FROM message WHERE kind = 'extended' AND about_id = $1",
      [cycle.cycleId],
    );
    expect(rows.map((row) => row.to_address).toSorted()).toEqual(
      ["boss", "lead", "peer4", "report1", "report2", "report3", "stranger"].map(
        (name) => `${name}@house.test`,
      ),
    );
    expect(rows[0].plain).toContain("27 March 2026");
    // Its link is made when it leaves.
    expect(rows[0].plain).toContain("https://way-in.invalid/");
    db.platform.clock.set(new Date("2026-03-27T12:00:00Z"));
    const { peer4 } = house.people;
    accepted(
      await saveAnswers(db.platform, cycle.rater(peer4), await cycle.requestOf(peer4), [
        ["item-0", "1"],
      ]),
    );
    expect(await audited("cycle.extended")).toEqual([
      { detail: { from: "2026-03-20", to: "2026-03-27", told: 7 } },
    ]);
  });

  test("a day that is not later, or beyond the release, is refused and nothing changes", async () => {
    await set("release_mode = 'date', release_on = '2026-04-01'");
    const before = await everything();
    for (const [day, code] of [
      ["2026-03-20", "not-later"],
      ["2026-04-01", "after-release"],
    ] as const)
      expect(await extend(day)).toEqual(refuseInput({ field: "closesOn", code }));
    for (const closesOn of ["", "20.3.2026", "2026-02-30", undefined, 7])
      expect(readInput(extendRoundInput, { closesOn, revision: 1 })).toEqual(
        refuseInput({ field: "closesOn", code: "missing" }),
      );
    expect(await everything()).toEqual(before);
  });

  test("of two tabs the second one is told that things have changed", async () => {
    const seen = await revision();
    accepted(await extend("2026-03-25", false, seen));
    expect(await extend("2026-03-30", false, seen)).toEqual({ ok: false, reason: "changed" });
    expect(await closeCycle(db.platform, house.admin, cycle.cycleId, { revision: seen })).toEqual({
      ok: false,
      reason: "changed",
    });
    required(await closeWithWayBack());
    expect(await extend("2026-03-30")).toEqual({ ok: false, reason: "not-collecting" });
    expect((await audited("cycle.extended")).map(({ detail }) => detail.to)).toEqual([
      "2026-03-25",
    ]);
  });

  test("is refused to everyone but this organisation's administrators", async () => {
    const at = await revision();
    await expectRefused((actor, id) =>
      extendRound(db.platform, actor, id, { closesOn: "2026-03-27", tell: true, revision: at }),
    );
  });
});

describe("pausing", () => {
  test("takes no answers until the cycle goes on; doing it twice is doing it once", async () => {
    const { peer4 } = house.people;
    const requestId = await cycle.requestOf(peer4);
    const save = () => saveAnswers(db.platform, cycle.rater(peer4), requestId, [["item-0", "1"]]);
    for (let time = 0; time < 2; time += 1)
      required(await pauseRound(db.platform, house.admin, cycle.cycleId));
    expect((await save()).ok).toBe(false);
    for (let time = 0; time < 2; time += 1)
      required(await resumeRound(db.platform, house.admin, cycle.cycleId));
    accepted(await save());
    expect(await audited("cycle.paused")).toHaveLength(1);
    expect(await audited("cycle.resumed")).toHaveLength(1);
  });

  test("is refused to everyone but administrators, and once the cycle was closed", async () => {
    await expectRefused((actor, id) => pauseRound(db.platform, actor, id));
    await expectRefused((actor, id) => resumeRound(db.platform, actor, id));
    required(await closeWithWayBack());
    const refused = { ok: false, reason: "not-collecting" };
    expect(await pauseRound(db.platform, house.admin, cycle.cycleId)).toEqual(refused);
    expect(await resumeRound(db.platform, house.admin, cycle.cycleId)).toEqual(refused);
  });
});

describe("by the clock", () => {
  test("a cycle closes once its last day has ended for the last of its raters, and not while paused", async () => {
    await set("closes_itself = true");
    await db.owner.query("UPDATE person SET timezone = 'America/Los_Angeles' WHERE id = $1", [
      house.people.peer4,
    ]);
    const closed = async (at: string) => {
      db.platform.clock.set(new Date(at));
      return closeDueCycles(db.platform, house);
    };
    expect(await closed("2026-03-21T06:59:00Z")).toBe(0);
    required(await pauseRound(db.platform, house.admin, cycle.cycleId));
    expect(await closed("2026-03-21T07:01:00Z")).toBe(0);
    required(await resumeRound(db.platform, house.admin, cycle.cycleId));
    expect(await closed("2026-03-21T07:02:00Z")).toBe(1);
    expect(await closed("2026-03-21T07:03:00Z")).toBe(0);
  });

  test("reports are released on their date, once", async () => {
    await set("release_mode = 'date', release_on = '2026-04-01'");
    await closeAndScore(db.platform, house, cycle.cycleId);
    db.platform.clock.set(new Date("2026-03-31T23:59:00Z"));
    expect(await releaseDueCycles(db.platform, house)).toBe(0);
    db.platform.clock.set(new Date("2026-04-01T08:00:00Z"));
    expect(await releaseDueCycles(db.platform, house)).toBe(1);
    expect(await releaseDueCycles(db.platform, house)).toBe(0);
    expect((await stateOf()).state).toBe("released");
  });
});
