import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { LONGEST_COMMENT } from "~/features/questionnaires/domain/answers.ts";
import {
  questionnaireFor,
  saveAnswers,
  submitAnswers,
} from "~/features/rounds/answering/answer.server.ts";
import { raterOfLink } from "~/features/rounds/answering/link-reads.server.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { scoreCycle } from "../closing/score-cycle.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { storedAnswers } from "../testing/snapshot.ts";

const OPEN = new Date("2026-03-02T12:00:00Z");

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let rater: RaterActor;
let requestId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(OPEN);
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  rater = cycle.rater(house.people.peer1);
  requestId = await cycle.requestOf(house.people.peer1);
});
afterAll(() => db.close());

const save = (fields: [string, string][], as = rater, id = requestId) =>
  saveAnswers(db.platform, as, id, fields);
const submit = (declineRest = true, as = rater, id = requestId) =>
  submitAnswers(db.platform, as, id, declineRest);
const look = (as = rater, id = requestId) => questionnaireFor(db.platform, as, id);
const answers = async () => accepted(await look()).answers;
const everything = () => storedAnswers(db.owner, cycle.cycleId);
const stateOfRater = async () => {
  const requests = await inOrganisation(db.platform, rater, (tx) =>
    openRequests(tx, rater, db.platform.secret),
  );
  return requests.find((request) => request.id === requestId)?.state;
};

test("a questionnaire starts empty, and looking at it leaves no trace", async () => {
  const before = await everything();
  const seen = accepted(await look());
  expect(seen).toMatchObject({ submitted: false, open: true });
  expect(seen.answers.ratings).toEqual(Array.from({ length: 24 }, () => null));
  expect(await everything()).toEqual(before);
  expect(await stateOfRater()).toBe("invited");
});

test("answers are kept as they are given, and only the fields that were sent change", async () => {
  accepted(
    await save([
      ["item-0", "2"],
      ["item-1", "none"],
      ["comment-keep", "Calm in storms"],
    ]),
  );
  accepted(await save([["item-2", "-1"]]));
  expect(await answers()).toMatchObject({
    ratings: expect.arrayContaining([2, -1]),
    cantSay: [1],
    comments: { keep: "Calm in storms" },
  });
  expect((await answers()).ratings.slice(0, 4)).toEqual([2, null, -1, null]);
  expect(await stateOfRater()).toBe("started");
});

test("impossible answers are named, and change nothing of their own field or of others", async () => {
  accepted(await save([["item-0", "1"]]));
  const wrong: [string, string][] = [
    ["item-0", "7"],
    ["item-99", "1"],
    ["item-1", "DROP"],
  ];
  const { problems } = accepted(await save([...wrong, ["item-2", "0"], ["id", "x"]]));
  expect(problems.map((problem) => problem.field)).toEqual(["item-0", "item-99", "item-1"]);
  expect((await answers()).ratings.slice(0, 3)).toEqual([1, null, 0]);
});

test("characters that PostgreSQL cannot store do not lose the comment around them", async () => {
  accepted(await save([["comment-keep", "before\u0000after \ud83d end 👩‍🚀"]]));
  expect((await answers()).comments.keep).toMatch(/^before.?after . end 👩‍🚀$/u);
});

test("a comment that is too long is named and keeps what was there", async () => {
  accepted(
    await save([
      ["comment-keep", "short and kept"],
      ["item-0", "1"],
    ]),
  );
  const { problems } = accepted(await save([["comment-keep", "x".repeat(LONGEST_COMMENT + 1)]]));
  expect(problems).toEqual([{ field: "comment-keep", code: "too-long" }]);
  expect((await answers()).comments).toEqual({ keep: "short and kept" });
});

test("two tabs of one device, by link and signed in, saving different fields at once lose nothing and make one response", async () => {
  const bySignIn: RaterActor = { ...rater, roundId: null };
  await Promise.all(
    Array.from({ length: 24 }, (_, item) =>
      save([[`item-${item}`, String((item % 5) - 2)]], item % 2 ? rater : bySignIn),
    ),
  );
  expect((await answers()).ratings).toEqual(Array.from({ length: 24 }, (_, i) => (i % 5) - 2));
  const { rows } = await db.owner.query("SELECT revision FROM response WHERE round_id = $1", [
    cycle.cycleId,
  ]);
  expect(rows).toEqual([{ revision: 25 }]);
});

