import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyone } from "~/features/people/domain/find-people.ts";
import type { AudienceChange } from "~/features/people/domain/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { callOffCycle } from "../running/call-off-cycle.server.ts";
import { participantPage } from "../running/participant-page.server.ts";
import { bystanders } from "../testing/actors.ts";
import { coachedHouse } from "../testing/coached-cycle.ts";
import {
  accepted,
  answer,
  closeAndScore,
  closeScoreAndRelease,
  required,
} from "../testing/cycle.ts";
import type { House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { assignCoach } from "./assign-coach.server.ts";
import { coachesWhoRate, wouldRate } from "./coach-rater-reads.server.ts";
import { chooseCoached, coachedPage } from "./coached-people.server.ts";
import { coachesPage } from "./coaches-page.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await begin();
});
afterAll(() => db.close());
const { begin, cycle, coachedCycle, assign, everything, coachOf, letters } = coachedHouse(() => db);

describe("naming coaches", () => {
  test("one for all who have none, never themselves; a manager counts as one to be warned about", async () => {
    const { lead, boss } = await coachedCycle();
    expect(accepted(await assign("all-without-coach", boss))).toEqual({
      assigned: 1,
      ofTheirReports: 1,
    });
    expect(await coachOf(lead)).toBe(boss);
    expect(await coachOf(boss)).toBeNull();
  });

  test("only colleagues who are there can be it, and nobody coaches themselves", async () => {
    const { lead, leadId } = await coachedCycle();
    expect(await assign([leadId], lead)).toEqual({ ok: false, reason: "self" });
    const { gone } = await createPeople(db.platform, house, { gone: { status: "inactive" } });
    for (const id of [gone, newId()])
      expect(await assign([leadId], id)).toEqual({ ok: false, reason: "no-coach" });
    expect(await assign([newId()], house.people.peer1)).toEqual({ ok: false, reason: "unknown" });
    expect(await coachOf(lead)).toBeNull();
  });

  test("is for this organisation's administrators alone, and over once all was released or called off", async () => {
    const { coach } = await coachedCycle();
    const choice = { whom: "all-without-coach" as const, coachId: coach };
    await expectRefusals(db.platform, house, cycle().cycleId, everything, (actor, id) =>
      assignCoach(db.platform, actor, id, choice),
    );
    await closeScoreAndRelease(db.platform, house, cycle().cycleId);
    const late = { ok: false, reason: "released-already" };
    expect(await assign("all-without-coach", coach)).toEqual(late);
    const { leadId } = await coachedCycle();
    const { rows } = await db.owner.query("SELECT name, revision FROM round WHERE id = $1", [
      cycle().cycleId,
    ]);
    const confirmed = { ...rows[0], reason: "The people asked were the wrong ones." };
    required(await callOffCycle(db.platform, house.admin, cycle().cycleId, confirmed));
    expect(await assign([leadId], coach)).toEqual(late);
  });
});

describe("whom somebody coaches", () => {
  const nobody = { shown: [], ticked: [] };
  const choose = (coachId: string, change: Partial<AudienceChange>, actor = house.admin) =>
    chooseCoached(
      db.platform,
      actor,
      { cycleId: cycle().cycleId, coachId },
      { ...nobody, ...change },
    );
  const page = (coachId: string, actor = house.admin) =>
    coachedPage(
      db.platform,
      actor,
      { cycleId: cycle().cycleId, coachId },
      { filter: everyone, page: 1 },
    );

  test("is who is ticked, or everyone below a manager; another coach's people say so, and change hands", async () => {
    const { lead, boss, coach } = await coachedCycle();
    expect(accepted(await choose(coach, { shown: [lead, boss], ticked: [lead] }))).toBe(1);
    expect([await coachOf(lead), await coachOf(boss)]).toEqual([coach, null]);
    const { peer1 } = house.people;
    expect((await page(peer1))?.notes[lead]).toEqual({
      coach: "report4",
      isManager: false,
      rates: true,
    });
    const all = { change: "add" as const, filter: { ...everyone, below: boss } };
    expect(accepted(await choose(peer1, { all }))).toBe(1);
    expect([await coachOf(lead), await coachOf(boss)]).toEqual([peer1, null]);
    expect(accepted(await choose(peer1, { shown: [lead], ticked: [] }))).toBe(0);
    expect(await coachOf(lead)).toBeNull();
  });

  test("is never the coach themselves, nor anyone who does not take part", async () => {
    const { lead, boss } = await coachedCycle();
    expect((await page(lead))?.people.people.map(({ id }) => id)).toEqual([boss]);
    const { stranger } = house.people;
    const ticked = { shown: [lead, stranger], ticked: [lead, stranger] };
    expect(accepted(await choose(lead, ticked))).toBe(0);
    expect(await coachOf(lead)).toBeNull();
  });

  test("is for this organisation's administrators to see and choose, of colleagues who are there", async () => {
    const { lead, coach } = await coachedCycle();
    const change = { ...nobody, shown: [lead], ticked: [lead] };
    await expectRefusals(db.platform, house, cycle().cycleId, everything, (actor, cycleId) =>
      chooseCoached(db.platform, actor, { cycleId, coachId: coach }, change),
    );
    expect(await page(coach, house.member(lead))).toBeNull();
    expect(await page(newId())).toBeNull();
    expect(await choose(newId(), change)).toEqual({ ok: false, reason: "no-coach" });
    await closeScoreAndRelease(db.platform, house, cycle().cycleId);
    expect(await choose(coach, change)).toEqual({ ok: false, reason: "released-already" });
  });

  test("who gains a report that waits is told at once; a button pressed twice tells nobody twice", async () => {
    const { lead, coach } = await coachedCycle();
    await closeAndScore(db.platform, house, cycle().cycleId);
    const change = { shown: [lead], ticked: [lead] };
    required(await choose(coach, change));
    required(await choose(coach, change));
    expect(await letters("report-to-read")).toHaveLength(1);
  });
});

