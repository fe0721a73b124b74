import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { requestBundle } from "~/features/reports/pdf/bundle/request-bundle.server.ts";
import { ownReports, reportView } from "~/features/reports/report/report-reads.server.ts";
import { sharePage } from "~/features/reports/sharing/share-page.server.ts";
import { readersOf } from "~/features/rounds/domain/index.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { closeAndScore, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse } from "../testing/house.ts";
import { assignCoach } from "./assign-coach.server.ts";
import { releaseCycle } from "./release-cycle.server.ts";
import { releaseReport } from "./release-report.server.ts";

const TODAY = "2026-03-02";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date(`${TODAY}T12:00:00Z`));
});
afterAll(() => db.close());

/** A round with these settings, closed and released, in a house of its own. */
async function released(settings: { mode: string; kept: boolean; coached: boolean }) {
  const house = await createHouse(db.platform);
  const { lead, report4: coach } = house.people;
  const { cycleId, rater, participants } = await collectingCycle(db.platform, house);
  await db.owner.query(
    "UPDATE round SET release_mode = $2, hr_keeps_reports = $3, release_on = '2026-03-02' WHERE id = $1",
    [cycleId, settings.mode, settings.kept],
  );
  const asked = rater(house.people.peer1);
  const [request] = await inOrganisation(db.platform, asked, (tx) =>
    openRequests(tx, asked, db.platform.secret),
  );
  const subject = participants.get(lead) ?? "";
  if (settings.coached) {
    const choice = { whom: [subject], coachId: coach };
    required(await assignCoach(db.platform, house.admin, cycleId, choice));
  }
  await closeAndScore(db.platform, house, cycleId);
  const reportId = (
    await db.owner.query("SELECT id FROM report WHERE participant_id = $1", [subject])
  ).rows[0]?.id;
  if (settings.mode === "coach" && settings.coached)
    required(await releaseReport(db.platform, house.member(coach), reportId));
  else required(await releaseCycle(db.platform, house.admin, cycleId));
  return { house, cycleId, reportId, request };
}

const settings = ["hr", "date", "coach"].flatMap((mode) =>
  [false, true].flatMap((kept) =>
    (mode === "coach" ? [true, false] : [false]).map((coached) => ({ mode, kept, coached })),
  ),
);

test.each(settings)(
  "$mode releases, kept $kept, coached $coached: what every place says of who reads is what is so",
  async (given) => {
    const { house, cycleId, reportId, request } = await released(given);
    const { lead, boss, peer1, report4 } = house.people;
    const reads = async (actor: Actor) =>
      (await inOrganisation(db.platform, actor, (tx) => reportView(tx, actor, reportId, TODAY))) !==
      null;

    // What is so.
    const readers = {
      participant: await reads(house.member(lead)),
      coach: await reads(house.member(report4)),
      manager: await reads(house.member(boss)),
      peer: await reads(house.member(peer1)),
      hr: await reads(house.admin),
      hrAsManager: await reads({ ...house.admin, personId: boss }),
    };
    const kept = (await requestBundle(db.platform, house.admin, cycleId)).ok;
    expect(readers).toEqual({
      ...{ participant: true, manager: false, peer: false, hr: false, hrAsManager: false },
      coach: given.mode === "coach" && given.coached,
    });
    const so = readers.coach ? (kept ? "coach-kept" : "coach") : kept ? "kept" : "own";

    // What is said: in the letter, ...
    const letter = (
      await db.owner.query(
        "SELECT html FROM message WHERE organisation_id = $1 AND kind = 'report-ready'",
        [house.organisationId],
      )
    ).rows[0]?.html;
    expect(letter).toContain(texts.t(`readers:you.${so}`));
    // ... on the page from which it is shared, and with it on the report's own, ...
    const page = await sharePage(db.platform, house.member(lead), reportId, "");
    expect(page?.readers).toMatchObject({
      hrKeeps: kept,
      coach: readers.coach ? "report4" : null,
      grants: [],
    });
    // ... to HR, who releases a whole round in which everybody may have a coach, and to raters before they answered.
    const ofRound = given.mode === "coach" ? (kept ? "coach-kept" : "coach") : so;
    const view = await inOrganisation(db.platform, house.admin, (tx) =>
      cycleView(tx, house.admin, cycleId),
    );
    expect(view && readersOf(view)).toBe(ofRound);
    expect(request && readersOf(request)).toBe(ofRound);
    const own = await inOrganisation(db.platform, house.member(lead), (tx) =>
      ownReports(tx, house.member(lead)),
    );
    expect(own).toHaveLength(1);
  },
);
