import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import {
  type MonitoringQuery,
  monitoringPage,
} from "~/features/rounds/monitoring/monitoring-page.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { ownRounds } from "../cycle/own-progress-reads.server.ts";
import { nominationPage } from "../nomination/nomination-page.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { tellNow } from "../testing/tell-progress.ts";
import { cycleHead } from "./running-page.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const page = (query: Partial<MonitoringQuery> = {}, actor: Actor = house.admin) =>
  monitoringPage(db.platform, actor, cycle.cycleId, {
    tab: "participants",
    search: "",
    page: 1,
    ...query,
  });

test("counts who was asked, started and is done, each in all and by relationship", async () => {
  const { peer2, peer3 } = house.people;
  await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2));
  accepted(
    await saveAnswers(db.platform, cycle.rater(peer3), await cycle.requestOf(peer3), [
      ["item-0", "1"],
    ]),
  );
  await tellNow(db.platform, house);
  const { total, byRelationship, participants, counts } = await page();
  expect(total).toEqual({ asked: 10, started: 2, done: 1 });
  expect(byRelationship.find((each) => each.relationship === "peer")?.steps).toEqual({
    asked: 4,
    started: 2,
    done: 1,
  });
  expect(participants?.rows).toMatchObject([
    { name: "lead", total: { asked: 10, done: 1 }, groups: { peer: { asked: 4, done: 1 } } },
  ]);
  expect(counts).toEqual({ participants: 1, departments: 1, people: 9, unreached: 0, changes: 0 });
});

test("the same by department, and a search narrows the list", async () => {
  const { departments } = await page({ tab: "departments" });
  expect(departments).toMatchObject([
    { department: "Deck", participants: 1, total: { asked: 10 } },
  ]);
  expect((await page({ search: "LEAD deck" })).participants?.matching).toBe(1);
  expect((await page({ search: "nobody" })).participants?.matching).toBe(0);
});

test("who has work left is by person with a count, and whoever is done is gone from it", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  await tellNow(db.platform, house);
  const { people } = await page({ tab: "people" });
  expect(people?.matching).toBe(9);
  expect(people?.rows.map((each) => each.name)).not.toContain("peer1");
  expect((await page({ tab: "people", search: "peer2" })).people?.rows).toMatchObject([
    { name: "peer2", left: 1, hasAddress: true },
  ]);
});

test("who declined is listed with the reason, and not asked any more; so are letters that came back", async () => {
  const { stranger } = house.people;
  await db.owner.query(
    "UPDATE request SET state = 'declined', decline_reason = E'contact\nWe never met' WHERE person_id = $1",
    [stranger],
  );
  await db.owner.query("UPDATE message SET state = 'bounced' WHERE to_address = $1", [
    "peer1@house.test",
  ]);
  const { unreached, total } = await page({ tab: "unreached" });
  expect(total.asked).toBe(9);
  expect(unreached).toMatchObject({
    declined: [
      {
        name: "stranger",
        subjectName: "lead",
        reason: { reason: "contact", text: "We never met" },
      },
    ],
    bounced: [{ name: "peer1", address: "peer1@house.test" }],
  });
});

test("attack: HR who takes part themselves reads nowhere why somebody declined to rate them", async () => {
  const { stranger, lead } = house.people;
  await db.owner.query(
    "UPDATE request SET state = 'declined', decline_reason = E'conflict\nNot with her' WHERE person_id = $1",
    [stranger],
  );
  const asked: Actor = { ...house.admin, personId: lead };
  const { unreached } = await page({ tab: "unreached" }, asked);
  expect(unreached?.declined).toMatchObject([{ name: "stranger", reason: null, own: true }]);
  const { rows } = await db.owner.query("SELECT id FROM subject WHERE person_id = $1", [lead]);
  const list = await nominationPage(db.platform, asked, rows[0].id, { search: "", instead: "" });
  expect(JSON.stringify(list)).toContain("stranger");
  expect(JSON.stringify([unreached, list])).not.toContain("Not with her");
  const others = (await page({ tab: "unreached" })).unreached?.declined;
  expect(others).toMatchObject([{ reason: { text: "Not with her" }, own: false }]);
});

test("holds no answer, no text and no time of answering", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1), {
    comments: { keep: "what nobody shall see" },
  });
  for (const tab of ["participants", "departments", "people", "unreached"] as const)
    expect(JSON.stringify(await page({ tab }))).not.toMatch(
      /what nobody|ratings|comment|pseudonym|At"/,
    );
});

test("is for this organisation's administrators alone", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const]) {
    expect([who, await cycleHead(db.platform, actor, cycle.cycleId)]).toEqual([who, null]);
    for (const tab of ["participants", "people", "unreached"] as const)
      expect([who, await page({ tab }, actor)]).toMatchObject([
        who,
        { total: { asked: 0 }, counts: { participants: 0, people: 0, unreached: 0 } },
      ]);
  }
});

test("a participant sees their own groups counted from the minimum up, and nobody else's", async () => {
  const { lead, peer1, peer2, peer3, boss } = house.people;
  for (const rater of [peer1, peer2, boss])
    await answer(db.platform, cycle.rater(rater), await cycle.requestOf(rater));
  const own = async (personId: string) =>
    (
      await inOrganisation(db.platform, house, (tx) =>
        ownRounds(tx, house.member(personId), db.platform.secret),
      )
    ).flatMap((round) => round.groups);
  const countsOf = async () =>
    Object.fromEntries((await own(lead)).map((group) => [group.relationship, group.counts]));
  await tellNow(db.platform, house);
  expect(await countsOf()).toEqual({
    manager: null,
    peer: null,
    direct_report: null,
    other: null,
  });
  await answer(db.platform, cycle.rater(peer3), await cycle.requestOf(peer3));
  await tellNow(db.platform, house);
  expect((await countsOf()).peer).toEqual({ asked: 4, answered: 3 });
  expect(await own(peer1)).toEqual([]);
});
