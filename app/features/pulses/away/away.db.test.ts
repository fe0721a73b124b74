import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { required } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { personal } from "../personal.server.ts";
import { pulsesToRun } from "../pulse/pulse-reads.server.ts";
import { pulseRunPage } from "../pulse/run-page.server.ts";
import { type AwayHouse, createAwayHouse } from "../testing/away.ts";
import { awayForHome } from "./away-for-home.server.ts";
import { callOffAway } from "./call-off-away.server.ts";
import { closeAway, closeDueAway } from "./close-away.server.ts";
import { countAway } from "./count-away.server.ts";

let db: TestDatabase;
let made: AwayHouse;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  made = await createAwayHouse(db);
});

const later = (days: number) =>
  db.platform.clock.set(new Date(db.platform.clock.now().getTime() + days * 86_400_000));
const all = async (id: string, ratingsOf: (at: number) => number[] = (at) => VARIED[at] ?? []) => {
  for (const [at, who] of made.team.entries()) await made.answers(id, who, ratingsOf(at));
};
/** One of six says of each question something else than most. */
const VARIED = [
  [3, 1, 1],
  [3, 2, 2],
  [2, 3, 3],
  [1, 1, 1],
  [3, 2, 1],
  [2, 1, 2],
];
const later2 = { firstDay: "2026-04-06", lastDay: "2026-04-17" };
const scope = () => ({ organisationId: made.house.organisationId });
const query = async <Row>(sql: string, values: unknown[]) =>
  (await db.owner.query(sql, values)).rows as Row[];

describe("asking", () => {
  test("everybody who reports to them is asked, whoever joined meanwhile too, and nobody else; pressed twice it is once", async () => {
    await made.joins("new");
    const [one, two] = await Promise.all([made.ask(), made.ask({ plan: 1 })]);
    expect([one.ok, two.ok].toSorted()).toEqual([false, true]);
    expect(one.ok ? two : one).toMatchObject({ reason: "running" });
    const rows = await query<{ name: string; relationship: string }>(
      `SELECT p.name, q.relationship FROM request q JOIN person p ON p.id = q.person_id
        WHERE q.organisation_id = $1 AND q.state = 'invited' ORDER BY p.name`,
      [scope().organisationId],
    );
    expect(rows.map(({ name }) => name)).toEqual([
      ...["ada", "ben", "cleo", "dan", "eve", "finn", "new"],
    ]);
    expect(new Set(rows.map(({ relationship }) => relationship))).toEqual(
      new Set(["direct_report"]),
    );
    expect((await made.page()).tests).toHaveLength(1);
  });

  test("only about days that are over, not long ago, and long enough; and of a team that the page showed", async () => {
    const problem = (code: string) => ({
      reason: "problems",
      problems: [{ field: "lastDay", code }],
    });
    expect(await made.ask({ lastDay: "2026-03-02" })).toMatchObject(problem("not-over"));
    expect(await made.ask({ lastDay: "2026-05-01" })).toMatchObject(problem("not-over"));
    expect(await made.ask({ firstDay: "2026-02-28", lastDay: "2026-03-01" })).toMatchObject(
      problem("too-short"),
    );
    expect(await made.ask({ firstDay: "2025-12-01", lastDay: "2025-12-19" })).toMatchObject(
      problem("too-long-ago"),
    );
    const older = await made.mark();
    await made.joins("new");
    expect(await made.ask({ team: older })).toMatchObject({ reason: "other-team" });
    expect((await made.ask()).ok).toBe(true);
  });

  test("with fewer than the minimum nobody is asked, and whoever leads nobody is told so", async () => {
    const small = made.house.member(made.people.small);
    expect((await made.page(small)).ask).toMatchObject({ team: 2, counting: 2, minimum: 5 });
    expect(await made.ask({}, small)).toMatchObject({ reason: "few" });
    const ada = made.house.member(made.people.ada);
    expect((await made.page(ada)).ask).toBeNull();
    expect(await made.ask({}, ada)).toMatchObject({ reason: "no-team" });
    await made.leaves(made.people.ada);
    expect((await made.ask()).ok).toBe(true);
    expect((await made.page()).tests).toHaveLength(1);
  });

  test("what they said themselves stands: nobody can say something else of the same days later", async () => {
    const id = await made.asked();
    expect(await made.ask({ plan: 1 })).toMatchObject({ reason: "running" });
    await all(id);
    await made.closed(id);
    later(1);
    expect(await made.ask({ plan: 1 })).toMatchObject({ reason: "asked" });
    expect(await made.ask({ plan: 1, firstDay: "2026-02-20" })).toMatchObject({ reason: "asked" });
    expect((await made.read(id))?.questions.map(({ own }) => own)).toEqual([3, 0, 2]);
  });

  test("home tells of an absence that the directory knows until they asked", async () => {
    const home = () =>
      inOrganisation(db.platform, made.lead, (tx) => awayForHome(db.platform, tx, made.lead));
    expect(await home()).toEqual([]);
    await query(
      `INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day)
       VALUES ($1, gen_random_uuid(), $2, '2026-02-16', '2026-02-27'),
              ($1, gen_random_uuid(), $2, '2026-02-28', '2026-03-01'),
              ($1, gen_random_uuid(), $2, '2026-03-02', '2026-03-20')`,
      [scope().organisationId, made.people.lead],
    );
    expect(await home()).toMatchObject([{ href: "/away-test" }]);
    expect((await made.page()).ask?.absences).toEqual([
      { firstDay: "2026-02-16", lastDay: "2026-02-27" },
    ]);
    await made.asked();
    expect(await home()).toEqual([]);
  });
});

