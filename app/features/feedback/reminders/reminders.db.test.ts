import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chooseLetters } from "~/features/letters/declining/choose-letters.server.ts";
import { editLetter } from "~/features/rounds/letters/edit-letter.server.ts";
import { roundLetters } from "~/features/rounds/letters/kinds.ts";
import { remindAsked, remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { asItLeaves } from "~/features/rounds/testing/leaving.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { tellNow } from "../testing/tell-progress.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
  // Answers until 20 March.
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const due = () => sendDueReminders(db.platform, house);
const EVERYONE = 10;

type Sent = { to_name: string; subject: string; plain: string; html: string; way: unknown };

const reminders = async (): Promise<Sent[]> =>
  (
    await db.owner.query<Sent>(
      "SELECT to_name, subject, plain, html, way FROM message WHERE organisation_id = $1 AND kind = 'reminder' ORDER BY to_name, id",
      [house.organisationId],
    )
  ).rows;
const works = (personId: string, days: string) =>
  db.owner.query("UPDATE person SET working_days = $1 WHERE id = $2", [days, personId]);
const away = (personId: string, first: string, last: string) =>
  db.owner.query(
    "INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day) VALUES ($1, gen_random_uuid(), $2, $3, $4)",
    [house.organisationId, personId, first, last],
  );
const names = async () => (await reminders()).map((each) => each.to_name);

describe("reminders that come by the clock", () => {
  test("leave seven, three days and one day before the last one, once each, to those with something left", async () => {
    const { peer1, peer2 } = house.people;
    at("2026-03-12T12:00:00Z");
    expect(await due()).toBe(0);
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    at("2026-03-13T12:00:00Z");
    await tellNow(db.platform, house);
    expect(await due()).toBe(EVERYONE - 1);
    expect(await due()).toBe(0);
    expect(await names()).not.toContain("peer1");
    at("2026-03-17T09:00:00Z");
    await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2));
    await tellNow(db.platform, house);
    expect(await due()).toBe(EVERYONE - 2);
    at("2026-03-19T09:00:00Z");
    expect(await due()).toBe(EVERYONE - 2);
    at("2026-03-21T09:00:00Z");
    expect(await due()).toBe(0);
  });

  test("whoever does without them gets none; HR is told how many of those with work left, and not who", async () => {
    const { peer1, peer2 } = house.people;
    const declines = (personId: string, wanted: string[] = []) =>
      chooseLetters(db.platform, house.member(personId), Object.values(roundLetters), { wanted });
    await declines(peer1, ["closing"]);
    await declines(peer2);
    await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2));
    at("2026-03-13T12:00:00Z");
    await tellNow(db.platform, house);
    expect(await due()).toBe(EVERYONE - 2);
    expect(await names()).not.toContain("peer1");
    at("2026-03-14T12:00:00Z");
    const again = await remindNow(db.platform, house.admin, cycle.cycleId, "all-with-work-left");
    expect(accepted(again)).toMatchObject({ told: EVERYONE - 2, declined: 1 });
    expect(await names()).not.toContain("peer1");
    await declines(peer1, ["reminder", "closing"]);
    at("2026-03-15T12:00:00Z");
    const wanted = await remindNow(db.platform, house.admin, cycle.cycleId, [peer1]);
    expect(accepted(wanted)).toMatchObject({ told: 1, declined: 0 });
  });

  test("two processes at once write to nobody twice", async () => {
    at("2026-03-13T12:00:00Z");
    const told = await Promise.all([due(), due(), due()]);
    expect(told.toSorted()).toEqual([0, 0, EVERYONE]);
    expect(await names()).toHaveLength(EVERYONE);
  });

  test("after days without a server only the newest is caught up with", async () => {
    at("2026-03-18T12:00:00Z");
    expect(await due()).toBe(EVERYONE);
    const { rows } = await db.owner.query(
      "SELECT DISTINCT reason FROM reminder WHERE round_id = $1",
      [cycle.cycleId],
    );
    expect(rows).toEqual([{ reason: "days-3-of-2026-03-20" }]);
  });

  test("leave between 8 and 18 o'clock where each person is", async () => {
    const live = (zone: string, personId: string) =>
      db.owner.query("UPDATE person SET timezone = $1 WHERE id = $2", [zone, personId]);
    await live("Pacific/Kiritimati", house.people.peer1);
    await live("America/Los_Angeles", house.people.peer2);
    await live("Nowhere/Land", house.people.peer3);
    // 13 March, 8:30 in Kiritimati; the 12th everywhere else.
    at("2026-03-12T18:30:00Z");
    await due();
    expect(await names()).toEqual(["peer1"]);
    // Ten o'clock in UTC, night in Los Angeles.
    at("2026-03-13T10:00:00Z");
    await due();
    expect(await names()).toHaveLength(EVERYONE - 1);
    expect(await names()).not.toContain("peer2");
    at("2026-03-13T15:30:00Z");
    await due();
    expect(await names()).toHaveLength(EVERYONE);
  });

  test("wait for a day on which somebody works and is not away", async () => {
    const { peer1, peer2 } = house.people;
    await works(peer1, "1234");
    await away(peer2, "2026-03-12", "2026-03-16");
    // A Friday.
    at("2026-03-13T12:00:00Z");
    expect(await due()).toBe(EVERYONE - 2);
    at("2026-03-15T12:00:00Z");
    expect(await due()).toBe(0);
    at("2026-03-16T12:00:00Z");
    expect(await due()).toBe(1);
    expect((await names()).filter((name) => name === "peer1")).toHaveLength(1);
    expect(await names()).not.toContain("peer2");
    at("2026-03-17T12:00:00Z");
    expect(await due()).toBe(EVERYONE);
  });

  test("nobody is reminded while a cycle is paused, of a participant who left, or after they declined", async () => {
    at("2026-03-13T12:00:00Z");
    const set = (text: string) => db.owner.query(text, [cycle.cycleId]);
    await set("UPDATE round SET paused = true WHERE id = $1");
    expect(await due()).toBe(0);
    await set("UPDATE round SET paused = false WHERE id = $1");
    await set("UPDATE subject SET withdrawn = true WHERE round_id = $1");
    expect(await due()).toBe(0);
    await set("UPDATE subject SET withdrawn = false WHERE round_id = $1");
    await set(
      "UPDATE request SET state = 'declined' WHERE round_id = $1 AND relationship = 'peer'",
    );
    expect(await due()).toBe(EVERYONE - 4);
  });

  test("one letter speaks of every cycle, what closes first coming first, with a link to each", async () => {
    const { peer1, lead, report1 } = house.people;
    const second = await collectingCycle(db.platform, house, [
      {
        personId: report1,
        raters: [
          { personId: report1, relationship: "self" },
          { personId: peer1, relationship: "peer" },
        ],
      },
    ]);
    await db.owner.query(
      "UPDATE round SET name = 'Autumn & <b>more</b>', closes_on = '2026-04-30' WHERE id = $1",
      [second.cycleId],
    );
    at("2026-03-13T12:00:00Z");
    await due();
    const sent = (await reminders()).filter((each) => each.to_name === "peer1");
    expect(sent).toHaveLength(1);
    const { subject, plain, html, way } = sent[0]!;
    expect(subject).toBe("Still waiting for your view: Spring 360");
    expect(plain).toContain(
      "Also waiting for you: one person in Autumn & <b>more</b>, until 30 April 2026.",
    );
    expect(html).toContain("Autumn &amp; &lt;b&gt;more&lt;/b&gt;");
    const leaving = await asItLeaves(db.platform, house, { plain, html, way });
    const links = leaving?.plain.match(/http:\/\/twohats\.test\/r\/[\w-]+/g) ?? [];
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(leaving?.html).toContain(`href="${link}"`);
    expect((await reminders()).filter((each) => each.to_name === "lead")).toHaveLength(1);
    expect(lead).not.toBe(peer1);
  });

  test("are in the words of HR and the language of the reader", async () => {
    const wording = { subject: "Bitte, {{name}}", body: "Noch {{count}} bis {{closes}}." };
    const change = { kind: "reminder" as const, language: "de", wording };
    required(await editLetter(db.platform, house.admin, cycle.cycleId, change));
    await db.owner.query("UPDATE person SET language = 'de-AT' WHERE id = $1", [
      house.people.peer1,
    ]);
    await db.owner.query("UPDATE person SET language = 'xx' WHERE id = $1", [house.people.peer2]);
    at("2026-03-13T12:00:00Z");
    await due();
    const of = async (name: string) => (await reminders()).find((each) => each.to_name === name);
    expect(await of("peer1")).toMatchObject({ subject: "Bitte, peer1" });
    expect((await of("peer1"))?.plain).toContain("Noch einer Person bis 20. März 2026.");
    expect((await of("peer2"))?.subject).toBe("Still waiting for your view: Spring 360");
  });
});

