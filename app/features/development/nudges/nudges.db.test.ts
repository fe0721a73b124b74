import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { deliverMessage } from "~/features/letters/deliver-message.server.ts";
import { outbox } from "~/features/letters/reads.server.ts";
import { type MailServer, startMailServer } from "~/features/letters/testing/mail-server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { practicePage } from "../practice/practice-page.server.ts";
import { practicePress, pressOnPractice } from "../practice/press-on-practice.server.ts";
import { practiceForm, savePracticeChoice } from "../practice/save-practice-choice.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { answerNudge, readNudge } from "./answer-nudge.server.ts";
import { letterWays } from "./nudge-link.server.ts";
import { firstNudgeAt } from "./nudge-store.server.ts";
import { sendDueNudges } from "./send-due-nudges.server.ts";

let db: TestDatabase;
let server: MailServer;
let withMail: Platform;
let crew: PlanCrew;
let ana: Actor;

/** A Monday; Ana is in Berlin, an hour ahead until the 29th. */
const MONDAY = "2026-03-02";
const WORDS = { cue: "When the Monday meeting opens", action: "I ask before I answer" };

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  withMail = { ...db.platform, mailer: server.mailer };
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  clock(`${MONDAY}T06:00:00Z`);
  crew = await createPlanCrew(db);
  ana = crew.as("ana");
  server.received.length = 0;
  await tell("email = 'ana@x.org', timezone = 'Europe/Berlin'");
});

const clock = (moment: string) => db.platform.clock.set(new Date(moment));
/** At an hour in Berlin, so many days after the Monday; before the clocks are changed. */
const onDay = (days: number, hour = 8) =>
  clock(`${daysAfter(MONDAY, days)}T${String(hour - 1).padStart(2, "0")}:05:00Z`);
const tell = (facts: string, who: keyof PlanCrew["people"] = "ana") =>
  db.owner.query(`UPDATE person SET ${facts} WHERE id = $1`, [crew.people[who]]);

async function practise(form: object = {}, actor = ana): Promise<void> {
  const weekdays = ["1", "2", "3", "4", "5", "6", "7"];
  const typed = practiceForm.parse({ ...WORDS, weekdays, nudges: "each-day", ...form });
  const asked = { area: null, behaviour: null, offered: null };
  expect((await savePracticeChoice(db.platform, actor, asked, typed)).ok).toBe(true);
  expect(await press({ step: "begin", rehearsed: "I ask" }, actor)).toEqual({ ok: true });
}
const press = (form: { step: string; [more: string]: string }, actor = ana) =>
  pressOnPractice(db.platform, actor, practicePress.parse({ intent: form.step, ...form }));
const run = () => sendDueNudges(db.platform, crew.home);
const page = (actor = ana) => practicePage(db.platform, actor);

type Row = { id: string; subject: string; plain: string; way: unknown; to_address: string };
const letters = async () =>
  (
    await db.owner.query<Row>(
      "SELECT id, subject, plain, way, to_address FROM message WHERE organisation_id = $1 ORDER BY id",
      [crew.home.organisationId],
    )
  ).rows;

/** Sends what waits. @returns the tokens in the letters that arrived. */
async function arrived(): Promise<string[]> {
  const { organisationId } = crew.home;
  for (const { id: messageId } of await letters())
    await deliverMessage(withMail, { organisationId, messageId }, { ways: letterWays });
  return server.received.map(({ text = "" }) => /\/nudges\/([\w.-]+)/.exec(text)?.[1] ?? "");
}
async function nudgedOnce(form: object = {}): Promise<string> {
  await practise(form);
  onDay(0);
  await run();
  const [token = ""] = await arrived();
  expect(token).not.toBe("");
  return token;
}
const standing = async (token: string) => (await readNudge(db.platform, token))?.standing ?? null;
const answer = (token: string, said: "done" | "not" | "no-chance" = "done") =>
  answerNudge(db.platform, token, said);