describe("reading", () => {
  test("before it is closed there is nothing to read, anywhere; then counts stand beside what they said, and no tie is left", async () => {
    const id = await made.asked();
    await all(id);
    const open = await made.read(id);
    expect(open).toMatchObject({ state: "collecting", minimum: null });
    expect(open?.questions.map(({ team }) => team)).toEqual([null, null, null]);
    expect(await query("SELECT told FROM away_test WHERE round_id = $1", [id])).toEqual([
      { told: null },
    ]);
    await made.closed(id);
    const page = await made.read(id);
    expect(page).toMatchObject({ state: "done", minimum: 5 });
    for (const [at, { team }] of (page?.questions ?? []).entries()) {
      expect(["counts", "near", "alike"]).toContain(team?.told);
      if (team?.told !== "counts") continue;
      const said = VARIED.map((each) => each[at]);
      expect(team.counts).toEqual(
        [1, 2, 3].map((answer) => said.filter((each) => each === answer).length),
      );
    }
    const [left] = await query(
      `SELECT (SELECT count(*)::int FROM response WHERE round_id = $1) AS responses,
              (SELECT count(*)::int FROM round_secret WHERE round_id = $1) AS keys,
              (SELECT count(*)::int FROM invitation WHERE round_id = $1) AS links,
              (SELECT count(*)::int FROM answer_count WHERE round_id = $1) AS counts`,
      [id],
    );
    expect(left).toMatchObject({ responses: 0, keys: 0, counts: 0 });
    const letters = await query<{ to_address: string; plain: string }>(
      "SELECT to_address, plain FROM message WHERE organisation_id = $1 AND kind = 'away-ready'",
      [scope().organisationId],
    );
    expect(letters.map(({ to_address }) => to_address)).toEqual(["lead@away.test"]);
  });

  test("whoever has the database without the secret finds nobody behind an answer, also while it is open", async () => {
    const id = await made.asked();
    await made.answers(id, made.people.ada, [1, 1, 3]);
    const [response] = await query<Record<string, unknown>>(
      "SELECT * FROM response WHERE round_id = $1",
      [id],
    );
    const kept = JSON.stringify(response);
    for (const who of [...made.team, "ada"]) expect(kept).not.toContain(who);
    const [test] = await query("SELECT * FROM away_test WHERE round_id = $1", [id]);
    for (const who of made.team) expect(JSON.stringify(test)).not.toContain(who);
    // Neither what was recorded nor what was done says who answered.
    const acts = await query<{ action: string }>(
      "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND subject_id = $2",
      [scope().organisationId, id],
    );
    expect(acts).toEqual([{ action: "away.asked", detail: { asked: 6 } }]);
  });

  test("with fewer answers than the minimum nothing is told, however many they were", async () => {
    const id = await made.asked();
    for (const who of made.team.slice(0, 4)) await made.answers(id, who, [3, 2, 1]);
    await made.closed(id);
    for (const { team } of (await made.read(id))?.questions ?? [])
      expect(team).toEqual({ told: "few" });
  });

  test("nobody else reads it: not HR, not their manager, not the team, not whoever left", async () => {
    const id = await made.asked();
    await all(id);
    await made.closed(id);
    const { house, people } = made;
    for (const actor of [
      house.admin,
      { ...house.admin, personId: people.boss },
      house.member(people.boss),
      house.member(people.ada),
      { ...made.lead, role: "leaver" as const },
    ])
      expect(await made.read(id, actor)).toBeNull();
    const run = await pulseRunPage(db.platform, house.admin, id);
    expect(run).toMatchObject({ kind: "away", state: "released" });
    expect(JSON.stringify(run)).not.toMatch(/"(counts|told|questions|firstDay)"/);
  });

  test("whose address HR changes during it counts for nobody, and takes the counts of all with it", async () => {
    const id = await made.asked();
    await query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
      scope().organisationId,
    ]);
    required(
      await importPeopleFile(db.platform, made.house.admin, {
        content: Buffer.from("Name,Employee ID,Email\nada,ada,ada@hr.test\nben,ben,ben@hr.test\n"),
        ...{ dateOrder: null, emptyCells: "keep", store: true },
      }),
    );
    await all(id);
    await made.closed(id);
    for (const { team } of (await made.read(id))?.questions ?? [])
      expect(team).toEqual({ told: "few" });
  });
});

