import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMessage } from "~/features/letters/index.server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { standInForReminders } from "~/features/rounds/reminders/stand-in-for-reminders.server.ts";
import { pauseRound } from "~/features/rounds/running/pause-round.server.ts";
import { keepTime } from "~/keep-time.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { type CollectingCycle, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let first: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
  first = await aboutReport1("Spring", "2026-03-20");
  await aboutReport1("Autumn", "2026-04-30");
  at("2026-03-13T12:00:00Z");
  expect(await sendDueReminders(db.platform, house)).toBe(1);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));

/** A round about report1, by peer1 alone. */
async function aboutReport1(name: string, closesOn: string): Promise<CollectingCycle> {
  const { report1, peer1 } = house.people;
  const raters = [{ personId: peer1, relationship: "peer" as const }];
  const made = await collectingCycle(db.platform, house, [{ personId: report1, raters }]);
  await db.owner.query("UPDATE round SET name = $2, closes_on = $3 WHERE id = $1", [
    made.cycleId,
    name,
    closesOn,
  ]);
  return made;
}

/** How each reminder stands, and which cycles it speaks of. */
async function outline() {
  const { rows } = await db.owner.query<{ id: string; now: string; plain: string | null }>(
    "SELECT id, coalesce(last_error, state) AS now, plain FROM message WHERE organisation_id = $1 AND kind = 'reminder' ORDER BY created_at, id",
    [house.organisationId],
  );
  const about = (plain: string | null) =>
    ["Spring", "Autumn"].filter((cycle) => plain?.includes(cycle)).join(" ");
  return rows.map(({ id, now, plain }) => ({ id, is: `${now} ${about(plain)}`.trim() }));
}
const reminders = async () => (await outline()).map(({ is }) => is);

/** Hands the reminder over to a mail server that answers only after the first of its cycles was paused. */
async function pausedWhileSending(answer: "yes" | "no"): Promise<void> {
  const [{ id = "" } = {}] = await outline();
  const send = async () => {
    required(await pauseRound(db.platform, house.admin, first.cycleId));
    expect(await reminders()).toEqual(["sending"]);
    expect(await standInForReminders(db.platform, house)).toBe(0);
    if (answer === "no") throw Object.assign(new Error("not now"), { responseCode: 451 });
  };
  const mailer = { kind: "smtp" as const, send, close: () => {} };
  const order = { organisationId: house.organisationId, messageId: id };
  await deliverMessage({ ...db.platform, mailer }, order, { ways: letterWays });
  await keepTime(db.platform);
  await keepTime(db.platform);
}

test("a reminder being sent while one of its cycles is paused, and taken, is the only one", async () => {
  await pausedWhileSending("yes");
  expect(await reminders()).toEqual(["sent"]);
});

test("not taken, it is not tried again: another leaves about the cycle that goes on", async () => {
  await pausedWhileSending("no");
  expect(await reminders()).toEqual(["withdrawn", "queued Autumn"]);
});

test("one that waited long for a mail server to be set is stood in for as well", async () => {
  await db.owner.query("UPDATE message SET last_error = 'no-server' WHERE kind = 'reminder'");
  at("2026-03-19T12:00:00Z");
  required(await pauseRound(db.platform, house.admin, first.cycleId));
  await standInForReminders(db.platform, house);
  expect(await reminders()).toEqual(["withdrawn", "queued Autumn"]);
});
