export {
  type ClosureState,
  closureStates,
  MINUTES_TO_RECONSIDER,
  scoresAt,
} from "./closing.ts";
export { countsTowardsMinimum } from "./counting.ts";
export { type Declined, declineOf } from "./decline.ts";
export { type LetterPhase, letterPhase } from "./letter-phase.ts";
export {
  isLetterKind,
  type LetterKind,
  languageFor,
  letterKinds,
  letterWording,
  placeholders,
  unknownPlaceholders,
} from "./letter-text.ts";
export {
  isOwnList,
  type ListShape,
  policyForList,
  shapeAfterApproval,
  shapeAfterChange,
} from "./list-shape.ts";
export {
  type GroupSteps,
  type MonitoringTab,
  matches,
  monitoringTabs,
  type Page,
  pageOf,
  type Steps,
  stepsBy,
  sumSteps,
  withWorkLeft,
} from "./monitoring.ts";
export { type OwnGroup, ownProgress } from "./own-progress.ts";
export { nominationReason } from "./reminders.ts";
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
  isCollecting,
  isEditable,
  isPastClosing,
  isRoundState,
  type RoundState,
  type RoundStep,
  stateAfter,
} from "./round.ts";
