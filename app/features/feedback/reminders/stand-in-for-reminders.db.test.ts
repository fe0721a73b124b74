import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMessage } from "~/features/letters/index.server.ts";
import { startMailServer } from "~/features/letters/testing/mail-server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { standInForReminders } from "~/features/rounds/reminders/stand-in-for-reminders.server.ts";
import { pauseRound, resumeRound } from "~/features/rounds/running/pause-round.server.ts";
import { keepTime } from "~/keep-time.server.ts";
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

let db: TestDatabase;
let house: House;
/** Closes on 20 March: its reminder of the 13th speaks of the other as well. */
let first: CollectingCycle;
/** Closes on 30 April. */
let second: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
  first = await aboutReport1("Spring");
  second = await aboutReport1("Autumn");
  await db.owner.query("UPDATE round SET closes_on = '2026-04-30' WHERE id = $1", [second.cycleId]);
  at("2026-03-13T12:00:00Z");
  expect(await sendDueReminders(db.platform, house)).toBe(2);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const standIn = () => standInForReminders(db.platform, house);

/** A round about report1, by themselves and peer1. */
async function aboutReport1(name: string): Promise<CollectingCycle> {
  const { report1, peer1 } = house.people;
  const made = await collectingCycle(db.platform, house, [
    {
      personId: report1,
      raters: [
        { personId: report1, relationship: "self" },
        { personId: peer1, relationship: "peer" },
      ],
    },
  ]);
  await db.owner.query("UPDATE round SET name = $2 WHERE id = $1", [made.cycleId, name]);
  return made;
}

type Letter = {
  id: string;
  to_name: string;
  subject: string;
  plain: string | null;
  state: string;
  last_error: string | null;
};
const letters = async (name = "peer1"): Promise<Letter[]> =>
  (
    await db.owner.query<Letter>(
      "SELECT id, to_name, subject, plain, state, last_error FROM message WHERE organisation_id = $1 AND kind = 'reminder' AND to_name = $2 ORDER BY created_at, id",
      [house.organisationId, name],
    )
  ).rows;
/** How each of someone's reminders stands, and which cycles it speaks of. */
const outline = async (name = "peer1") =>
  (await letters(name)).map(({ state, last_error, plain }) => [
    last_error ?? state,
    ["Spring", "Autumn"].filter((cycle) => plain?.includes(cycle)).join(" "),
  ]);
const pause = async (cycle: CollectingCycle) =>
  required(await pauseRound(db.platform, house.admin, cycle.cycleId));
const resume = async (cycle: CollectingCycle) =>
  required(await resumeRound(db.platform, house.admin, cycle.cycleId));

test("while both cycles run nothing is taken back", async () => {
  expect(await standIn()).toBe(0);
  expect(await outline()).toEqual([["queued", "Spring Autumn"]]);
});

