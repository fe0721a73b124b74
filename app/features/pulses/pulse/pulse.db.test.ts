import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { required } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { personal } from "../personal.server.ts";
import { createPulseHouse, type PulseHouse, variedBy } from "../testing/pulse.ts";
import { callOffPulse } from "./call-off-pulse.server.ts";
import { closeDuePulses, closePulse } from "./close-pulse.server.ts";
import { pulsePage } from "./pulse-page.server.ts";
import { ownPulses, pulsesToRun } from "./pulse-reads.server.ts";
import { pulseResultPage } from "./pulse-result-page.server.ts";
import { pulsesForHome } from "./pulses-for-home.server.ts";
import { pulseRunPage } from "./run-page.server.ts";
import { scorePulse } from "./score-pulse.server.ts";

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
const count = async (table: string, roundId: string) => {
  const { rows } = await db.owner.query(
    `SELECT count(*)::int AS n FROM ${table} WHERE round_id = $1`,
    [roundId],
  );
  return rows[0].n as number;
};
const letters = async () => {
  const { rows } = await db.owner.query(
    "SELECT kind, to_address, subject, plain FROM message WHERE organisation_id = $1 AND created_at > '2026-03-30' ORDER BY id",
    [made.house.organisationId],
  );
  return rows as { kind: string; to_address: string; subject: string; plain: string }[];
};

/** What each said then of the two questions, and whether that is less, the same or more. */
const asBefore = (at: number) => {
  const answers = variedBy(at);
  return [answers[0] ?? 0, 1 + (at % 3), answers[1] ?? 0, 3];
};
/** HR's file gives somebody another address. */
async function readdress(name: string): Promise<void> {
  await db.owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
    made.house.organisationId,
  ]);
  const imported = await importPeopleFile(db.platform, made.house.admin, {
    content: Buffer.from(`Name,Employee ID,Email\n${name},${name},${name}@hr.test`),
    ...{ dateOrder: null, emptyCells: "keep", store: true },
  });
  required(imported);
}

