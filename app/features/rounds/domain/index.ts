export { type ByTheClock, byTheClock } from "./by-the-clock.ts";
export {
  type ClosureState,
  closureStates,
  MINUTES_TO_RECONSIDER,
  scoresAt,
} from "./closing.ts";
export { countsTowardsMinimum, readdressedSince } from "./counting.ts";
export { type Declined, declineOf, isAskedWhy } from "./decline.ts";
export { standsEmpty } from "./empty-place.ts";
export { extensionProblem, suggestedExtension } from "./extension.ts";
export {
  type LetterKind,
  languageFor,
  letterWording,
} from "./letter-text.ts";
export {
  isOwnList,
  type ListShape,
  policyForList,
  shapeAfterApproval,
  shapeAfterChange,
} from "./list-shape.ts";
export {
  mayReadFiguresOf,
  mayReadSomeFigures,
  mayRunRound,
} from "./may-run-rounds.ts";
export {
  type GroupSteps,
  monitoringTabs,
  type Page,
  pageOf,
  sumSteps,
} from "./monitoring.ts";
export { type OwnGroup, ownProgress } from "./own-progress.ts";
export { progressOrders } from "./progress-order.ts";
export { TOLD_AT } from "./progress-steps.ts";
export {
  isReachable,
  type LocalMoment,
  nominationReason,
  reminderDue,
  wasReminded,
} from "./reminders.ts";
export { readersOf } from "./report-readers.ts";
export {
  isAskedOften,
  mayBeAskedAgain,
  noLoad,
  oneMore,
  type RequestLoad,
  requestsAtOnce,
} from "./request-load.ts";
export { earlierDate } from "./requests-waiting.ts";
export {
  isClosed,
  isEditable,
  isOver,
  isPastClosing,
  isRoundState,
  type RoundState,
  stateAfter,
  takesAnswers,
  takesCoaches,
} from "./round.ts";
export { likelyRelationship, smallGroups } from "./small-groups.ts";
export { type WithRules, withRules } from "./with-rules.ts";