describe("a letter about two cycles that has not left", () => {
  test("when the first one closes, another leaves about the second, once", async () => {
    await closeAndScore(db.platform, house, first.cycleId);
    const told = await Promise.all([standIn(), standIn(), standIn()]);
    expect(told.toSorted()).toEqual([0, 0, 2]);
    expect(await outline()).toEqual([
      ["withdrawn", ""],
      ["queued", "Autumn"],
    ]);
    const [, letter] = await letters();
    expect(letter?.subject).toBe("Still waiting for your view: Autumn");
    expect(letter?.plain).toContain("https://way-in.invalid/");
    expect(letter?.plain).not.toContain("https://way-in-2");
    expect(await sendDueReminders(db.platform, house)).toBe(0);
  });

  test("when the second one closes, its link is erased and another leaves about the first", async () => {
    await closeAndScore(db.platform, house, second.cycleId);
    expect(await outline()).toEqual([["too-late", ""]]);
    expect(await standIn()).toBe(2);
    expect(await outline()).toEqual([
      ["withdrawn", ""],
      ["queued", "Spring"],
    ]);
  });

  test.for([
    ["first", "Autumn"],
    ["second", "Spring"],
  ] as const)(
    "when the %s one is paused, it never leaves, and another does about the rest",
    async ([which, left]) => {
      const [message] = await letters();
      await pause(which === "first" ? first : second);
      const mail = await startMailServer();
      try {
        const withMail = { ...db.platform, mailer: mail.mailer };
        const deliver = (messageId = "") =>
          deliverMessage(
            withMail,
            { organisationId: house.organisationId, messageId },
            { ways: letterWays },
          );
        await deliver(message?.id);
        expect(mail.received).toEqual([]);
        await keepTime(db.platform);
        await keepTime(db.platform);
        expect(await outline()).toEqual([
          ["withdrawn", ""],
          ["queued", left],
        ]);
        await deliver((await letters())[1]?.id);
        expect(mail.received).toHaveLength(1);
      } finally {
        await mail.close();
      }
    },
  );

  test("when both are paused at once, it is taken back and neither waits for the other", async () => {
    await Promise.all([pause(first), pause(second), standIn()]);
    await standIn();
    expect((await letters()).filter((letter) => letter.state === "queued")).toEqual([]);
  });

  test("when it left already, nobody gets another", async () => {
    await db.owner.query("UPDATE message SET state = 'sent' WHERE kind = 'reminder'");
    await pause(first);
    expect(await standIn()).toBe(0);
    await closeAndScore(db.platform, house, second.cycleId);
    expect(await standIn()).toBe(0);
    expect(await letters()).toHaveLength(1);
  });

  test("whoever finished the rest meanwhile gets none", async () => {
    const { peer1 } = house.people;
    await answer(db.platform, second.rater(peer1), await second.requestOf(peer1));
    await tellNow(db.platform, house);
    await pause(first);
    expect(await standIn()).toBe(1);
    expect(await outline()).toEqual([["withdrawn", ""]]);
    expect(await outline("report1")).toHaveLength(2);
  });

  test("at night the other waits for the morning, and is still one a day", async () => {
    at("2026-03-13T22:00:00Z");
    await pause(first);
    expect(await standIn()).toBe(0);
    expect(await outline()).toEqual([["too-late", ""]]);
    at("2026-03-14T09:00:00Z");
    await keepTime(db.platform);
    await keepTime(db.platform);
    expect(await outline()).toEqual([
      ["withdrawn", ""],
      ["queued", "Autumn"],
    ]);
  });
});

describe("nobody is reminded twice a day", () => {
  test("not when both cycles are paused one after the other and go on", async () => {
    await pause(first);
    await standIn();
    await pause(second);
    await standIn();
    await resume(first);
    await resume(second);
    await keepTime(db.platform);
    await keepTime(db.platform);
    const waiting = (await letters()).filter((letter) => letter.state === "queued");
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.plain).toContain("Spring");
  });

  test("not when HR reminds by hand before the clock comes by", async () => {
    await closeAndScore(db.platform, house, first.cycleId);
    const now = accepted(
      await remindNow(db.platform, house.admin, second.cycleId, "all-with-work-left"),
    );
    expect(now.told).toBe(2);
    expect(await standIn()).toBe(0);
    expect(
      accepted(await remindNow(db.platform, house.admin, second.cycleId, "all-with-work-left")),
    ).toMatchObject({ told: 0, already: 2 });
    expect(await outline()).toEqual([
      ["withdrawn", ""],
      ["queued", "Autumn"],
    ]);
  });

  test("not after it was sent instead: neither by HR nor by the clock", async () => {
    await pause(first);
    await standIn();
    await resume(first);
    await keepTime(db.platform);
    for (const cycle of [first, second])
      expect(
        accepted(await remindNow(db.platform, house.admin, cycle.cycleId, "all-with-work-left")),
      ).toMatchObject({ told: 0, already: 2 });
    expect((await letters()).filter((letter) => letter.state === "queued")).toHaveLength(1);
    at("2026-03-14T12:00:00Z");
    await keepTime(db.platform);
    const queued = (await letters()).filter((letter) => letter.state === "queued");
    expect(
      queued.map((letter) => letter.plain?.includes("Spring")),
      "caught up with",
    ).toEqual([false, true]);
  });
});

test("another organisation's letters are not touched", async () => {
  const elsewhere = await createHouse(db.platform);
  expect(await standInForReminders(db.platform, elsewhere)).toBe(0);
  await pause(first);
  expect(await standInForReminders(db.platform, elsewhere)).toBe(0);
  expect(await outline()).toEqual([["too-late", ""]]);
});
