import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledReport } from "~/features/reports/pdf/bundle/make-bundle.server.ts";
import { reportDocument } from "~/features/reports/pdf/report-document.ts";
import { reportPage } from "~/features/reports/report/report-page.server.ts";
import { ownReports } from "~/features/reports/report/report-reads.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  answer,
  closeAndScore,
  closeScoreAndRelease,
  collectingCycle,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

/** A round about the lead in which everyone but the lead gives these ratings, in turn. */
async function round(ratings: readonly number[], assignments = usualAssignments(house)) {
  const cycle = await collectingCycle(db.platform, house, assignments);
  const { people } = house;
  for (const { personId } of assignments[0]?.raters ?? [])
    await answer(db.platform, cycle.rater(personId), await cycle.requestOf(personId), {
      ratings: personId === people.lead ? [0] : ratings,
    });
  return cycle.cycleId;
}

const newest = async () => {
  const lead = house.member(house.people.lead);
  return inOrganisation(db.platform, lead, async (tx) => {
    const [own] = await ownReports(tx, lead);
    return reportPage(tx, lead, own?.id ?? "", todayOf(db.platform));
  });
};

test("the second report tells what changed since the first, and how many were asked again; the first tells nothing", async () => {
  await closeScoreAndRelease(db.platform, house, await round([-1, -1, -2]));
  expect((await newest())?.content.sinceLastTime).toBeNull();

  const withoutStranger = usualAssignments(house).map((each) => ({
    ...each,
    raters: each.raters.filter((rater) => rater.personId !== house.people.stranger),
  }));
  await closeScoreAndRelease(db.platform, house, await round([1, 0, 0], withoutStranger));
  const since = (await newest())?.content.sinceLastTime;
  expect(since).toMatchObject({ cycleName: "Spring 360", asked: { before: 9, again: 8 } });
  expect(since?.hats.map((change) => change.verdict)).toEqual(["up", "up"]);
  for (const change of since?.competencies ?? []) {
    expect(change.low).toBeLessThan(change.high);
    expect(change.now.n).toBeGreaterThan(0);
  }
});

test("files of all reports leave the round before out: who keeps them may not reach it", async () => {
  const whole = await newest();
  const { organisationId, people } = house;
  const asked = { id: whole?.id ?? "", participantPersonId: people.lead, country: null };
  const work = { organisationId, bundleId: "" };
  const kept = await bundledReport(db.platform, work, asked);
  if (!whole || !kept) throw new Error("no report");
  expect(whole.content.sinceLastTime?.others).not.toBeNull();
  expect(kept.content.sinceLastTime).toBeNull();
  expect(kept.sections).toEqual(whole.sections.filter((section) => section !== "change"));
  const [own, bundled] = [whole, kept].map((page) => JSON.stringify(reportDocument(page, "a4")));
  for (const told of ["Compared with", "Last time"]) {
    expect(own).toContain(told);
    expect(bundled).not.toContain(told);
  }
  expect(bundled).not.toContain("first report");
});

test("a report that was never released is not compared with: it would be shown by the comparison", async () => {
  await closeAndScore(db.platform, house, await round([2, 2, 1]));
  await closeScoreAndRelease(db.platform, house, await round([0, 1, -1]));
  const since = (await newest())?.content.sinceLastTime;
  // Before was the released round of ones and noughts, not the unreleased one of twos.
  for (const change of since?.hats ?? []) expect(change.before.mean).toBeLessThan(0.6);
});
