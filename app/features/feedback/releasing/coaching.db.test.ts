import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { reportView } from "~/features/reports/report/report-reads.server.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { participantPage } from "../running/participant-page.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  closeScoreAndRelease,
  collectingCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { storedAnswers } from "../testing/snapshot.ts";
import { assignCoach } from "./assign-coach.server.ts";
import { coachesWhoRate, wouldRate } from "./coach-rater-reads.server.ts";
import { coachesPage } from "./coaches-page.server.ts";
import { coachees } from "./coaching-reads.server.ts";
import { releaseCycle } from "./release-cycle.server.ts";
import { releaseReport } from "./release-report.server.ts";

const TODAY = "2026-03-02";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date(`${TODAY}T12:00:00Z`));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const everything = () => storedAnswers(db.owner, cycle.cycleId);
const reportOf = async (personId: string): Promise<string> =>
  (
    await db.owner.query("SELECT id FROM report WHERE participant_id = $1", [
      cycle.participants.get(personId),
    ])
  ).rows[0]?.id;
const coachOf = async (personId: string) =>
  (
    await db.owner.query("SELECT coach_id FROM subject WHERE id = $1", [
      cycle.participants.get(personId),
    ])
  ).rows[0]?.coach_id;
const reads = (actor: Actor, reportId: string) =>
  inOrganisation(db.platform, actor, (tx) => reportView(tx, actor, reportId, TODAY)).then(
    (view) => view !== null,
  );
const letters = async (kind: string): Promise<string[]> =>
  (
    await db.owner.query(
      "SELECT to_address FROM message WHERE kind = $1 AND organisation_id = $2 ORDER BY to_address",
      [kind, house.organisationId],
    )
  ).rows.map((row) => row.to_address);

/** A cycle about the lead and the boss in which coaches release. */
async function coachedCycle() {
  const { boss, lead, stranger, report4 } = house.people;
  const aboutBoss = {
    personId: boss,
    raters: [
      { personId: boss, relationship: "self" as const },
      { personId: stranger, relationship: "peer" as const },
    ],
  };
  cycle = await collectingCycle(db.platform, house, [...usualAssignments(house), aboutBoss]);
  await db.owner.query("UPDATE round SET release_mode = 'coach' WHERE id = $1", [cycle.cycleId]);
  const leadId = cycle.participants.get(lead) ?? "";
  return { lead, boss, coach: report4, leadId };
}

const assign = (whom: "all-without-coach" | string[], coachId: string | null) =>
  assignCoach(db.platform, house.admin, cycle.cycleId, { whom, coachId });

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

  test("is for this organisation's administrators alone, and over once all was released", async () => {
    const { coach } = await coachedCycle();
    const choice = { whom: "all-without-coach" as const, coachId: coach };
    await expectRefusals(db.platform, house, cycle.cycleId, everything, (actor, id) =>
      assignCoach(db.platform, actor, id, choice),
    );
    await closeScoreAndRelease(db.platform, house, cycle.cycleId);
    expect(await assign("all-without-coach", coach)).toEqual({
      ok: false,
      reason: "released-already",
    });
  });
});

describe("a coach who is also a rater", () => {
  const page = (search = "", actor = house.admin) =>
    coachesPage(db.platform, actor, cycle.cycleId, search);
  const participant = (participantId: string, search = "") =>
    participantPage(db.platform, house.admin, { cycleId: cycle.cycleId, participantId, search });

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
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    required(
      await declineRequest(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2), {
        reason: "contact",
        text: "",
      }),
    );
    const before = await seen(peer3, "peer3");
    expect(before).toContain(JSON.stringify(warned));
    expect(await seen(peer1, "peer1")).toBe(before);
    expect(await seen(peer2, "peer2")).toBe(before);
    await closeAndScore(db.platform, house, cycle.cycleId);
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
        await coachesWhoRate(tx, actor, cycle.cycleId),
        await wouldRate(tx, actor, cycle.cycleId, about),
      ]);
      expect([warned, would]).toEqual([[], []]);
    }
  });
});