describe("a coach who is also a rater", () => {
  const page = (search = "", actor = house.admin) =>
    coachesPage(db.platform, actor, cycle().cycleId, search);
  const participant = (participantId: string, search = "") =>
    participantPage(db.platform, house.admin, { cycleId: cycle().cycleId, participantId, search });

  test("is named to HR before and after they are chosen, and not refused", async () => {
    const { leadId } = await coachedCycle();
    const { peer1, report4 } = house.people;
    expect((await page("peer1"))?.found).toMatchObject([{ id: peer1, rates: ["lead"] }]);
    expect((await page("stranger"))?.found).toMatchObject([{ rates: ["boss", "lead"] }]);
    expect((await page("report4"))?.found).toMatchObject([{ id: report4, rates: [] }]);
    expect((await participant(leadId, "stranger"))?.found).toMatchObject([{ rates: ["lead"] }]);
    expect((await page())?.alsoRaters).toEqual([]);
    required(await assign([leadId], peer1));
    expect((await page())?.alsoRaters).toEqual([{ coach: "peer1", participants: ["lead"] }]);
    expect((await participant(leadId))?.coach).toMatchObject({ name: "peer1", rates: true });
    expect((await page("peer1"))?.found, "the lead has a coach now").toMatchObject([{ rates: [] }]);
    required(await assign([leadId], report4));
    expect((await page())?.alsoRaters).toEqual([]);
    expect((await participant(leadId))?.coach).toMatchObject({ rates: false });
  });

  test("nothing they do as a rater shows: answered, declined, not begun and closed all look the same", async () => {
    const { leadId } = await coachedCycle();
    const { peer1, peer2, peer3 } = house.people;
    const warned = [{ coach: "COACH", participants: ["lead"] }];
    const seen = async (coachId: string, name: string) => {
      required(await assign([leadId], coachId));
      const all = { page: await page(), own: (await participant(leadId))?.coach };
      return JSON.stringify([all.page?.alsoRaters, all.page?.coaches, all.own])
        .replaceAll(name, "COACH")
        .replaceAll(coachId, "ID");
    };
    await answer(db.platform, cycle().rater(peer1), await cycle().requestOf(peer1));
    required(
      await declineRequest(db.platform, cycle().rater(peer2), await cycle().requestOf(peer2), {
        reason: "contact",
        text: "",
      }),
    );
    const before = await seen(peer3, "peer3");
    expect(before).toContain(JSON.stringify(warned));
    expect(await seen(peer1, "peer1")).toBe(before);
    expect(await seen(peer2, "peer2")).toBe(before);
    await closeAndScore(db.platform, house, cycle().cycleId);
    for (const [id, name] of [
      [peer1, "peer1"],
      [peer2, "peer2"],
      [peer3, "peer3"],
    ] as const)
      expect(await seen(id, name)).toBe(before);
  });

  test("only this organisation's HR is told", async () => {
    const { leadId } = await coachedCycle();
    required(await assign([leadId], house.people.peer1));
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [, actor] of [...members, ["elsewhere", elsewhere] as const]) {
      expect(await page("peer", actor)).toBeNull();
      const about = { personIds: [house.people.peer1], about: leadId };
      const [warned, would] = await inOrganisation(db.platform, actor, async (tx) => [
        await coachesWhoRate(tx, actor, cycle().cycleId),
        await wouldRate(tx, actor, cycle().cycleId, about),
      ]);
      expect([warned, would]).toEqual([[], []]);
    }
  });
});