describe("asking", () => {
  test("only after thirty days, once at a time, of those who were asked then", async () => {
    const home = () =>
      inOrganisation(db.platform, made.lead, (tx) => pulsesForHome(db.platform, tx, made.lead));
    expect(await made.ask()).toMatchObject({ reason: "not-now" });
    expect(await home()).toEqual([]);
    made.later(30);
    expect(await home()).toMatchObject([{ href: "/plan/pulse" }]);
    const [one, two] = await Promise.all([made.ask(), made.ask()]);
    expect([one.ok, two.ok].toSorted()).toEqual([false, true]);
    const { rows } = await db.owner.query(
      `SELECT person_id FROM request r JOIN round ON round.id = round_id
        WHERE kind = 'pulse' AND r.state = 'invited' AND r.organisation_id = $1`,
      [made.house.organisationId],
    );
    expect(rows.map((row) => row.person_id).toSorted()).toEqual(made.raters.toSorted());
    expect(await home()).toEqual([]);
    expect(await made.ask()).toMatchObject({ reason: "not-now" });
  });

  test("says before how many are asked, and how large a change could be seen", async () => {
    made.later(30);
    const page = await pulsePage(db.platform, made.lead);
    expect(page).toMatchObject({
      ...{ raters: 9, counting: 8, minimum: 5, turn: { kind: "now", day: 30 } },
    });
    const [first] = page?.behaviours ?? [];
    expect(first).toMatchObject({ item: "measurable-goals", clear: { length: 4 } });
    expect(first?.clear?.change).toBeGreaterThan(0.4);
    expect(first?.clear?.change).toBeLessThan(1.2);
    expect(await made.ask([])).toMatchObject({ problems: [{ field: "items", code: "missing" }] });
    expect(await made.ask(["no-such"])).toMatchObject({ reason: "problems" });
    expect(await made.ask(made.items, made.house.member(made.people.peer1))).toMatchObject({
      reason: "nothing",
    });
  });

  test("each gets a letter of a minute with a link, and whoever asked one when it is counted", async () => {
    made.later(30);
    const id = await made.asked();
    const asked = await letters();
    expect(asked).toHaveLength(9);
    expect(asked[0]).toMatchObject({ subject: "One minute for a short look again" });
    expect(asked[0]?.plain).not.toMatch(/\{\{|nine minutes/);
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    const ready = (await letters()).filter(({ kind }) => kind === "pulse-ready");
    expect(ready.map((letter) => letter.to_address)).toEqual(["lead@house.test"]);
  });

  test("an area of the plan that no question was about is named, and not asked", async () => {
    made.later(30);
    await db.owner.query(
      `WITH p AS (INSERT INTO plan (organisation_id, id, person_id, begun_on)
                  VALUES ($1, gen_random_uuid(), $2, '2026-03-03') RETURNING organisation_id, id)
       INSERT INTO plan_area (organisation_id, id, plan_id, origin, title, behaviour, goal, measure, means, reason)
       SELECT organisation_id, gen_random_uuid(), id, 'own', title, behaviour, '', '', '', '' FROM p,
         (VALUES ('Lacking', 'no-such-behaviour'), ('Asked', 'few-goals')) AS a (title, behaviour)`,
      [made.house.organisationId, made.people.lead],
    );
    const page = await pulsePage(db.platform, made.lead);
    expect(page?.notAsked).toEqual([{ title: "Lacking", why: "not-in-report" }]);
  });

  test("nobody whom HR took back is asked again, nor who left", async () => {
    await db.owner.query("UPDATE request SET state = 'withdrawn' WHERE person_id = $1", [
      made.people.peer1,
    ]);
    await db.owner.query(
      "UPDATE person SET status = 'inactive', inactive_since = '2026-03-05' WHERE id = $1",
      [made.people.peer2],
    );
    made.later(30);
    const id = await made.asked();
    expect(await made.requestIn(id, made.people.peer1)).toBeNull();
    expect(await made.requestIn(id, made.people.peer2)).toBeNull();
    expect(await made.requestIn(id, made.people.peer3)).not.toBeNull();
  });
});

describe("two raters", () => {
  beforeEach(async () => {
    made = await createPulseHouse(db, ({ people }) => [
      {
        personId: people.lead,
        raters: [
          { personId: people.boss, relationship: "manager" },
          { personId: people.peer1, relationship: "peer" },
          { personId: people.peer2, relationship: "peer" },
        ],
      },
    ]);
  });

  test("are told kindly to be too few; nobody is asked and nothing is sent", async () => {
    made.later(30);
    expect(await pulsePage(db.platform, made.lead)).toMatchObject({ counting: 2, minimum: 5 });
    expect(await made.ask()).toMatchObject({ reason: "few-raters" });
    expect(await letters()).toEqual([]);
    const { rows } = await db.owner.query(
      "SELECT id FROM round WHERE kind = 'pulse' AND organisation_id = $1",
      [made.house.organisationId],
    );
    expect(rows).toEqual([]);
  });
});

describe("attacks: everybody answers as before", () => {
  test("all answer: then, now and what that is worth; of groups below five nothing", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    expect(await rowOf("all")).toMatchObject({ verdict: "cant-tell", n: 9, compared: { n: 9 } });
    expect((await rowOf("all"))?.amounts).toMatchObject({ before: { n: 9 }, now: { n: 9 } });
    expect((await rowsOf()).map(({ group }) => group)).toEqual(["manager", "all"]);
  });

  test("one declines: no amount, no verdict, and still what is more or less", async () => {
    made.later(30);
    const id = await made.asked();
    const [first = "", ...others] = made.raters.filter((each) => each !== made.people.boss);
    const request = await made.requestIn(id, first);
    required(
      await declineRequest(db.platform, made.raterIn(id, first), request ?? "", {
        reason: "time",
        text: "",
      } as never),
    );
    await made.answers(id, others, (at) => asBefore(at + 1));
    await made.closed(id);
    expect(await rowOf("all")).toMatchObject({
      ...{ amounts: null, verdict: null, why: { amounts: "nearly-the-same" } },
    });
    expect((await rowOf("all"))?.compared?.n).toBe(7);
  });

  test("one keeps silent: no amount from which their answer of then would follow", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters.slice(0, -1), asBefore);
    await made.closed(id);
    expect(await rowOf("all")).toMatchObject({ n: 8, amounts: null });
    expect(["cant-tell", null]).toContain((await rowOf("all"))?.verdict);
  });

  test("HR gives one of them another address, and answers for them: they don't count, and no amount is told", async () => {
    made.later(10);
    await readdress("peer1");
    made.later(20);
    expect(await pulsePage(db.platform, made.lead)).toMatchObject({ counting: 7 });
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    expect(await rowOf("all")).toMatchObject({ amounts: null, verdict: null });
    // While somebody of them does not count, no spread is told either.
    expect((await rowOf("all"))?.compared?.counts).toBeNull();
  });

  test("a list that its person shaped takes one more everywhere, and outsiders of theirs none of the way", async () => {
    await db.owner.query("UPDATE subject SET list = 'shaped' WHERE person_id = $1", [
      made.people.lead,
    ]);
    await db.owner.query(
      "UPDATE request SET by_subject = true, relationship = 'outside' WHERE person_id = ANY($1)",
      [[made.people.peer1, made.people.peer2, made.people.peer3]],
    );
    made.later(30);
    expect(await pulsePage(db.platform, made.lead)).toMatchObject({ counting: 5, minimum: 6 });
    expect(await made.ask()).toMatchObject({ reason: "few-raters" });
  });

  test("a second pulse in which one keeps silent tells neither amounts nor comparisons beside the first", async () => {
    made.later(30);
    const first = await made.asked();
    await made.answers(first, made.raters, asBefore);
    await made.closed(first);
    expect((await rowOf("all"))?.compared).not.toBeNull();
    expect(await made.ask()).toMatchObject({ reason: "not-now" });
    made.later(60);
    const second = await made.asked();
    const but = made.raters.filter((each) => each !== made.people.peer1);
    await made.answers(second, but, asBefore);
    await made.closed(second);
    expect((await own()).map(({ day }) => day)).toEqual([90, 30]);
    expect(await rowOf("all")).toMatchObject({ amounts: null, compared: null });
  });
});

