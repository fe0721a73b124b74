export { addressesAbout } from "./about-reads.server.ts";
export { accessLetters } from "./access-letters.server.ts";
export { queueSettledLetters, tellOfAddresses } from "./address-letters.server.ts";
export { lettersAgainContext } from "./again-context.server.ts";
export { type Bounced, bouncedAbout } from "./bounced-reads.server.ts";
export { type LetterCounts, letterCounts } from "./counts-reads.server.ts";
export { chooseLetters } from "./declining/choose-letters.server.ts";
export { lettersOfAllContext } from "./declining/kinds-context.server.ts";
export { whoDeclined } from "./declining/who-declined.server.ts";
export { deliverMessage } from "./deliver-message.server.ts";
export { type DesignedFor, type DesignedLetter, designLetter } from "./design-letter.server.ts";
export { type LetterWay, wayMark } from "./domain/letter-way.ts";
export { eraseMessagesAbout } from "./erase-messages-about.server.ts";
export { letterWaysContext } from "./letter-ways-context.server.ts";
export { usualWording, type Wording, wordsOf } from "./letter-words.server.ts";
export { withdrawLettersTo } from "./personal-store.server.ts";
export type { LetterFacts } from "./prepare-letter.server.tsx";
export { type NewMessage, queueMessages } from "./queue-messages.server.ts";
export { lettersSince } from "./recent-reads.server.ts";
export { unsettledLetters } from "./unsettled-reads.server.ts";
export { wakeLetters } from "./wake-letters.server.ts";
export {
  settleWithdrawn,
  type Withdrawn,
  withdrawMessages,
  withdrawnMessages,
} from "./withdrawn-store.server.ts";