test("sending asks for every open item, and declines the rest only when told to", async () => {
  accepted(
    await save([
      ["item-0", "1"],
      ["item-1", "none"],
    ]),
  );
  const tried = await submit(false);
  expect(tried).toMatchObject({ ok: false, reason: "open-items" });
  expect(!tried.ok && "items" in tried && tried.items).toEqual(
    accepted(await look())
      .instrument.items.slice(2, 24)
      .map(({ key }) => key),
  );
  expect(await stateOfRater()).toBe("started");
  required(await submit(true));
  const seen = accepted(await look());
  expect(seen.submitted).toBe(true);
  expect(seen.answers.cantSay).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  expect(await stateOfRater()).toBe("done");
});

test("a form that says nothing at all does not count as an answer", async () => {
  expect(await submit(true)).toEqual({ ok: false, reason: "nothing-said" });
  expect(await stateOfRater()).toBe("invited");
});

test("sent twice, even at once, it counts once; changed afterwards, it stays sent", async () => {
  accepted(await save([["item-0", "1"]]));
  for (const outcome of await Promise.all([submit(), submit()]))
    expect(outcome).toEqual({ ok: true });
  expect(await submit(false)).toEqual({ ok: true });
  accepted(await save([["item-0", "-2"]]));
  const seen = accepted(await look());
  expect([seen.submitted, seen.answers.ratings[0]]).toEqual([true, -2]);
  expect(await stateOfRater()).toBe("done");
  const { rows } = await db.owner.query("SELECT state FROM response WHERE round_id = $1", [
    cycle.cycleId,
  ]);
  expect(rows).toEqual([{ state: "submitted" }]);
});

test("someone else's request looks exactly like one that does not exist", async () => {
  accepted(await save([["item-0", "1"]]));
  const other = await createHouse(db.platform);
  const otherCycle = await collectingCycle(db.platform, other);
  const before = await everything();
  const intruders: [string, RaterActor, string][] = [
    ["another rater", cycle.rater(house.people.peer2), requestId],
    ["the participant", cycle.rater(house.people.lead), requestId],
    ["the participant's manager", cycle.rater(house.people.boss), requestId],
    ["someone who was asked nothing", cycle.rater(house.people.report4), requestId],
    [
      "the same person by a link of another cycle",
      { ...rater, roundId: otherCycle.cycleId },
      requestId,
    ],
    ["someone of another organisation", otherCycle.rater(other.people.peer1), requestId],
    [
      "the rater in another organisation",
      { ...rater, organisationId: other.organisationId },
      requestId,
    ],
    ["the rater, with an id that is nobody's", rater, newId()],
    ["the rater, with something that is no id", rater, "not-an-id"],
    ["the rater, with the participant's id", rater, cycle.participants.get(house.people.lead)!],
  ];
  const unknown = { ok: false, reason: "unknown" };
  for (const [who, actor, id] of intruders) {
    expect([who, await look(actor, id)]).toEqual([who, unknown]);
    expect([who, await save([["item-0", "2"]], actor, id)]).toEqual([who, unknown]);
    expect([who, await submit(true, actor, id)]).toEqual([who, unknown]);
  }
  expect(await everything()).toEqual(before);
});

test("the last day counts in full; the day after, answers are refused and nothing changes", async () => {
  db.platform.clock.set(new Date("2026-03-20T23:59:59Z"));
  accepted(await save([["item-0", "1"]]));
  db.platform.clock.set(new Date("2026-03-21T00:00:00Z"));
  const before = await everything();
  expect(await save([["item-0", "2"]])).toEqual({ ok: false, reason: "closed" });
  expect(await submit()).toEqual({ ok: false, reason: "closed" });
  expect(accepted(await look())).toMatchObject({
    open: false,
    answers: { ratings: expect.anything() },
  });
  expect(await everything()).toEqual(before);
});

test("while a cycle is scored, and after it closed, answers are refused and nothing changes", async () => {
  await answer(db.platform, rater, requestId);
  required(await closeCycle(db.platform, house.admin, cycle.cycleId));
  const closing = await everything();
  for (const attempt of [await save([["item-0", "2"]]), await submit()])
    expect(attempt).toEqual({ ok: false, reason: "closed" });
  expect(await everything()).toEqual(closing);
  const { organisationId } = house;
  await scoreCycle(db.platform, { organisationId, cycleId: cycle.cycleId });
  const closed = await everything();
  for (const attempt of [await save([["item-0", "2"]]), await submit(), await look()])
    expect(attempt).toEqual({ ok: false, reason: "closed" });
  expect(await everything()).toEqual(closed);
});

