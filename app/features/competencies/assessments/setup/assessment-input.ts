import { z } from "zod";
import { purposes } from "../../domain/purpose.ts";

/** More than a person can be placed on with care in one go. */
export const MOST_COMPETENCIES = 60;

/** What a round of assessments is, as it is created and edited until it begins. */
export const assessmentInput = z.object({
  name: z.string().trim().min(1).max(200),
  framework: z.string().min(1).max(300),
  /** Whether each one is placed on what their roles need, or everybody on the same. */
  which: z.enum(["roles", "chosen"]),
  competencies: z.array(z.string().min(1).max(300)).max(MOST_COMPETENCIES).default([]),
  purposes: z.array(z.enum(purposes)).min(1),
  closesOn: z.iso.date(),
});

export type AssessmentInput = z.output<typeof assessmentInput>;

/** The round as whoever edits it saw it; nothing is done when it has changed since. */
export const editAssessmentInput = assessmentInput.extend({ revision: z.coerce.number().int() });
