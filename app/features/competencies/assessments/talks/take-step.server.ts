import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  type Outcome as Answer,
  accept,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReadTalk, sideOf } from "../../domain/assessments/assessment-readers.ts";
import {
  outcomeAfter,
  type Step,
  type StepRefusal,
} from "../../domain/assessments/side-by-side.ts";
import { holdWork } from "../sheets/sheet-work.server.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { keepOutcome, outcomesAbout } from "../store/outcome-store.server.ts";
import { viewsOf } from "../store/sheet-store.server.ts";
import { isSide } from "./talk-of.ts";

/** What one of two says of one competency while they talk. */
export const stepInput = z.object({
  competency: z.string().min(1).max(300),
  step: z.enum(["propose", "confirm", "disagree", "take-back"]),
  level: z.coerce.number().int().min(1).max(10).optional(),
  words: z.string().trim().max(4_000).default(""),
});

export type StepInput = z.output<typeof stepInput>;
type Refused = StepRefusal | "unknown" | "over";

/**
 * Proposes a level, confirms what the other proposed, writes down that the two do not agree, or takes back an own step.
 * Done twice, it is done once.
 */
export async function takeStep(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  subjectId: string,
  input: StepInput,
): Promise<Answer<undefined, Refused> | Problems> {
  return inOrganisation(platform, actor, async (tx) => {
    const [about] = await assessedByIds(tx, actor, [subjectId]);
    const work = about && (await holdWork(platform, tx, actor, about));
    if (!work) return refuse("unknown");
    const views = viewsOf(work.assessed, work.sheets);
    const side = sideOf(actor.personId, views);
    const { competency } = input;
    // Without whoever leads them there is nobody to agree with.
    const areTwo = work.sheets.some(({ part }) => part === "manager");
    const isTheirs = areTwo && isSide(side) && mayReadTalk(actor, views);
    if (!isTheirs || !work.assessed.competencies.includes(competency)) return refuse("unknown");
    if (!work.isOpen) return refuse("over");
    const read = stepOf(input, work.framework.levels.length);
    if (!read.ok) return refuseInput(read.problem);
    const { step } = read;
    const before = (await outcomesAbout(tx, actor, [subjectId])).get(subjectId)?.get(competency);
    const after = outcomeAfter(before ?? null, side, step);
    if (!after.ok) return refuse(after.reason);
    await keepOutcome(tx, actor, { subjectId, competency }, after.outcome);
    await recordAudit(platform, tx, actor, {
      action: "assessment.talked",
      subjectKind: "person",
      subjectId: work.assessed.personId,
      detail: { step: step.step },
    });
    return accept(undefined);
  });
}

type Read = { ok: true; step: Step } | { ok: false; problem: Problem };

function stepOf({ step, level, words }: StepInput, levels: number): Read {
  const no = (field: string, code: string) => ({ ok: false, problem: { field, code } }) as const;
  if (step === "take-back") return { ok: true, step: { step } };
  if (step === "disagree")
    return words === "" ? no("words", "missing") : { ok: true, step: { step, words } };
  if (level === undefined) return no("level", "missing");
  if (level > levels) return no("level", "too-large");
  return { ok: true, step: step === "confirm" ? { step, level } : { step, level, words } };
}
