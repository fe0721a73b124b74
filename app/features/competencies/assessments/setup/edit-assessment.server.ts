import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeAssessment } from "../store/change-assessment.server.ts";
import type { editAssessmentInput } from "./assessment-input.ts";
import { readSetup } from "./read-setup.server.ts";

/** Changes a draft. What people are told once it begins is not changed any more. */
export function editAssessment(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { revision, ...input }: z.output<typeof editAssessmentInput>,
) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "draft",
    late: "launched",
    revision,
    did: "edited",
  } as const;
  return changeAssessment(platform, actor, roundId, change, async (tx) => {
    const read = await readSetup(platform, tx, actor, input);
    if (!read.ok) return refuseInput(...read.problems);
    const { name, closesOn } = input;
    return { ok: true, value: undefined, set: { name, closesOn, assessment: read.half } };
  });
}