describe("leaving", () => {
  test("one letter at the chosen hour where somebody is, with a link that answers without signing in", async () => {
    await practise({ nudgeHour: 9 });
    onDay(0, 8);
    await run();
    expect(await letters()).toEqual([]);
    onDay(0, 9);
    await Promise.all([run(), run()]);
    await run();
    expect(await letters()).toMatchObject([
      { to_address: "ana@x.org", subject: "Today’s practice" },
    ]);
    const [token = ""] = await arrived();
    expect(server.received[0]?.text).toContain(`${WORDS.cue}, ${WORDS.action}`);
    expect(await answer(token)).toEqual({ ok: true });
    expect((await page()).open).toMatchObject({ tally: { done: 1 }, asked: null });
    onDay(1, 9);
    await run();
    expect(await letters()).toHaveLength(2);
  });

  test("on at most two days a week, and none on a day that is answered already", async () => {
    await practise({ nudges: "twice-a-week" });
    await press({ step: "answer", intent: MONDAY, answer: "done" });
    for (let day = 0; day < 7; day += 1) {
      onDay(day);
      await run();
    }
    expect(await letters()).toHaveLength(2);
  });

  test("after three that stay unanswered there is silence, which the page says, until a day is answered", async () => {
    await practise();
    for (let day = 0; day < 6; day += 1) {
      onDay(day);
      await run();
    }
    expect(await letters()).toHaveLength(3);
    expect((await page()).open).toMatchObject({ isSilent: true });
    await press({ step: "answer", intent: daysAfter(MONDAY, 4), answer: "not" });
    expect((await page()).open).toMatchObject({ isSilent: false });
    onDay(6);
    await run();
    expect(await letters()).toHaveLength(4);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["has no address", () => tell("email = NULL")],
    ["left", () => tell("status = 'inactive'")],
    ["does without these letters", () => decline()],
    ["is off", () => absent(MONDAY, MONDAY)],
    ["stopped", () => press({ step: "stop" })],
    ["wants none any more", () => change({ nudges: "never" })],
    ["has another day", () => change({ weekdays: ["3"] })],
  ])("none to somebody who %s", async (_, become) => {
    await practise();
    await become();
    onDay(0);
    await run();
    expect(await letters()).toEqual([]);
  });

  test("whoever is back, or has an address again, is nudged from their next day on", async () => {
    await practise();
    await tell("email = NULL");
    onDay(0);
    await run();
    await tell("email = 'ana@x.org'");
    onDay(1);
    await run();
    expect(await letters()).toHaveLength(1);
  });

  test("whoever moved gets it at their hour there, and nothing in their evening", async () => {
    await practise({ nudgeHour: 9 });
    await tell("timezone = 'America/New_York'");
    onDay(0, 9);
    await run();
    expect(await letters()).toEqual([]);
    clock(`${MONDAY}T14:05:00Z`);
    await run();
    expect(await letters()).toHaveLength(1);
    await tell("timezone = 'Asia/Tokyo'");
    // Eleven at night there.
    clock(`${daysAfter(MONDAY, 1)}T14:05:00Z`);
    await run();
    expect(await letters()).toHaveLength(1);
    clock(`${daysAfter(MONDAY, 2)}T00:05:00Z`);
    await run();
    expect(await letters()).toHaveLength(2);
  });

  test("across the change of clocks it stays the same hour", async () => {
    await practise();
    await db.owner.query("UPDATE practice SET begun_on = '2026-03-20', ends_on = '2026-04-18'");
    clock("2026-03-28T10:00:00Z");
    await change({});
    clock("2026-03-29T05:59:00Z");
    await run();
    expect(await letters()).toEqual([]);
    clock("2026-03-29T06:00:00Z");
    await run();
    expect(await letters()).toHaveLength(1);
  });

  test("the clock is told when to look again; when all is over, never", async () => {
    const first = () => inOrganisation(db.platform, crew.home, (tx) => firstNudgeAt(tx, crew.home));
    expect(await first()).toBeNull();
    await practise();
    expect(await first()).toEqual(new Date(`${MONDAY}T07:00:00Z`));
    await press({ step: "stop" });
    expect(await first()).toBeNull();
    await press({ step: "resume" });
    expect(await first()).toEqual(new Date(`${MONDAY}T07:00:00Z`));
    clock("2026-04-20T07:05:00Z");
    await run();
    expect(await first()).toBeNull();
    expect(await letters()).toEqual([]);
  });

  const decline = () =>
    db.owner.query(
      "INSERT INTO declined_letter (organisation_id, person_id, kind) VALUES ($1, $2, 'practice-nudge')",
      [crew.home.organisationId, crew.people.ana],
    );
  const absent = (from: string, to: string) =>
    db.owner.query(
      "INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day) VALUES ($1, gen_random_uuid(), $2, $3, $4)",
      [crew.home.organisationId, crew.people.ana, from, to],
    );
  const change = async (form: object) => {
    const { rows } = await db.owner.query<{ revision: number }>(
      "SELECT revision FROM practice WHERE person_id = $1",
      [crew.people.ana],
    );
    const weekdays = ["1", "2", "3", "4", "5", "6", "7"];
    const typed = { ...WORDS, weekdays, nudges: "each-day", ...form };
    const changed = practiceForm.parse({ ...typed, revision: rows[0]?.revision });
    expect((await savePracticeChoice(db.platform, ana, null, changed)).ok).toBe(true);
  };
});

