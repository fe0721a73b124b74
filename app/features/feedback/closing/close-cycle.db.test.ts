import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { reportPage } from "~/features/reports/report/report-page.server.ts";
import { ownReports, reportView } from "~/features/reports/report/report-reads.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleList, cycleView } from "../cycle/cycle-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { releaseCycle } from "../releasing/release-cycle.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  closeScoreAndRelease,
  collectingCycle,
  draftCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { storedAnswers } from "../testing/snapshot.ts";
import { tellNow } from "../testing/tell-progress.ts";
import { closeCycle } from "./close-cycle.server.ts";
import { scoreCycle } from "./score-cycle.server.ts";

const TODAY = "2026-04-01";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase({ chance: () => 1 - 1e-9 });
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  const { lead, boss, peer1, peer2, peer3, report1, report2, report3 } = house.people;
  for (const person of [lead, boss, peer1, peer2, peer3, report1, report2, report3])
    await answer(db.platform, cycle.rater(person), await cycle.requestOf(person), {
      ratings: person === lead ? [0] : [1, -1, 0],
      comments: {
        keep: `From ${Object.keys(house.people).find((key) => house.people[key as keyof House["people"]] === person)}`,
      },
    });
});
afterAll(() => db.close());

const everything = () => storedAnswers(db.owner, cycle.cycleId);
const close = () => closeCycle(db.platform, house.admin, cycle.cycleId);
const score = (platform = db.platform) =>
  scoreCycle(platform, { organisationId: house.organisationId, cycleId: cycle.cycleId });
const release = () => releaseCycle(db.platform, house.admin, cycle.cycleId);
const reports = async () =>
  (
    await db.owner.query<{ id: string; participant_id: string; result: unknown }>(
      "SELECT id, participant_id, result FROM report WHERE cycle_id = $1 ORDER BY participant_id",
      [cycle.cycleId],
    )
  ).rows;
const view = () =>
  inOrganisation(db.platform, house, (tx) => cycleView(tx, house.admin, cycle.cycleId));

const expectRefused = (attempt: (actor: Actor, id: string) => Promise<unknown>) =>
  expectRefusals(db.platform, house, cycle.cycleId, everything, attempt);

