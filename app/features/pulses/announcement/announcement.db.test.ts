import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import type { AnnouncementStep } from "../domain/announcing.ts";
import { personal } from "../personal.server.ts";
import { createPulseHouse, type PulseHouse } from "../testing/pulse.ts";
import { announcementPage } from "./announcement-page.server.ts";
import { sendWord, sendWordInput } from "./send-word.server.ts";

let db: TestDatabase;
let made: PulseHouse;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  made = await createPulseHouse(db);
});

const send = (step: AnnouncementStep, word = "I ask first.", actor = made.lead) =>
  sendWord(db.platform, actor, { report: made.report.id, step, word });
const page = (actor = made.lead) => announcementPage(db.platform, actor);
const letters = async () => {
  const { rows } = await db.owner.query(
    `SELECT kind, to_address, plain, html, way, is_private FROM message
      WHERE organisation_id = $1 AND kind LIKE 'focus-%' ORDER BY to_address`,
    [made.house.organisationId],
  );
  return rows as {
    kind: string;
    to_address: string;
    plain: string;
    html: string;
    way: unknown;
    is_private: boolean;
  }[];
};
const namesOf = async (ids: readonly string[]) => {
  const { rows } = await db.owner.query("SELECT name, email FROM person WHERE id = ANY($1)", [ids]);
  return rows as { name: string; email: string }[];
};

describe("attacks", () => {
  test("a part can't be chosen: who gets it is in no form, and whatever else is sent is no word of it", async () => {
    const typed = sendWordInput.parse({
      ...{ report: made.report.id, step: "announced", word: "I ask first." },
      recipients: [made.people.peer1],
    });
    expect(Object.keys(typed).sort()).toEqual(["report", "step", "word"]);
    expect(await sendWord(db.platform, made.lead, typed)).toMatchObject({ value: { told: 9 } });
    const all = (await namesOf(made.raters)).map(({ email }) => email).sort();
    expect((await letters()).map((each) => each.to_address)).toEqual(all);
    // Nor by sending it once more.
    expect(await sendWord(db.platform, made.lead, typed)).toMatchObject({ reason: "not-now" });
    expect(await letters()).toHaveLength(9);
  });

  test("nobody reads in their letter who else gets one", async () => {
    await send("announced");
    const all = await namesOf(made.raters);
    for (const { to_address, plain, html } of await letters())
      for (const { name, email } of all.filter((each) => each.email !== to_address)) {
        expect(plain).not.toMatch(new RegExp(`\\b${name}\\b`));
        expect(plain + html).not.toContain(email);
      }
  });

  test("who answered plays no part, and is found in nothing that is kept of it", async () => {
    const silent = await createPulseHouse(db, ({ people }) => [
      {
        personId: people.lead,
        raters: [
          { personId: people.boss, relationship: "manager" },
          { personId: people.peer1, relationship: "peer" },
          { personId: people.peer2, relationship: "peer" },
        ],
      },
    ]);
    made = silent;
    // Fewer than any minimum: nothing of anybody's answers is told, so as few as there are may be written to.
    expect(await send("announced")).toMatchObject({ value: { told: 3 } });
    const { rows } = await db.owner.query("SELECT * FROM announcement WHERE organisation_id = $1", [
      made.house.organisationId,
    ]);
    for (const id of made.raters) expect(JSON.stringify(rows)).not.toContain(id);
  });

  test("HR, a manager and a rater send and read nothing of it, and no list shows the letters", async () => {
    await send("announced", "Between us.");
    const others = [
      made.house.admin,
      ...(["boss", "peer1", "stranger"] as const).map((who) => made.house.member(made.people[who])),
    ];
    for (const actor of others) {
      expect(JSON.stringify(await page(actor))).not.toContain("Between us.");
      expect((await send("thanked", "Thanks.", actor)).ok).toBe(false);
    }
    expect((await letters()).every((each) => each.is_private && each.way === null)).toBe(true);
    const { rows } = await db.owner.query(
      "SELECT detail FROM audit_record WHERE action = 'announcement.announced' AND organisation_id = $1",
      [made.house.organisationId],
    );
    expect(rows).toEqual([{ detail: { told: 9 } }]);
  });

  test("two tabs at once send one, and the words of the other are not kept", async () => {
    const both = await Promise.all([send("announced", "One."), send("announced", "Other.")]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await letters()).toHaveLength(9);
    expect(
      new Set((await letters()).map(({ plain }) => /One\.|Other\./.exec(plain)?.[0])).size,
    ).toBe(1);
    expect((await page())?.sent).toHaveLength(1);
  });

  test("what is typed stays text", async () => {
    await send("announced", "<b>{{person}}</b> {{__link}}");
    const [letter] = await letters();
    expect(letter?.html).toContain("&lt;b&gt;{{person}}&lt;/b&gt; {{__link}}");
  });
});

