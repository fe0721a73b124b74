export { saveAnswers, submitAnswers } from "./answering/answer.server.ts";
export { forgetAnswers } from "./answering/forgotten-answers-store.server.ts";
export { personalLinks } from "./answering/personal-links.server.ts";
export { ratersBehind } from "./answering/raters-behind.server.ts";
export { renewPseudonyms } from "./answering/renew-pseudonyms.server.ts";
export {
  beginScoring,
  deleteWaitingClosure,
  endWaiting,
  finishClosure,
  insertClosure,
  setScored,
} from "./closing/closure-store.server.ts";
export { severRound } from "./closing/sever-round.server.ts";
export { endRequests, type KeptResponses } from "./closing/severing-store.server.ts";
export { keepStanding } from "./ledger/keep-standing.server.ts";
export {
  type HeldLetter,
  takeHeldLetters,
} from "./letters/held-letter-store.server.ts";
export { type Guest, sendInvitations } from "./letters/invitation-letters.server.ts";
export { ROUND_FOOTER } from "./letters/kinds.ts";
export { designLetter, type RoundLetter } from "./letters/letter-design.server.ts";
export { letterMark, oneKind } from "./letters/letter-mark.server.ts";
export { deleteLetter, saveLetter, storedLetters } from "./letters/letter-store.server.ts";
export {
  dateIn,
  peopleIn,
  usualWording,
  wordingOf,
} from "./letters/letter-texts.server.ts";
export { type NoticeRound, noticeLetters, queueNotices } from "./letters/notice-letters.server.ts";
export { languagesOfRound, type RoundLanguages } from "./letters/round-languages.server.ts";
export {
  askedRatersOf,
  countsOfRound,
  type GroupProgress,
  groupsOf,
  stepsByGroup,
  workByRater,
} from "./progress/progress-reads.server.ts";
export { nextStep } from "./progress/steps.ts";
export { tellProgress } from "./progress/tell-progress.server.ts";
export { makePseudonymKey } from "./pseudonyms/pseudonym.server.ts";
export {
  type AskedCounts,
  askedCounts,
  type PersonAsked,
  peopleAsked,
  requestsByPerson,
} from "./reads/asked-counts-reads.server.ts";
export {
  askedAbout,
  type OpenInvitation,
  openInvitationsOf,
  peopleOfRound,
} from "./reads/asked-reads.server.ts";
export { roundsToRelease, selfClosingRounds } from "./reads/due-round-reads.server.ts";
export { listedRequests } from "./reads/listed-request-reads.server.ts";
export { requestLoad } from "./reads/load-reads.server.ts";
export { broughtFromOutside, ratersWithOrigin } from "./reads/rater-origin-reads.server.ts";
export { openRequests } from "./reads/rater-reads.server.ts";
export { remindNow } from "./reminders/remind-now.server.ts";
export {
  aloneInReminding,
  insertReminders,
  reminderKey,
} from "./reminders/reminder-store.server.ts";
export { workLeft } from "./reminders/work-left-reads.server.ts";
export { insertLinks, invitationFor } from "./store/invitation-store.server.ts";
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
  insertRound,
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
