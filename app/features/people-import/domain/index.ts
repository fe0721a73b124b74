export { countAbsences } from "./count-absences.ts";
export { countKept } from "./count-kept.ts";
export { describeSource, type SourceNote } from "./describe-source.ts";
export { isForManagerAlone } from "./plan.ts";
export {
  openQuestions,
  type Question,
  type ReadingAnswers,
  readingAnswers,
} from "./questions.ts";
export { groupNotes } from "./row-note.ts";
