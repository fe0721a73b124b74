import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  questionnaireFor,
  saveAnswers,
  submitAnswers,
} from "~/features/rounds/answering/answer.server.ts";
import { offerHandOver, takeOver } from "~/features/rounds/answering/hand-over.server.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { monitoringPage } from "~/features/rounds/monitoring/monitoring-page.server.ts";
import { handOverCode } from "~/features/rounds/pseudonyms/device.server.ts";
import { ownRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { tellNow } from "../testing/tell-progress.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const WORDS = "You asked us before you cut the night crossing";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
/** One person, on two devices, with the same link. */
let phone: RaterActor;
let desk: RaterActor;
let requestId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  phone = cycle.rater(house.people.peer1);
  desk = { ...phone, device: "another browser" };
  requestId = await cycle.requestOf(house.people.peer1);
});
afterAll(() => db.close());

const look = async (as: RaterActor) => accepted(await questionnaireFor(db.platform, as, requestId));
const say = (as: RaterActor, rating: number, words = WORDS) =>
  answer(db.platform, as, requestId, { ratings: [rating], comments: { keep: words } });
const stored = async () =>
  (
    await db.owner.query<{ state: string; first: number | null; keep: string | null }>(
      `SELECT state, ratings[1] AS first, comments->>'keep' AS keep FROM response
        WHERE round_id = $1 ORDER BY state, ratings`,
      [cycle.cycleId],
    )
  ).rows;
const listed = async (as: RaterActor) =>
  (await inOrganisation(db.platform, as, (tx) => ownRequests(tx, as, db.platform.secret))).map(
    ({ state, dealt }) => ({ state, dealt }),
  );

describe("whoever holds somebody's link, on a browser of their own,", () => {
  test("reads nothing of what was sent or begun, signed in as them or not, and not that there is anything", async () => {
    const fresh = await look(desk);
    await say(phone, 2);
    for (const thief of [desk, { ...desk, roundId: null }]) {
      const seen = await look(thief);
      expect(seen).toEqual(fresh);
      expect(JSON.stringify(seen)).not.toContain(WORDS);
    }
    expect(await listed(desk)).toEqual([{ state: "invited", dealt: 0 }]);
    expect((await look(phone)).answers.comments.keep).toBe(WORDS);
    expect(await listed(phone)).toEqual([{ state: "done", dealt: 24 }]);
  });

  test("gets none of it back by saving, with or without what a page would have seen", async () => {
    await say(phone, 2);
    const saved = await saveAnswers(db.platform, desk, requestId, [["item-0", "-1"]], new Map());
    expect(JSON.stringify(saved)).not.toContain(WORDS);
    expect(accepted(saved).answers.ratings.filter((rating) => rating !== null)).toEqual([-1]);
    expect(accepted(saved).replaced.size).toBe(0);
  });

  test("changes nothing of it until they send", async () => {
    await say(phone, 2);
    accepted(await saveAnswers(db.platform, desk, requestId, [["item-0", "-1"]]));
    expect(await stored()).toEqual([
      { state: "draft", first: -1, keep: null },
      { state: "submitted", first: 2, keep: WORDS },
    ]);
  });

  test("can't take it over by a code they made up", async () => {
    await say(phone, 2);
    for (const code of [
      "",
      "AAAAAAAA",
      "2222 2222",
      handOverCode("another secret", requestId, NOON),
    ])
      expect(await takeOver(db.platform, desk, requestId, code)).toEqual({
        ok: false,
        reason: "wrong-code",
      });
    expect(accepted(await offerHandOver(db.platform, desk, requestId)).code).toBeNull();
  });
});