describe("HR reminds now", () => {
  const ask = (whom: string[] | "all-with-work-left" = "all-with-work-left") =>
    remindNow(db.platform, house.admin, cycle.cycleId, whom);

  test("at most once a day per person, and only of what is left", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    await tellNow(db.platform, house);
    expect(accepted(await ask([peer1, peer2]))).toEqual({
      told: 1,
      inTheMorning: 0,
      already: 0,
      held: 0,
      left: 0,
      noAddress: 0,
      declined: 0,
    });
    expect(await names()).toEqual(["peer2"]);
    expect(accepted(await ask())).toEqual({
      told: EVERYONE - 2,
      inTheMorning: 0,
      already: 1,
      held: 0,
      left: 0,
      noAddress: 0,
      declined: 0,
    });
    expect(accepted(await ask())).toEqual({
      told: 0,
      inTheMorning: 0,
      already: EVERYONE - 1,
      held: 0,
      left: 0,
      noAddress: 0,
      declined: 0,
    });
    at("2026-03-03T12:00:00Z");
    expect(accepted(await ask([peer2]))).toEqual({
      told: 1,
      inTheMorning: 0,
      already: 0,
      held: 0,
      left: 0,
      noAddress: 0,
      declined: 0,
    });
  });

  test("pressed by two at once, nobody gets two letters", async () => {
    const told = await Promise.all([ask(), ask()]);
    expect(told.map((each) => accepted(each).told).toSorted()).toEqual([0, EVERYONE]);
  });

  test("at night the letter waits until eight, and is dropped for whoever finished meanwhile", async () => {
    const { peer1, peer2 } = house.people;
    at("2026-03-04T22:00:00Z");
    expect(accepted(await ask([peer1, peer2]))).toEqual({
      told: 0,
      inTheMorning: 2,
      already: 0,
      held: 0,
      left: 0,
      noAddress: 0,
      declined: 0,
    });
    const { rows } = await db.owner.query<{
      start_after: Date;
      data: Parameters<typeof remindAsked>[1];
    }>(
      "SELECT start_after, data FROM pgboss.job WHERE name = 'remind-asked' AND data ->> 'cycleId' = $1",
      [cycle.cycleId],
    );
    expect(rows.map((row) => row.start_after.toISOString())).toEqual(["2026-03-05T08:00:00.000Z"]);
    at("2026-03-05T08:00:00Z");
    await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2));
    await tellNow(db.platform, house);
    await remindAsked(db.platform, rows[0]!.data);
    await remindAsked(db.platform, rows[0]!.data);
    expect(await names()).toEqual(["peer1"]);
  });

  test("whoever is off gets theirs on the morning of their next day at work, also when that moves", async () => {
    const { peer1, peer2 } = house.people;
    // A Wednesday.
    at("2026-03-04T12:00:00Z");
    await works(peer1, "5");
    expect(accepted(await ask([peer1, peer2]))).toMatchObject({ told: 1, inTheMorning: 1 });
    const jobs = async () =>
      (
        await db.owner.query<{ start_after: Date; data: Parameters<typeof remindAsked>[1] }>(
          "SELECT start_after, data FROM pgboss.job WHERE name = 'remind-asked' AND data ->> 'cycleId' = $1 ORDER BY start_after",
          [cycle.cycleId],
        )
      ).rows;
    const mornings = async () => (await jobs()).map((job) => job.start_after.toISOString());
    expect(await mornings()).toEqual(["2026-03-06T08:00:00.000Z"]);
    await away(peer1, "2026-03-06", "2026-03-08");
    at("2026-03-06T08:00:00Z");
    const [job] = await jobs();
    await remindAsked(db.platform, job!.data);
    expect(await names()).toEqual(["peer2"]);
    expect(await mornings()).toEqual(["2026-03-06T08:00:00.000Z", "2026-03-13T08:00:00.000Z"]);
    at("2026-03-13T08:00:00Z");
    await remindAsked(db.platform, job!.data);
    expect(await names()).toEqual(["peer1", "peer2"]);
  });

  test("is written down as counts", async () => {
    accepted(await ask());
    const { rows } = await db.owner.query(
      "SELECT detail FROM audit_record WHERE subject_id = $1 AND action = 'cycle.reminded'",
      [cycle.cycleId],
    );
    expect(rows).toEqual([
      {
        detail: {
          told: EVERYONE,
          inTheMorning: 0,
          already: 0,
          held: 0,
          left: 0,
          noAddress: 0,
          declined: 0,
        },
      },
    ]);
  });

  test("is refused to everyone else, and while nothing is asked", async () => {
    await expectRefusals(db.platform, house, cycle.cycleId, reminders, (actor, id) =>
      remindNow(db.platform, actor, id, "all-with-work-left"),
    );
    await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
    expect(await ask()).toEqual({ ok: false, reason: "paused" });
    await db.owner.query("UPDATE round SET paused = false, state = 'closing' WHERE id = $1", [
      cycle.cycleId,
    ]);
    expect(await ask()).toEqual({ ok: false, reason: "not-collecting" });
  });
});
