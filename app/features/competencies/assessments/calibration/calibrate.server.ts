import { z } from "zod";
import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayBeCalibrated } from "../../domain/assessments/assessment-readers.ts";
import { lockAssessed } from "../store/assessed-store.server.ts";
import { insertCalibration } from "../store/calibration-store.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import { keepOutcome, outcomesAbout } from "../store/outcome-store.server.ts";
import { sheetsAbout, updateSheet } from "../store/sheet-store.server.ts";

/** What a manager's level becomes, and why; the level as whoever decides saw it. */
export const calibrateInput = z.object({
  subjectId: z.string().min(1).max(100),
  competency: z.string().min(1).max(300),
  before: z.coerce.number().int().min(1).max(10),
  after: z.coerce.number().int().min(1).max(10),
  reason: z.string().trim().min(1).max(2_000),
});

/**
 * Changes the level at which a manager placed somebody, once levels were held beside each other. Before, after and why
 * are written down, and both the manager and the person read them. Only what people were told to be for staffing or
 * appraisal, and only until their talk is over. What was proposed or agreed on the old level falls; a disagreement
 * stands.
 */
export function calibrate(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { subjectId, competency, before, after, reason }: z.output<typeof calibrateInput>,
) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "collecting",
    late: "not-collecting",
    did: "calibrated",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx, round) => {
    if (!mayBeCalibrated(round.purposes)) return refuse("gone");
    const assessed = await lockAssessed(tx, actor, subjectId);
    if (assessed?.roundId !== round.id) return refuse("gone");
    // Nobody has a say in their own.
    if (assessed.personId === actor.personId) return refuse("gone");
    if (assessed.concludedOn !== null) return refuse("concluded");
    const sheets = (await sheetsAbout(tx, actor, [subjectId])).get(subjectId) ?? [];
    const sheet = sheets.find(({ part }) => part === "manager");
    const placed = sheet?.levels[competency];
    if (!sheet || sheet.sentOn === null || !placed || placed.level === null) return refuse("gone");
    const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
    if (!framework || after > framework.levels.length)
      return refuseInput({ field: "after", code: "too-large" });
    if (placed.level !== before) return refuse("changed");
    if (after === before) return refuseInput({ field: "after", code: "same" });
    const decidedOn = todayFor(platform, await organisationZone(tx, actor));
    const levels = { ...sheet.levels, [competency]: { ...placed, level: after } };
    await updateSheet(tx, actor, sheet.id, { levels });
    await insertCalibration(tx, actor, {
      ...{ subjectId, competency, before, after, reason, decidedOn },
    });
    const said = (await outcomesAbout(tx, actor, [subjectId])).get(subjectId)?.get(competency);
    // Whoever wrote down that they do not agree takes that back themselves.
    if (said && said.kind !== "disagreed")
      await keepOutcome(tx, actor, { subjectId, competency }, null);
    const detail = { person: assessed.personId, before, after };
    return { ok: true, value: undefined, set: {}, detail };
  });
}
