export { saveAnswers, submitAnswers } from "./answering/answer.server.ts";
export { forgetAnswers } from "./answering/forgotten-answers-store.server.ts";
export { ratersBehind } from "./answering/raters-behind.server.ts";
export { renewPseudonyms } from "./answering/renew-pseudonyms.server.ts";
export { changesInRound } from "./changes/changes-since-launch-reads.server.ts";
export { beginClosing } from "./closing/begin-closing.server.ts";
export { callOff } from "./closing/call-off.server.ts";
export {
  beginScoring,
  endWaiting,
  finishClosure,
  setScored,
} from "./closing/closure-store.server.ts";
export { reopenRound } from "./closing/reopen-round.server.ts";
export { severRound } from "./closing/sever-round.server.ts";
export { endRequests, type KeptResponses } from "./closing/severing-store.server.ts";
export {
  type RaterInformation,
  raterInformationContext,
} from "./information/rater-information.server.ts";
export {
  countOldRounds,
  forgetRounds,
  pickOldRounds,
  roundsToHold,
} from "./kept/kept-store.server.ts";
export { lentOverRounds } from "./kept/over-round-reads.server.ts";
export { keepStanding } from "./ledger/keep-standing.server.ts";
export { moveFigure, standsOn } from "./ledger/move-figure.server.ts";
export { sendClosingLetters } from "./letters/closing-letters.server.ts";
export {
  editLetter,
  letterChange,
  letterForm,
} from "./letters/edit-letter.server.ts";
export { sendInvitations } from "./letters/invitation-letters.server.ts";
export { roundNotice } from "./letters/kinds.ts";
export { saveLetter, storedLetters } from "./letters/letter-store.server.ts";
export {
  invitationSubject,
  type LetterMistake,
  letterMistakes,
  lettersPage,
} from "./letters/letters-page.server.ts";
export { type NoticeRound, noticeLetters, queueNotices } from "./letters/notice-letters.server.ts";
export { languagesOfRound } from "./letters/round-languages.server.ts";
export { sendTestLetter, testLetterInput } from "./letters/send-test-letter.server.ts";
export { type MonitoredSubject, monitoredSubjects } from "./monitoring/monitored-reads.server.ts";
export { monitoringPage } from "./monitoring/monitoring-page.server.ts";
export {
  askedRatersOf,
  countsOfRound,
  type GroupProgress,
  groupsOf,
  stepsByGroup,
} from "./progress/progress-reads.server.ts";
export { nextStep } from "./progress/steps.ts";
export { tellProgress } from "./progress/tell-progress.server.ts";
export { makePseudonymKey } from "./pseudonyms/pseudonym.server.ts";
export {
  letInto,
  requireActorAbout,
  requireFiguresReader,
  requireRecentFiguresReader,
  requireRecentRunner,
  requireRunner,
} from "./reach/let-into.server.ts";
export { isAskedAbout } from "./reads/asked-about-reads.server.ts";
export {
  type AskedCounts,
  askedCounts,
  requestsByPerson,
} from "./reads/asked-counts-reads.server.ts";
export { roundsToRelease, selfClosingRounds } from "./reads/due-round-reads.server.ts";
export { firstSubject } from "./reads/first-subject-reads.server.ts";
export { heldInRound } from "./reads/held-in-round.server.ts";
export { listedRequests } from "./reads/listed-request-reads.server.ts";
export { requestLoad } from "./reads/load-reads.server.ts";
export { namesOfRounds } from "./reads/name-reads.server.ts";
export { peopleInRounds } from "./reads/people-in-rounds-reads.server.ts";
export { broughtFromOutside, ratersWithOrigin } from "./reads/rater-origin-reads.server.ts";
export { openRequests } from "./reads/rater-reads.server.ts";
export { remindNow } from "./reminders/remind-now.server.ts";
export {
  aloneInReminding,
  insertReminders,
  reminderKey,
  remindersByPerson,
} from "./reminders/reminder-store.server.ts";
export { roundKindsContext } from "./round-kinds.server.ts";
export { archiveRound, unarchiveRound } from "./running/archive-round.server.ts";
export { deleteDraft, deleteDraftInput } from "./running/delete-draft.server.ts";
export { extendRound, extendRoundInput } from "./running/extend-round.server.ts";
export { pauseRound, resumeRound } from "./running/pause-round.server.ts";
export { type Missed, restMissedRounds } from "./running/rest-missed-rounds.server.ts";
export { changerOf } from "./store/change-round.server.ts";
export { insertLinks, invitationFor } from "./store/invitation-store.server.ts";
export { lockReached } from "./store/lock-reached.server.ts";
export {
  clearRequests,
  deleteRequest,
  insertRequest,
  insertRequests,
  keepRelationships,
  lockRequest,
  moveRequests,
  requestsAbout,
  requestsOf,
  updateRequest,
} from "./store/request-store.server.ts";
export {
  type AnyRound,
  holdRound,
  insertRound,
  lockAnyRound,
  lockRound,
  type NewRound,
  type Round,
  type RoundChanges,
  type RoundKey,
  roundState,
  storedPolicy,
  updateRound,
} from "./store/round-store.server.ts";
export {
  deleteSubjects,
  insertSubjects,
  lockSubject,
  type NewSubject,
  type Subject,
  setCoach,
  setLists,
  storedShape,
  updateSubject,
  writeSnapshots,
} from "./store/subject-store.server.ts";
export {
  askAgainAbout,
  forgetAnswersAbout,
  withdrawRequestsAbout,
} from "./store/withdrawal-store.server.ts";
