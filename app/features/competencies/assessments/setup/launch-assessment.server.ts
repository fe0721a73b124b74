import type { Actor } from "~/features/identity/index.ts";
import { organisationZone, peopleByIds } from "~/features/people/index.server.ts";
import { deleteSubjects, writeSnapshots } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type LaunchObstacle, launchObstacles } from "../../domain/assessments/launch-plan.ts";
import { sendAssessmentLetters } from "../letters/assessment-letters.server.ts";
import { assessedIn, writeCompetencies } from "../store/assessed-store.server.ts";
import type { AssessmentRow } from "../store/assessment-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { insertSheets } from "../store/sheet-store.server.ts";
import { plannedLaunch } from "./launch-plan.server.ts";

type NotReady = { ok: false; reason: "not-ready"; obstacles: LaunchObstacle[] };

/**
 * Asks everybody to place themselves, and whoever leads them to place them. Who is asked by whom is written down as it
 * is today. Whoever there is nothing to place on, as the page said, is left out.
 */
export function launchAssessment(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { revision }: { revision: number },
) {
  const change = {
    may: mayRunRound,
    from: "launch",
    late: "launched",
    revision,
    did: "launched",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const plan = await plannedLaunch(tx, actor, round, today);
    const obstacles = launchObstacles(plan, { closesOn: round.closesOn, today });
    if (obstacles.length > 0) return { ok: false, reason: "not-ready", obstacles } as NotReady;
    const out = [...plan.without.map(({ subjectId }) => subjectId), ...plan.left];
    await deleteSubjects(tx, round, out);
    await takeSnapshot(tx, round);
    await writeCompetencies(tx, round, plan.placed);
    await insertSheets(tx, round, plan.sheets);
    const authors = [...new Set(plan.sheets.map(({ authorId }) => authorId))];
    await sendAssessmentLetters(platform, tx, round, { kind: "asked", to: authors });
    const counts = { people: plan.placed.length, assessors: authors.length };
    const set = { opensOn: today, assessment: { launchedOn: today } };
    return { ok: true, value: counts, set, detail: counts };
  });
}

async function takeSnapshot(tx: Tx, round: AssessmentRow): Promise<void> {
  const ids = (await assessedIn(tx, round)).map(({ personId }) => personId);
  const people = await peopleByIds(tx, round, ids);
  await writeSnapshots(
    tx,
    round,
    people.map(({ id, name, jobTitle, jobLevel, department, country, managerId }) => ({
      ...{ personId: id, name, jobTitle, jobLevel, department, country, managerId, role: null },
    })),
  );
}