test("an answer that arrives while the cycle closes is either counted or refused, never left behind", async () => {
  await answer(db.platform, rater, requestId);
  const late = cycle.rater(house.people.peer2);
  const lateRequest = await cycle.requestOf(house.people.peer2);
  // Once the answer was found to be allowed, it waits while the cycle closes and is scored, if that can happen.
  let closing: Promise<void> | null = null;
  const close = async () => {
    required(await closeCycle(db.platform, house.admin, cycle.cycleId));
    const { organisationId } = house;
    await scoreCycle(db.platform, { organisationId, cycleId: cycle.cycleId });
  };
  const database = db.platform.database.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (closing === null && result.rows.some((row) => "closesOn" in row && "salt" in row)) {
        closing = close();
        await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 500))]);
      }
      return result;
    },
  });
  const outcome = await saveAnswers({ ...db.platform, database }, late, lateRequest, [
    ["item-0", "1"],
  ]);
  expect(outcome.ok).toBe(true);
  expect(closing).not.toBeNull();
  await closing;
  const { rows } = await db.owner.query(
    "SELECT count(pseudonym)::int AS linked, count(*) FILTER (WHERE state = 'draft')::int AS drafts FROM response WHERE round_id = $1",
    [cycle.cycleId],
  );
  expect(rows).toEqual([{ linked: 0, drafts: 0 }]);
});

test("a rater's list shows their own requests only, with what is left", async () => {
  const { lead, peer1, boss, report1, report4 } = house.people;
  const second = await collectingCycle(db.platform, house, [
    { personId: boss, raters: [{ personId: peer1, relationship: "direct_report" }] },
    { personId: report1, raters: [{ personId: peer1, relationship: "other" }] },
  ]);
  const list = (actor: RaterActor) =>
    inOrganisation(db.platform, actor, async (tx) => {
      const requests = await openRequests(tx, actor, db.platform.secret);
      return {
        about: requests.map((request) => request.subjectPersonId),
        left: requests.filter((request) => request.state !== "done").length,
      };
    });
  expect(await list(rater)).toEqual({ about: [lead], left: 1 });
  expect((await list({ ...rater, roundId: null })).about.toSorted()).toEqual(
    [lead, boss, report1].toSorted(),
  );
  await answer(db.platform, second.rater(peer1), await second.requestOf(peer1, boss));
  expect(await list(second.rater(peer1))).toEqual({ about: [report1, boss], left: 1 });
  expect(await list(cycle.rater(report4))).toEqual({ about: [], left: 0 });
  const other = await createHouse(db.platform);
  expect(await list({ ...rater, organisationId: other.organisationId })).toEqual({
    about: [],
    left: 0,
  });
});

test("a personal link opens one person's list in one cycle, in its own organisation, until the cycle closes", async () => {
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM invitation WHERE round_id = $1 AND person_id = $2",
    [cycle.cycleId, house.people.peer1],
  );
  const invitationId = rows[0]!.id;
  const open = (organisationId: string) =>
    inOrganisation(db.platform, { organisationId }, (tx) =>
      raterOfLink(tx, { organisationId, invitationId }),
    );
  const { device: _device, ...owner } = rater;
  expect(await open(house.organisationId)).toEqual({
    ...{ ...owner, name: "peer1" },
    calledOff: null,
  });
  const other = await createHouse(db.platform);
  expect(await open(other.organisationId)).toBeNull();
  required(await closeCycle(db.platform, house.admin, cycle.cycleId));
  const { organisationId } = house;
  await scoreCycle(db.platform, { organisationId, cycleId: cycle.cycleId });
  expect(await open(organisationId)).toBeNull();
});

test("a rater who was asked about two people answers about each apart", async () => {
  const { boss, lead, peer1 } = house.people;
  const [usual] = usualAssignments(house);
  const both = await collectingCycle(db.platform, house, [
    usual!,
    { personId: boss, raters: [{ personId: peer1, relationship: "direct_report" }] },
  ]);
  const actor = both.rater(peer1);
  const aboutLead = await both.requestOf(peer1, lead);
  const aboutBoss = await both.requestOf(peer1, boss);
  accepted(await save([["item-0", "2"]], actor, aboutLead));
  accepted(await save([["item-0", "-2"]], actor, aboutBoss));
  const first = async (id: string) => accepted(await look(actor, id)).answers.ratings[0];
  expect([await first(aboutLead), await first(aboutBoss)]).toEqual([2, -2]);
});