describe("letters to coaches", () => {
  const written = async () =>
    (
      await db.owner.query<{ subject: string; plain: string }>(
        "SELECT subject, plain FROM message WHERE kind = 'report-to-read' AND organisation_id = $1",
        [house.organisationId],
      )
    ).rows;

  test("speak of one person in the singular", async () => {
    const { leadId, coach } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle.cycleId);
    const [letter] = await written();
    expect(letter?.subject).toBe("A report to read before your conversation: lead");
    expect(letter?.plain).toContain("lead can't read it before.");
  });

  test.for([
    ["en", "Reports to read before your conversations: boss and lead", "their reports are ready"],
    ["de", "Berichte vor Ihren Gesprächen: boss und lead", "die Berichte sind fertig"],
  ] as const)("speak of several in the plural, in %s", async ([language, subject, words]) => {
    const { coach } = await coachedCycle();
    await db.owner.query("UPDATE person SET language = $1 WHERE id = $2", [language, coach]);
    required(await assign("all-without-coach", coach));
    await closeAndScore(db.platform, house, cycle.cycleId);
    const letters = await written();
    expect(letters.map((each) => each.subject)).toEqual([subject]);
    expect(letters[0]?.plain).toContain(words);
    expect(letters[0]?.plain).not.toContain("{{");
  });
});

describe("a coach", () => {
  test("reads first, releases, and goes on reading; HR, the manager and other coaches never do", async () => {
    const { lead, coach, leadId, boss } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle.cycleId);
    expect(await letters("report-to-read")).toEqual(["report4@house.test"]);
    const reportId = await reportOf(lead);
    const readers: [string, Actor][] = [
      ["HR", house.admin],
      ["manager", house.member(boss)],
      ["coach", house.member(coach)],
      ["participant", house.member(lead)],
    ];
    const who = async () => {
      const found = [];
      for (const [name, actor] of readers) if (await reads(actor, reportId)) found.push(name);
      return found;
    };
    expect(await who()).toEqual(["coach"]);
    const seen = await inOrganisation(db.platform, house, (tx) =>
      coachees(tx, house.member(coach)),
    );
    expect(seen).toMatchObject([{ name: "lead", report: { id: reportId, released: false } }]);
    const outcomes = await Promise.all([
      releaseReport(db.platform, house.member(coach), reportId),
      releaseReport(db.platform, house.member(coach), reportId),
    ]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    expect(await letters("report-ready")).toEqual(["lead@house.test"]);
    expect(await who()).toEqual(["coach", "participant"]);
    const { rows } = await db.owner.query(
      "SELECT count(*)::int FROM audit_record WHERE action = 'report.released' AND subject_id = $1",
      [reportId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("releases nothing of anyone else's, and nothing before it is made; to others there is no such report", async () => {
    const { lead, coach, leadId, boss } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle.cycleId);
    const reportId = await reportOf(lead);
    const bossReport = await reportOf(boss);
    const unknown = { ok: false, reason: "unknown" };
    const { members, elsewhere } = await bystanders(db.platform, house);
    const before = await everything();
    const others = members.filter(([, actor]) => actor.personId !== coach);
    for (const [, actor] of [...others, ["admin", house.admin] as const, ["", elsewhere] as const])
      expect(await releaseReport(db.platform, actor, reportId)).toEqual(unknown);
    expect(await releaseReport(db.platform, house.member(coach), bossReport)).toEqual(unknown);
    for (const id of [newId(), "not-an-id"])
      expect(await releaseReport(db.platform, house.member(coach), id)).toEqual(unknown);
    expect(await everything()).toEqual(before);
    await db.owner.query("UPDATE round SET state = 'closing' WHERE id = $1", [cycle.cycleId]);
    expect(await releaseReport(db.platform, house.member(coach), reportId)).toEqual({
      ok: false,
      reason: "not-closed",
    });
  });

  test("HR releases only what nobody coaches, and the cycle is released with the last report", async () => {
    const { lead, coach, leadId, boss } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle.cycleId);
    const release = () => releaseCycle(db.platform, house.admin, cycle.cycleId);
    expect(accepted(await release())).toEqual({ told: 1 });
    expect(await letters("report-ready")).toEqual(["boss@house.test"]);
    expect(await reads(house.member(boss), await reportOf(boss))).toBe(true);
    expect(await reads(house.member(lead), await reportOf(lead))).toBe(false);
    expect(await release()).toEqual({ ok: false, reason: "coaches-release" });
    required(await releaseReport(db.platform, house.member(coach), await reportOf(lead)));
    const { rows } = await db.owner.query("SELECT state FROM round WHERE id = $1", [cycle.cycleId]);
    expect(rows).toEqual([{ state: "released" }]);
  });

  test("named after the reports were made, is told at once", async () => {
    const { coach, leadId } = await coachedCycle();
    await closeAndScore(db.platform, house, cycle.cycleId);
    required(await assign([leadId], coach));
    required(await assign([leadId], coach));
    expect(await letters("report-to-read")).toEqual(["report4@house.test"]);
  });
});