describe("asking again", () => {
  test("with one person more or fewer not within a year, and then with everybody", async () => {
    const id = await made.asked();
    await all(id);
    await made.closed(id);
    db.platform.clock.set(new Date("2026-04-20T12:00:00Z"));
    const joined = await made.joins("new");
    expect((await made.page()).ask?.turn).toEqual({ kind: "nearly-same", from: "2027-03-02" });
    expect(await made.ask(later2)).toMatchObject({ reason: "nearly-same" });
    await made.leaves(joined);
    expect((await made.page()).ask?.turn).toEqual({ kind: "now" });
    // Somebody else in the place of one of them is two.
    await made.leaves(made.people.ada);
    await made.joins("other");
    expect(await made.ask(later2)).toMatchObject({ reason: "nearly-same" });
    db.platform.clock.set(new Date("2027-03-02T12:00:00Z"));
    expect((await made.ask({ firstDay: "2027-02-01", lastDay: "2027-02-12" })).ok).toBe(true);
  });

  test("one that HR called off told nothing, and hinders nobody", async () => {
    const id = await made.asked();
    await all(id);
    required(await callOffAway(db.platform, made.house.admin, id, { reason: "A mistake." }));
    expect(await made.read(id)).toMatchObject({
      ...{ state: "called-off", calledOffReason: "A mistake.", minimum: null },
    });
    expect(await query("SELECT 1 FROM response WHERE round_id = $1", [id])).toEqual([]);
    await made.joins("new");
    expect((await made.ask({ plan: 1 })).ok).toBe(true);
  });
});

describe("running", () => {
  test("HR sees that it runs and closes it once; nobody else does", async () => {
    const id = await made.asked();
    const { admin } = made.house;
    const runs = (actor = admin) =>
      inOrganisation(db.platform, actor, (tx) => pulsesToRun(tx, actor));
    expect(await runs()).toMatchObject([{ id, kind: "away", person: "lead" }]);
    expect(await runs(made.lead)).toEqual([]);
    expect(await closeAway(db.platform, made.lead, id)).toMatchObject({ reason: "not-allowed" });
    required(await closeAway(db.platform, admin, id));
    expect(await closeAway(db.platform, admin, id)).toMatchObject({ ok: false });
    expect(await callOffAway(db.platform, admin, id, { reason: "Late." })).toMatchObject({
      ok: false,
    });
    expect((await made.read(id))?.state).toBe("closing");
    await countAway(db.platform, { ...scope(), roundId: id });
    await countAway(db.platform, { ...scope(), roundId: id });
    expect((await made.read(id))?.state).toBe("done");
  });

  test("on its last day it closes by itself, whoever declined among those who were asked", async () => {
    const id = await made.asked();
    const { ada } = made.people;
    const device = "device";
    const rater = { ...scope(), personId: ada, roundId: id, device };
    const [request] = await query<{ id: string }>(
      "SELECT id FROM request WHERE round_id = $1 AND person_id = $2",
      [id, ada],
    );
    const unsaid = { reason: "unsaid", text: "" } as const;
    required(await declineRequest(db.platform, rater, request?.id ?? "", unsaid));
    // HR does not see that one of them did: no number falls, and no record says so.
    const run = await pulseRunPage(db.platform, made.house.admin, id);
    expect(run).toMatchObject({ asked: made.team.length, done: 0 });
    const told = await query(
      "SELECT 1 FROM audit_record WHERE action LIKE 'rater.%' AND organisation_id = $1",
      [made.house.organisationId],
    );
    expect(told).toEqual([]);
    expect(await closeDueAway(db.platform, scope())).toBe(0);
    later(12);
    expect(await closeDueAway(db.platform, scope())).toBe(1);
    await countAway(db.platform, { ...scope(), roundId: id });
    await made.joins("new");
    expect((await made.page()).ask?.turn.kind).toBe("nearly-same");
  });
});

describe("of whom it was", () => {
  test("it is exported with what both said, keeps its person from being merged, and goes when they are erased", async () => {
    const id = await made.asked();
    await all(id);
    await made.closed(id);
    const { lead } = made.people;
    const exported = await inOrganisation(db.platform, made.house.admin, (tx) =>
      personal.export(tx, scope(), lead),
    );
    expect(exported.away).toMatchObject([
      { firstDay: "2026-02-16", questions: [{ own: "3" }, { own: null }, { own: "2" }] },
    ]);
    const { admin } = made.house;
    await inOrganisation(db.platform, admin, async (tx) => {
      const pair = { goes: lead, stays: made.people.boss, address: null };
      expect((await personal.merge.look(db.platform, tx, admin, pair)).hindrances).toHaveLength(1);
      const named = { names: ["lead"], addresses: [], handedOn: [], pseudonym: "Erased" };
      await personal.erase.carryOut(db.platform, tx, admin, { personId: lead, ...named });
    });
    expect(await query("SELECT 1 FROM away_test WHERE round_id = $1", [id])).toEqual([]);
  });
});
