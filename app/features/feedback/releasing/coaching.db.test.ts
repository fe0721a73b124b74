import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { everyone } from "~/features/people/domain/find-people.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { participantPage } from "../running/participant-page.server.ts";
import { bystanders } from "../testing/actors.ts";
import { coachedHouse } from "../testing/coached-cycle.ts";
import { accepted, closeAndScore, required } from "../testing/cycle.ts";
import type { House } from "../testing/house.ts";
import { chooseCoached, coachedPage } from "./coached-people.server.ts";
import { coachesPage } from "./coaches-page.server.ts";
import { coachees } from "./coaching-reads.server.ts";
import { releaseCycle } from "./release-cycle.server.ts";
import { releaseReport } from "./release-report.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await begin();
});
afterAll(() => db.close());
const { begin, cycle, coachedCycle, assign, everything, reportOf, coachOf, reads, letters } =
  coachedHouse(() => db);

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
    await closeAndScore(db.platform, house, cycle().cycleId);
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
    await closeAndScore(db.platform, house, cycle().cycleId);
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
    await closeAndScore(db.platform, house, cycle().cycleId);
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
    await closeAndScore(db.platform, house, cycle().cycleId);
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
    await db.owner.query("UPDATE round SET state = 'closing' WHERE id = $1", [cycle().cycleId]);
    expect(await releaseReport(db.platform, house.member(coach), reportId)).toEqual({
      ok: false,
      reason: "not-closed",
    });
  });

  test("HR releases only what nobody coaches, and the cycle is released with the last report", async () => {
    const { lead, coach, leadId, boss } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle().cycleId);
    const release = () => releaseCycle(db.platform, house.admin, cycle().cycleId);
    expect(accepted(await release())).toEqual({ told: 1 });
    expect(await letters("report-ready")).toEqual(["boss@house.test"]);
    expect(await reads(house.member(boss), await reportOf(boss))).toBe(true);
    expect(await reads(house.member(lead), await reportOf(lead))).toBe(false);
    expect(await release()).toEqual({ ok: false, reason: "coaches-release" });
    required(await releaseReport(db.platform, house.member(coach), await reportOf(lead)));
    const { rows } = await db.owner.query("SELECT state FROM round WHERE id = $1", [
      cycle().cycleId,
    ]);
    expect(rows).toEqual([{ state: "released" }]);
  });

  test("is nobody whom HR names once a report is released: its participant was told that they alone can open it", async () => {
    const { lead, boss, coach, leadId } = await coachedCycle();
    const bossId = cycle().participants.get(boss) ?? "";
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle().cycleId);
    required(await releaseCycle(db.platform, house.admin, cycle().cycleId));
    const reportId = await reportOf(boss);
    const spy = house.people.peer2;
    expect(await assign([bossId], spy)).toEqual({ ok: false, reason: "report-released" });
    expect(accepted(await assign("all-without-coach", spy))).toMatchObject({ assigned: 0 });
    const all = { change: "add" as const, filter: everyone };
    const change = { shown: [boss, lead], ticked: [boss], all };
    const which = { cycleId: cycle().cycleId, coachId: spy };
    required(await chooseCoached(db.platform, house.admin, which, change));
    expect([await coachOf(boss), await coachOf(lead)]).toEqual([null, spy]);
    expect(await reads(house.member(spy), reportId)).toBe(false);
    const view = { filter: everyone, page: 1 };
    expect(await coachedPage(db.platform, house.admin, which, view)).toMatchObject({
      people: { people: [{ id: lead }] },
      released: 1,
    });
    expect((await coachesPage(db.platform, house.admin, cycle().cycleId, ""))?.without).toBe(0);
    const { cycleId } = cycle();
    const own = { cycleId, participantId: bossId, search: "" };
    expect((await participantPage(db.platform, house.admin, own))?.released).toBe(true);
  });

  test("whose report is released can be taken away, and nobody put in their place", async () => {
    const { lead, coach, leadId } = await coachedCycle();
    required(await assign([leadId], coach));
    await closeAndScore(db.platform, house, cycle().cycleId);
    const reportId = await reportOf(lead);
    required(await releaseReport(db.platform, house.member(coach), reportId));
    expect(await assign([leadId], house.people.peer2)).toEqual({
      ok: false,
      reason: "report-released",
    });
    required(await assign([leadId], null));
    expect(await reads(house.member(coach), reportId)).toBe(false);
    expect(await assign([leadId], coach)).toEqual({ ok: false, reason: "report-released" });
  });

  test("named after the reports were made, is told at once", async () => {
    const { coach, leadId } = await coachedCycle();
    await closeAndScore(db.platform, house, cycle().cycleId);
    required(await assign([leadId], coach));
    required(await assign([leadId], coach));
    expect(await letters("report-to-read")).toEqual(["report4@house.test"]);
  });
});