describe("answering by the link", () => {
  test("looking says nothing, a second press corrects the first, and the page shows no answer and no words", async () => {
    const token = await nudgedOnce();
    const seen = await readNudge(db.platform, token);
    expect(await readNudge(db.platform, token)).toEqual(seen);
    expect((await page()).open).toMatchObject({ tally: { done: 0, not: 0 } });
    expect(await answer(token, "done")).toEqual({ ok: true });
    expect(await answer(token, "no-chance")).toEqual({ ok: true });
    expect((await page()).open).toMatchObject({ tally: { done: 0, noChance: 1 } });
    expect(await readNudge(db.platform, token)).toEqual(seen);
    expect(JSON.stringify(seen)).not.toMatch(/Monday meeting|ask before|done|chance/);
  });

  test("it answers for its own day, until a week later", async () => {
    const token = await nudgedOnce();
    onDay(6);
    expect(await standing(token)).toBe("open");
    await answer(token, "not");
    expect((await page()).open?.days[0]).toMatchObject({ day: MONDAY, standing: "not" });
    expect((await page()).open?.days[6]).toMatchObject({ standing: "open" });
    onDay(7);
    expect(await standing(token)).toBe("late");
    expect(await answer(token, "done")).toMatchObject({ reason: "closed" });
    expect((await page()).open?.days[0]).toMatchObject({ standing: "not" });
  });

  test("not once the practice is over, nor for the next one", async () => {
    const token = await nudgedOnce();
    await press({ step: "stop" });
    expect(await standing(token)).toBe("over");
    expect(await answer(token)).toMatchObject({ reason: "closed" });
    onDay(1);
    await practise({ action: "I wait" });
    expect(await standing(token)).toBe("over");
    expect(await answer(token)).toMatchObject({ reason: "closed" });
    expect((await page()).open).toMatchObject({ tally: { done: 0 } });
  });

  test("not for whoever left or has another address, nor while the organisation is suspended", async () => {
    const token = await nudgedOnce();
    await db.owner.query("UPDATE organisation SET state = 'suspended' WHERE organisation_id = $1", [
      crew.home.organisationId,
    ]);
    expect(await standing(token)).toBe("shut");
    expect(await answer(token)).toMatchObject({ reason: "closed" });
    await db.owner.query("UPDATE organisation SET state = 'active'");
    expect(await standing(token)).toBe("open");
    await tell("status = 'inactive'");
    expect(await standing(token)).toBe("ended");
    await tell("status = 'active', link_version = link_version + 1");
    expect(await standing(token)).toBe("ended");
    expect(await answer(token)).toMatchObject({ reason: "closed" });
    expect((await page()).open).toMatchObject({ tally: { done: 0 } });
  });
});

describe("attacks", () => {
  test("an operator with the database makes no link: none is stored, and another secret's opens nothing", async () => {
    const token = await nudgedOnce();
    await practise({}, crew.as("peer"));
    await tell("email = 'peer@x.org', timezone = 'Europe/Berlin'", "peer");
    onDay(1);
    await run();
    const stored = await letters();
    expect(stored.length).toBeGreaterThan(1);
    for (const row of stored) expect(JSON.stringify(row)).not.toMatch(/\/nudges\//);
    const elsewhere = { ...db.platform, secret: "another secret of some length" };
    expect(await readNudge(elsewhere, token)).toBeNull();
    const [body = "", signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    for (const other of [
      { ...claims, day: daysAfter(MONDAY, 1) },
      { ...claims, personId: crew.people.peer },
    ]) {
      const forged = `${Buffer.from(JSON.stringify(other)).toString("base64url")}.${signature}`;
      expect(await answer(forged)).toMatchObject({ reason: "unknown" });
    }
    for (const wrong of ["", "x", body, `${token}x`])
      expect(await answer(wrong)).toMatchObject({ reason: "unknown" });
  });

  test("HR finds in no list that somebody is nudged, and nothing of answering is recorded", async () => {
    const token = await nudgedOnce();
    await answer(token);
    const { organisationId } = crew.home;
    const wanted = { search: "", part: "all", page: 1 } as const;
    const seen = await inOrganisation(db.platform, crew.home, (tx) =>
      outbox(withMail, tx, crew.home.admin, wanted),
    );
    expect(seen).toMatchObject({ entries: [], counts: { all: 0 } });
    const { rows } = await db.owner.query<{ action: string }>(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND action LIKE '%practis%' ORDER BY action",
      [organisationId],
    );
    expect(rows.map(({ action }) => action)).toEqual(["practising.begun", "practising.chosen"]);
  });

  test("a letter that waited never leaves for an address that was changed, nor once it is not wanted", async () => {
    await practise();
    onDay(0);
    await run();
    await tell("link_version = link_version + 1, email = 'hr@x.org'");
    expect(await arrived()).toEqual([]);
    onDay(1);
    await run();
    await press({ step: "stop" });
    expect(await arrived()).toEqual([]);
  });
});