describe("a rater with two devices", () => {
  test("sends from the second: that counts, once, and the first shows nothing any more", async () => {
    await say(phone, 2);
    await say(desk, -2, "Said anew");
    expect(await stored()).toEqual([{ state: "submitted", first: -2, keep: "Said anew" }]);
    expect((await look(phone)).submitted).toBe(false);
    expect((await look(desk)).answers.comments.keep).toBe("Said anew");
  });

  test("sends from both at once: one of them counts, and none of it fails", async () => {
    for (const [device, rating] of [
      [phone, "1"],
      [desk, "-1"],
    ] as const)
      accepted(await saveAnswers(db.platform, device, requestId, [["item-0", rating]]));
    for (const sent of await Promise.all(
      [phone, desk, phone, desk].map((device) =>
        submitAnswers(db.platform, device, requestId, true),
      ),
    ))
      expect(sent.ok || sent.reason === "nothing-said").toBe(true);
    const counted = (await stored()).filter(({ state }) => state === "submitted");
    expect(counted).toHaveLength(1);
  });

  test("hands over what was written by a code, once, within twenty minutes", async () => {
    await say(phone, 2);
    const { code } = accepted(await offerHandOver(db.platform, phone, requestId));
    accepted(await saveAnswers(db.platform, desk, requestId, [["item-0", "-1"]]));
    required(
      await takeOver(
        db.platform,
        desk,
        requestId,
        ` ${code?.slice(0, 4).toLowerCase()} ${code?.slice(4)}`,
      ),
    );
    expect((await look(desk)).answers.comments.keep).toBe(WORDS);
    expect((await look(desk)).submitted).toBe(true);
    expect((await look(phone)).answers.comments.keep).toBeUndefined();
    expect(await stored()).toHaveLength(1);
    db.platform.clock.set(new Date(NOON.getTime() + 21 * 60_000));
    expect(await takeOver(db.platform, phone, requestId, code ?? "")).toEqual({
      ok: false,
      reason: "wrong-code",
    });
  });

  test("is counted once by HR, however many drafts there are", async () => {
    for (const device of [phone, desk, { ...phone, device: "a third" }])
      accepted(await saveAnswers(db.platform, device, requestId, [["item-0", "1"]]));
    await tellNow(db.platform, house);
    const { total } = await monitoringPage(db.platform, house.admin, cycle.cycleId, {
      tab: "participants",
      search: "",
      page: 1,
    });
    expect(total.started).toBe(1);
  });

  test("leaves no more than eight drafts behind, whatever they or others try", async () => {
    for (let at = 0; at < 12; at += 1)
      accepted(
        await saveAnswers(db.platform, { ...phone, device: `browser ${at}` }, requestId, [
          ["item-0", "1"],
        ]),
      );
    expect(await stored()).toHaveLength(8);
  });
});

test("what was sent or begun before the upgrade counts as it did, and is shown on no device", async () => {
  await say(phone, 2);
  await answer(
    db.platform,
    cycle.rater(house.people.peer2),
    await cycle.requestOf(house.people.peer2),
  );
  await db.owner.query("UPDATE response SET device = NULL WHERE round_id = $1", [cycle.cycleId]);
  const seen = await look(phone);
  expect(JSON.stringify(seen)).not.toContain(WORDS);
  expect(seen.submitted).toBe(false);
  expect((await stored()).map(({ state }) => state)).toEqual(["submitted", "submitted"]);
  await say(phone, -1, "Again");
  expect(await stored()).toHaveLength(2);
  expect((await stored()).map(({ keep }) => keep)).toContain("Again");
});

test("a mark tells nothing: no two are alike, and closing erases them", async () => {
  const { peer1, lead } = house.people;
  await say(phone, 1);
  await answer(
    db.platform,
    { ...cycle.rater(lead), device: phone.device },
    await cycle.requestOf(lead),
  );
  const { rows } = await db.owner.query<{ device: Buffer }>(
    "SELECT device FROM response WHERE round_id = $1",
    [cycle.cycleId],
  );
  const marks = rows.map(({ device }) => device.toString("hex"));
  expect(new Set(marks).size).toBe(2);
  expect(marks.join()).not.toContain(Buffer.from(String(phone.device)).toString("hex"));
  expect(peer1).not.toBe(lead);
  await closeAndScore(db.platform, house, cycle.cycleId);
  const left = await db.owner.query(
    "SELECT count(device)::int AS marks FROM response WHERE round_id = $1",
    [cycle.cycleId],
  );
  expect(left.rows).toEqual([{ marks: 0 }]);
});