test("what they work on, thanks, and what came of it: in turn, a week apart, each dated on the page", async () => {
  expect(await page()).toMatchObject({ recipients: 9, turn: { kind: "now", step: "announced" } });
  expect((await page())?.focus).toHaveLength(2);
  expect(await send("thanked")).toMatchObject({ reason: "not-now" });
  expect((await send("announced")).ok).toBe(true);
  expect(await page()).toMatchObject({
    turn: { kind: "later", step: "thanked", from: "2026-03-09" },
  });
  expect(await send("thanked")).toMatchObject({ reason: "not-now" });
  made.later(7);
  expect((await send("thanked", "Thank you.")).ok).toBe(true);
  made.later(60);
  expect((await send("told", "It became better.")).ok).toBe(true);
  expect((await page())?.sent).toMatchObject([
    { step: "told", sentOn: "2026-05-08", word: "It became better.", recipients: 9 },
    { step: "thanked", sentOn: "2026-03-09" },
    { step: "announced", sentOn: "2026-03-02" },
  ]);
  expect(await page()).toMatchObject({ turn: { kind: "over" } });
  expect(await send("told")).toMatchObject({ reason: "not-now" });
  const kinds = Map.groupBy(await letters(), ({ kind }) => kind);
  expect([...kinds].map(([kind, own]) => [kind, own.length]).toSorted()).toEqual([
    ["focus-announced", 9],
    ["focus-outcome", 9],
    ["focus-thanks", 9],
  ]);
});

test("neither whom HR took back is written to, nor who left, nor who has no address; the rest are", async () => {
  const { peer1, peer2, peer3 } = made.people;
  await db.owner.query("UPDATE request SET state = 'withdrawn' WHERE person_id = $1", [peer1]);
  await db.owner.query(
    "UPDATE person SET status = 'inactive', inactive_since = '2026-03-01' WHERE id = $1",
    [peer2],
  );
  await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [peer3]);
  expect(await page()).toMatchObject({ recipients: 6 });
  expect(await send("announced")).toMatchObject({ value: { told: 6 } });
});

test("without a report, a focus or anybody to write to nothing is sent, and the page can say why", async () => {
  const stranger = made.house.member(made.people.stranger);
  expect(await page(stranger)).toBeNull();
  expect(await send("announced", "Hello.", stranger)).toMatchObject({ reason: "nothing" });
  await db.owner.query("UPDATE person SET email = NULL WHERE id = ANY($1)", [made.raters]);
  expect(await page()).toMatchObject({ recipients: 0 });
  expect(await send("announced")).toMatchObject({ reason: "nobody" });
  await db.owner.query("DELETE FROM focus WHERE report_id = $1", [made.report.id]);
  expect(await page()).toMatchObject({ focus: [] });
  expect(await send("announced")).toMatchObject({ reason: "no-focus" });
  expect(await letters()).toEqual([]);
});

test("who has left sends nothing and sees nothing", async () => {
  await send("announced");
  made.later(7);
  const leaver = { ...made.lead, role: "leaver" } as typeof made.lead;
  expect(await send("thanked", "Thanks.", leaver)).toMatchObject({ reason: "not-allowed" });
  expect(await page(leaver)).toBeNull();
  expect(await page()).toMatchObject({ sent: [{ step: "announced" }] });
});

test("a report that was taken back owes nothing any more, and what was sent of it stays to be read", async () => {
  await send("announced");
  made.later(7);
  await db.owner.query("UPDATE report SET released_at = NULL WHERE id = $1", [made.report.id]);
  expect(await page()).toBeNull();
  expect(await send("thanked")).toMatchObject({ reason: "nothing" });
});

test("it is exported to its person, goes when they are erased, and goes with the round", async () => {
  await send("announced", "I ask first.");
  const scope = made.house;
  const exported = () =>
    inOrganisation(db.platform, scope, (tx) => personal.export(tx, scope, made.people.lead));
  expect(await exported()).toMatchObject({
    announcements: [
      { sentOn: "2026-03-02", step: "announced", word: "I ask first.", recipients: "9" },
    ],
  });
  const admin = made.house.admin;
  await inOrganisation(db.platform, admin, (tx) =>
    personal.erase.carryOut(db.platform, tx, admin, { personId: made.people.lead } as never),
  );
  expect(await exported()).toMatchObject({ announcements: [] });
  // Nor do letters leave that wait for a mail server yet.
  const waiting = await letters();
  expect(waiting).toHaveLength(9);
  expect(
    waiting.flatMap(({ plain, html }) => [plain, html]).filter((each) => each !== null),
  ).toEqual([]);
  await send("announced");
  // Whatever deletes the round takes it along.
  const { rows } = await db.owner.query(
    "SELECT confdeltype FROM pg_constraint WHERE conrelid = 'announcement'::regclass AND confrelid = 'round'::regclass",
  );
  expect(rows).toEqual([{ confdeltype: "c" }]);
});
