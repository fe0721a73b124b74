import { changerOf } from "~/features/rounds/index.server.ts";
import { lockAssessment, updateAssessment } from "./assessment-store.server.ts";

/** Changes a round of assessments as every round is changed, both of its halves as one. */
export const changeAssessment = changerOf({
  lock: lockAssessment,
  update: updateAssessment,
  word: () => "assessment",
});
