export { saveAnswers, submitAnswers } from "./answering/answer.server.ts";
export { forgetAnswers } from "./answering/forgotten-answers-store.server.ts";
export { personalLinks } from "./answering/personal-links.server.ts";
export { ratersBehind } from "./answering/raters-behind.server.ts";
export { renewPseudonyms } from "./answering/renew-pseudonyms.server.ts";
export { tellResponses } from "./answering/shuffle-store.server.ts";
export { told } from "./answering/told-reads.server.ts";
export { type CycleLanguages, languagesOfCycle } from "./letters/cycle-languages.server.ts";
export {
  eraseHeldLetters,
  type HeldLetter,
  takeHeldLetters,
} from "./letters/held-letter-store.server.ts";
export { type Guest, sendInvitations } from "./letters/invitation-letters.server.ts";
export { type CycleLetter, designLetter } from "./letters/letter-design.server.ts";
export { letterMark, oneKind } from "./letters/letter-mark.server.ts";
export { deleteLetter, saveLetter, storedLetters } from "./letters/letter-store.server.ts";
export {
  dateIn,
  peopleIn,
  usualWording,
  withPlaceholders,
  wordingOf,
} from "./letters/letter-texts.server.ts";
export { type NoticeCycle, noticeLetters, queueNotices } from "./letters/notice-letters.server.ts";
export { makePseudonymKey, pseudonymsIn } from "./pseudonyms/pseudonym.server.ts";
export {
  type OpenInvitation,
  openInvitationsOf,
  peopleOfCycle,
  ratersOfParticipant,
} from "./reads/asked-reads.server.ts";
export { listedRaters } from "./reads/listed-rater-reads.server.ts";
export { broughtFromOutside, ratersWithOrigin } from "./reads/rater-origin-reads.server.ts";
export { openRequests } from "./reads/rater-reads.server.ts";
export { remindNow } from "./reminders/remind-now.server.ts";
export {
  aloneInReminding,
  insertReminders,
  reminderKey,
} from "./reminders/reminder-store.server.ts";
export { workLeft } from "./reminders/work-left-reads.server.ts";
export { changeCycle } from "./store/change-cycle.server.ts";
export {
  type CycleRow,
  cycleState,
  deleteParticipants,
  deleteRater,
  insertCycle,
  insertParticipants,
  insertRaters,
  lockCycle,
  lockParticipant,
  moveRaters,
  type ParticipantRow,
  participantsOf,
  ratersOf,
  storedPolicy,
  storedShape,
  updateCycle,
  updateParticipant,
} from "./store/cycle-store.server.ts";
export { invitationFor, lockRater, ratersAbout, updateRater } from "./store/rater-store.server.ts";
