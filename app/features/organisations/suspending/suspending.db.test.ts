import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeCycle } from "~/features/feedback/closing/close-cycle.server.ts";
import { closeDueCycles } from "~/features/feedback/closing/close-due-cycles.server.ts";
import { scoreCycle } from "~/features/feedback/closing/score-cycle.server.ts";
import { releaseDueCycles } from "~/features/feedback/releasing/release-due-cycles.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  collectingCycle,
} from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { deliverMessage } from "~/features/letters/deliver-message.server.ts";
import { queueLetter } from "~/features/letters/testing/queued-letter.ts";
import { wakeLetters } from "~/features/letters/wake-letters.server.ts";
import { keepTime } from "~/keep-time.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { resumeOrganisation } from "./resume-organisation.server.ts";
import { suspendOrganisation } from "./suspend-organisation.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
  // Answers until 20 March; reminders seven days, three days and one day before.
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const operator = () => ({ organisationId: house.organisationId, accountId: OPERATOR });
const suspend = () =>
  suspendOrganisation(db.platform, operator(), { why: "Until the contract is signed" });
const resume = () => resumeOrganisation(db.platform, operator());
const letters = async (kind: string) =>
  (
    await db.owner.query("SELECT state FROM message WHERE organisation_id = $1 AND kind = $2", [
      house.organisationId,
      kind,
    ])
  ).rows.length;
const round = async () =>
  (
    await db.owner.query(
      "SELECT state, paused, closes_itself, release_mode FROM round WHERE id = $1",
      [cycle.cycleId],
    )
  ).rows[0];
const set = (text: string) =>
  db.owner.query(`UPDATE round SET ${text} WHERE id = $1`, [cycle.cycleId]);
const messages = async () =>
  (
    await db.owner.query(
      "SELECT state, last_error, html IS NOT NULL AS kept FROM message WHERE organisation_id = $1 AND kind LIKE 'invitation %' ORDER BY id",
      [house.organisationId],
    )
  ).rows;

test("nobody but the operator suspends and resumes; twice, or two at once, is once", async () => {
  const refused = { ok: false, reason: "not-allowed" };
  expect(await suspendOrganisation(db.platform, house.admin, { why: "x" })).toEqual(refused);
  expect(await resumeOrganisation(db.platform, house.admin)).toEqual(refused);
  expect((await Promise.all([suspend(), suspend()])).filter(({ ok }) => ok)).toHaveLength(1);
  expect((await Promise.all([resume(), resume()])).filter(({ ok }) => ok)).toHaveLength(1);
  expect(await resume()).toEqual({ ok: false, reason: "already" });
  const { rows } = await db.owner.query(
    "SELECT account_id, action, detail FROM audit_record WHERE organisation_id = $1 AND action LIKE 'organisation.%ed' ORDER BY at, id",
    [house.organisationId],
  );
  expect(rows.slice(-2)).toEqual([
    { account_id: OPERATOR, action: "organisation.suspended", detail: {} },
    { account_id: OPERATOR, action: "organisation.resumed", detail: { overdue: 0, unreleased: 0 } },
  ]);
});

test("reminders that came due are dropped, not sent late; the next one is sent in its time", async () => {
  const other = await createHouse(db.platform);
  const theirs = await collectingCycle(db.platform, other);
  at("2026-03-10T12:00:00Z");
  await suspend();
  at("2026-03-13T12:00:00Z");
  await keepTime(db.platform);
  expect(await letters("reminder")).toBe(0);
  const { rows } = await db.owner.query("SELECT 1 FROM reminder WHERE round_id = $1", [
    theirs.cycleId,
  ]);
  expect(rows, "another organisation goes on").toHaveLength(10);
  at("2026-03-14T12:00:00Z");
  await resume();
  for (const day of [14, 15, 16]) {
    at(`2026-03-${day}T14:00:00Z`);
    await keepTime(db.platform);
  }
  expect(await letters("reminder"), "of the seven days").toBe(0);
  at("2026-03-17T12:00:00Z");
  await keepTime(db.platform);
  expect(await letters("reminder"), "three days before").toBe(10);
});

test("a last day that passed closes nothing: HR finds the round overdue and decides", async () => {
  await set("closes_itself = true");
  at("2026-03-10T12:00:00Z");
  await suspend();
  at("2026-03-25T12:00:00Z");
  await keepTime(db.platform);
  expect(await round()).toMatchObject({ state: "collecting" });
  expect(await resume()).toEqual({ ok: true, value: { overdue: 1, unreleased: 0 } });
  await keepTime(db.platform);
  expect(await closeDueCycles(db.platform, house)).toBe(0);
  expect(await round()).toMatchObject({ state: "collecting", closes_itself: false });
  expect(await letters("reminder")).toBe(0);
  accepted(await closeCycle(db.platform, house.admin, cycle.cycleId));
});

test("a last day that is still to come stands", async () => {
  await set("closes_itself = true");
  await suspend();
  at("2026-03-10T12:00:00Z");
  expect(await resume()).toEqual({ ok: true, value: { overdue: 0, unreleased: 0 } });
  at("2026-03-22T12:00:00Z");
  expect(await closeDueCycles(db.platform, house)).toBe(1);
});

test("reports whose day passed wait for HR", async () => {
  await closeAndScore(db.platform, house, cycle.cycleId);
  await set("release_mode = 'date', release_on = '2026-03-12'");
  await suspend();
  at("2026-03-13T12:00:00Z");
  await keepTime(db.platform);
  expect(await resume()).toEqual({ ok: true, value: { overdue: 0, unreleased: 1 } });
  expect(await releaseDueCycles(db.platform, house)).toBe(0);
  expect(await round()).toMatchObject({ state: "closed", release_mode: "hr" });
});

test("what was closed is scored and severed all the same: no promise to raters waits", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  accepted(await closeCycle(db.platform, house.admin, cycle.cycleId));
  await suspend();
  await scoreCycle(db.platform, { ...operator(), cycleId: cycle.cycleId });
  expect(await round()).toMatchObject({ state: "closed" });
  const { rows } = await db.owner.query(
    "SELECT 1 FROM response WHERE round_id = $1 AND pseudonym IS NOT NULL",
    [cycle.cycleId],
  );
  expect(rows).toEqual([]);
});

test("no letter leaves: what waits is given up with its text, for HR to send again", async () => {
  const sent: string[] = [];
  const mailer = {
    kind: "smtp" as const,
    send: async ({ subject }: { subject: string }) => void sent.push(subject),
    close: () => {},
  };
  const platform = { ...db.platform, mailer };
  const [first] = [
    await queueLetter(platform, house.admin),
    await queueLetter(platform, house.admin),
  ];
  await suspend();
  await deliverMessage(platform, first);
  expect(sent).toEqual([]);
  at("2026-03-05T12:00:00Z");
  await wakeLetters(platform);
  const given = { state: "failed", last_error: "suspended", kept: true };
  expect(await messages()).toEqual([given, given]);
  await resume();
  await wakeLetters(platform);
  await deliverMessage(platform, first);
  expect(sent, "nor late").toEqual([]);
  const later = await queueLetter(platform, house.admin);
  await deliverMessage(platform, later);
  expect(sent, "what is written from then on leaves").toHaveLength(1);
});