describe("an operator with the database", () => {
  test("finds after closing no answer, no count, no key and no link, and in what was told nobody", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters.slice(0, 7), asBefore);
    expect(await count("response", id)).toBe(7);
    await made.closed(id);
    for (const table of ["response", "round_secret", "invitation", "answer_count", "reminder"])
      expect([table, await count(table, id)]).toEqual([table, 0]);
    const { rows } = await db.owner.query(
      "SELECT DISTINCT state FROM request WHERE round_id = $1",
      [id],
    );
    expect(rows).toEqual([{ state: "ended" }]);
    const stored = await db.owner.query("SELECT result::text FROM pulse WHERE round_id = $1", [id]);
    for (const personId of made.raters) expect(stored.rows[0].result).not.toContain(personId);
    const left = await db.owner.query(
      "SELECT id FROM message WHERE about_id = $1 AND (way IS NOT NULL OR html IS NOT NULL)",
      [id],
    );
    expect(left.rows).toEqual([]);
  });

  test("finds while it is open pseudonyms alone, which nobody shares with the round before", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    const { rows } = await db.owner.query("SELECT * FROM response WHERE round_id = $1", [id]);
    const text = JSON.stringify(rows);
    for (const personId of made.raters) expect(text).not.toContain(personId);
  });
});

describe("who else", () => {
  test("HR sees that it runs, and neither what is asked nor what was told; others see nothing", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    const { admin } = made.house;
    const run = await inOrganisation(db.platform, admin, (tx) => pulsesToRun(tx, admin));
    expect(run).toMatchObject([{ id, state: "released" }]);
    const shown = JSON.stringify([run, await pulseRunPage(db.platform, admin, id)]);
    expect(shown).not.toMatch(/goals|verdict|mean|result|items/);
    for (const who of ["boss", "peer1", "stranger"] as const) {
      const actor = made.house.member(made.people[who]);
      expect(await pulseResultPage(db.platform, actor, id)).toBeNull();
      expect(await pulseRunPage(db.platform, actor, id)).toBeNull();
      expect(await inOrganisation(db.platform, actor, (tx) => ownPulses(tx, actor))).toEqual([]);
      expect(await closePulse(db.platform, actor, id)).toMatchObject({ reason: "not-allowed" });
    }
    expect(await pulseResultPage(db.platform, admin, id)).toBeNull();
    expect(await pulseResultPage(db.platform, made.lead, id)).toMatchObject({
      told: { behaviours: [{ label: "Insist on goals that can be measured" }, {}] },
    });
  });

  test("HR calls it off: nothing is kept, everybody is told why, and it can be asked again", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    required(await callOffPulse(db.platform, made.house.admin, id, { reason: "Wrong week" }));
    expect(await count("response", id)).toBe(0);
    expect((await own())[0]).toMatchObject({ state: "called-off", result: null });
    expect(
      await callOffPulse(db.platform, made.house.admin, id, { reason: "Again" }),
    ).toMatchObject({
      reason: "not-collecting",
    });
    expect((await made.ask()).ok).toBe(true);
  });

  test("it closes by the clock once its last day has ended everywhere, and scoring twice changes nothing", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    made.later(9);
    expect(await closeDuePulses(db.platform, made.house)).toBe(0);
    made.later(3);
    expect(await closeDuePulses(db.platform, made.house)).toBe(1);
    const payload = { organisationId: made.house.organisationId, pulseId: id };
    await Promise.all([scorePulse(db.platform, payload), scorePulse(db.platform, payload)]);
    const before = await own();
    await scorePulse(db.platform, payload);
    expect(await own()).toEqual(before);
    expect(before[0]).toMatchObject({ state: "done" });
  });

  test("it is exported with what it told, and goes with its person and with the report's round", async () => {
    made.later(30);
    const id = await made.asked();
    await made.answers(id, made.raters, asBefore);
    await made.closed(id);
    const scope = made.house;
    const exported = () =>
      inOrganisation(db.platform, scope, (tx) => personal.export(tx, scope, made.people.lead));
    expect(await exported()).toMatchObject({
      pulses: [{ askedOn: "2026-04-01", questions: [{ verdict: "cant-tell" }, {}] }],
    });
    await db.owner.query("DELETE FROM round WHERE id = $1", [made.cycle.cycleId]).catch(() => null);
    await db.owner.query("DELETE FROM pulse WHERE of_round_id = $1", [made.cycle.cycleId]);
    expect(await exported()).toMatchObject({ pulses: [] });
  });
});