describe("closing", () => {
  test("stops taking answers and leaves one job to score, however often it is asked for at once", async () => {
    const outcomes = await Promise.all([close(), close()]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    expect(await close()).toEqual({ ok: false, reason: "not-collecting" });
    const { rows } = await db.owner.query(
      "SELECT name, data FROM pgboss.job WHERE data ->> 'cycleId' = $1",
      [cycle.cycleId],
    );
    const { organisationId } = house;
    expect(rows).toEqual([
      { name: "score-cycle", data: { organisationId, cycleId: cycle.cycleId } },
    ]);
    expect(await view()).toMatchObject({
      state: "closing",
      closure: { scored: 0, total: 1, invited: 10, answered: 8, done: false },
    });
  });

  test("is refused to everyone but this organisation's administrators, and before launch", async () => {
    await expectRefused((actor, id) => closeCycle(db.platform, actor, id));
    const draft = await draftCycle(db.platform, house);
    expect(await closeCycle(db.platform, house.admin, draft)).toEqual({
      ok: false,
      reason: "not-collecting",
    });
  });
});

describe("scoring", () => {
  test("freezes one report, closes the cycle, and tells how many were asked and answered", async () => {
    required(await close());
    await score();
    expect(await reports()).toHaveLength(1);
    expect(await view()).toMatchObject({
      state: "closed",
      closure: { scored: 1, total: 1, invited: 10, answered: 8, done: true },
    });
  });

  test("does nothing to a cycle that is not closing, or of another organisation", async () => {
    const before = await everything();
    await score();
    required(await close());
    const closing = await everything();
    const { elsewhere } = await bystanders(db.platform, house);
    await scoreCycle(db.platform, {
      organisationId: elsewhere.organisationId,
      cycleId: cycle.cycleId,
    });
    await scoreCycle(db.platform, { organisationId: house.organisationId, cycleId: newId() });
    expect(await everything()).toEqual(closing);
    expect(closing).not.toEqual(before);
  });

  test("done twice, at once and one after the other, changes nothing the second time", async () => {
    required(await close());
    await Promise.all([score(), score()]);
    const first = [await reports(), await everything()];
    await score();
    expect([await reports(), await everything()]).toEqual(first);
    const { rows } = await db.owner.query(
      "SELECT count(*)::int FROM audit_record WHERE subject_id = $1 AND action = 'cycle.severed'",
      [cycle.cycleId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("killed halfway it resumes: the same reports as without a break, nothing lost or doubled", async () => {
    await manyParticipants(27);
    required(await close());
    const results = async () =>
      (await reports()).map(({ participant_id, result }) => [participant_id, result]);
    // Without a break, up to the point where ties are cut; then back to the start.
    await expect(score(killedAfter(28))).rejects.toThrow("killed");
    const unbroken = await results();
    expect(unbroken).toHaveLength(27);
    await db.owner.query("DELETE FROM report WHERE cycle_id = $1", [cycle.cycleId]);
    await expect(score(killedAfter(11))).rejects.toThrow("killed");
    expect(await results()).toEqual([]);
    await expect(score(killedAfter(27))).rejects.toThrow("killed");
    expect(await results()).toHaveLength(25);
    expect((await view())?.closure).toMatchObject({ scored: 25, total: 27, done: false });
    // All reports stand, and it is killed while the ties are being cut: nothing of that is kept.
    await expect(score(killedAfter(2))).rejects.toThrow("killed");
    const { rows } = await db.owner.query(
      "SELECT count(pseudonym)::int FROM response WHERE round_id = $1",
      [cycle.cycleId],
    );
    expect(rows).toEqual([{ count: 81 }]);
    await score();
    expect(await results()).toEqual(unbroken);
    expect((await view())?.closure).toMatchObject({ scored: 27, total: 27, done: true });
  });

  /** Another cycle: this many people, each rated differently by the same three peers. */
  async function manyParticipants(count: number): Promise<void> {
    const names = Array.from({ length: count }, (_, index) => `participant${index}`);
    const people = await createPeople(
      db.platform,
      house,
      Object.fromEntries(names.map((name) => [name, { email: `${name}@house.test` }])),
    );
    const { peer1, peer2, peer3 } = house.people;
    const raters = [peer1, peer2, peer3];
    const asked = raters.map((personId) => ({ personId, relationship: "peer" as const }));
    const assignments = Object.values(people).map((personId) => ({ personId, raters: asked }));
    cycle = await collectingCycle(db.platform, house, assignments);
    for (const rater of raters)
      for (const [index, about] of Object.values(people).entries())
        await answer(db.platform, cycle.rater(rater), await cycle.requestOf(rater, about), {
          ratings: [(index % 5) - 2, rater === peer1 ? 1 : 0, -1],
          comments: { keep: `${rater} about ${about}` },
        });
  }

  /** A platform whose process dies when the time is asked for once too often. */
  function killedAfter(times: number): typeof db.platform {
    let asked = 0;
    const now = () => {
      asked += 1;
      if (asked > times) throw new Error("killed");
      return db.platform.clock.now();
    };
    return { ...db.platform, clock: { ...db.platform.clock, now } };
  }
});

describe("releasing", () => {
  test("lets participants read their reports and writes to each, once", async () => {
    await closeAndScore(db.platform, house, cycle.cycleId);
    const outcomes = await Promise.all([release(), release()]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    const { rows } = await db.owner.query(
      "SELECT to_address, way FROM message WHERE kind = 'report-ready' AND organisation_id = $1",
      [house.organisationId],
    );
    expect(rows.map((row) => row.to_address)).toEqual(["lead@house.test"]);
    expect(rows[0].way).toMatchObject({ to: "account", path: expect.stringContaining("/reports") });
    expect((await view())?.state).toBe("released");
  });

  test("is refused before closing, while scoring, twice, and to everyone but administrators", async () => {
    const refused = { ok: false, reason: "not-closed" };
    expect(await release()).toEqual(refused);
    required(await close());
    expect(await release()).toEqual(refused);
    await score();
    await expectRefused((actor, id) => releaseCycle(db.platform, actor, id));
    accepted(await release());
    expect(await release()).toEqual(refused);
  });
});

describe("reading", () => {
  test("a report is its participant's alone, and only once released: a table over all roles", async () => {
    await closeAndScore(db.platform, house, cycle.cycleId);
    const [report] = await reports();
    const { members, elsewhere } = await bystanders(db.platform, house);
    const { lead } = house.people;
    const readers: [string, Actor][] = [
      ...members,
      ["an administrator", house.admin],
      [
        "an administrator who is the participant's manager",
        { ...house.admin, personId: house.people.boss },
      ],
      ["an administrator elsewhere", elsewhere],
      ["the participant's id in another organisation", { ...elsewhere, personId: lead }],
      ["the participant, as an administrator", { ...house.admin, personId: lead }],
    ];
    const table = async () => {
      const seen: string[] = [];
      for (const [who, actor] of readers) {
        const read = await inOrganisation(db.platform, actor, async (tx) => ({
          view: (await reportView(tx, actor, report!.id, TODAY)) !== null,
          page: (await reportPage(tx, actor, report!.id, TODAY)) !== null,
          list: (await ownReports(tx, actor)).length > 0,
        }));
        expect(new Set(Object.values(read)).size).toBe(1);
        if (read.view) seen.push(who);
      }
      return seen;
    };
    expect(await table()).toEqual([]);
    accepted(await release());
    expect(await table()).toEqual(["the participant", "the participant, as an administrator"]);
  });

  test("an unknown or malformed report id looks like a report of someone else", async () => {
    await closeScoreAndRelease(db.platform, house, cycle.cycleId);
    const lead = house.member(house.people.lead);
    for (const id of [newId(), "not-an-id", cycle.cycleId])
      expect(
        await inOrganisation(db.platform, lead, (tx) => reportView(tx, lead, id, TODAY)),
      ).toBeNull();
  });

  test("the report shows who answered by group, and comments without a name", async () => {
    await closeScoreAndRelease(db.platform, house, cycle.cycleId);
    const lead = house.member(house.people.lead);
    const [report] = await reports();
    const seen = await inOrganisation(db.platform, lead, (tx) =>
      reportView(tx, lead, report!.id, TODAY),
    );
    expect(seen?.content.groups.map(({ id, raters }) => [id, raters]).toSorted()).toEqual([
      ["direct_report", 3],
      ["manager", 1],
      ["peer", 3],
      ["self", 1],
    ]);
    expect(seen?.content.hidden).toEqual([{ relationship: "other", reason: "hidden-few-raters" }]);
    const texts = seen!.content.comments.questions.flatMap(({ groups }) =>
      groups.flatMap((group) => group.texts),
    );
    expect(texts).toContain("From boss");
  });

  test("lists and progress are HR's: members get nothing, and answers are in none of them", async () => {
    const read = (actor: Actor) =>
      inOrganisation(db.platform, actor, async (tx) => [
        await cycleList(tx, actor),
        await cycleView(tx, actor, cycle.cycleId),
        await participantProgress(tx, actor, cycle.cycleId),
      ]);
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [who, actor] of [...members, ["an administrator elsewhere", elsewhere] as const])
      expect([who, await read(actor)]).toEqual([who, [[], null, []]]);
    for (const id of [newId(), "not-an-id"])
      expect(
        await inOrganisation(db.platform, house, async (tx) => [
          await cycleView(tx, house.admin, id),
          await participantProgress(tx, house.admin, id),
        ]),
      ).toEqual([null, []]);
    await tellNow(db.platform, house);
    const open = await read(house.admin);
    expect(open[0]).toMatchObject([{ participants: 1, asked: 10, answered: 8 }]);
    expect(JSON.stringify(open)).not.toContain("From ");
    await closeScoreAndRelease(db.platform, house, cycle.cycleId);
    const closed = await read(house.admin);
    expect(closed[0]).toMatchObject([{ participants: 1, asked: 10, answered: 8 }]);
    const [participant] = closed[2] as { groups: { answered: number }[] }[];
    expect(participant!.groups.map((group) => group.answered)).toEqual([0, 0, 0, 0, 0]);
  });
});
