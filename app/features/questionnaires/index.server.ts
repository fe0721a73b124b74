export { commentHints } from "./answering/comment-hints.server.ts";
export {
  answerRules,
  measuredItems,
  openQuestions,
  questionsOf,
  ratingsOf,
} from "./instruments/asked-items.ts";
export { builtInContent } from "./instruments/built-in.server.ts";
export type { ChoiceWords } from "./instruments/few-choices.ts";
export type { FollowUpWords } from "./instruments/follow-up.ts";
export { installBuiltIn } from "./instruments/install-built-in.server.ts";
export type { Instrument } from "./instruments/instrument.ts";
export { instrumentChoices } from "./instruments/instrument-choices.server.ts";
export {
  type InstrumentChoice,
  instrumentById,
  instrumentsOver,
  instrumentToRead,
} from "./instruments/instrument-reads.server.ts";
export {
  keepFewChoices,
  keepFollowUp,
  keepSuggestions,
} from "./instruments/keep-follow-up.server.ts";
export { languagesOf } from "./instruments/languages.ts";
export { isSigned, type SuggestionWords } from "./instruments/suggestions.ts";
export { upgradeBuiltIn } from "./instruments/upgrade-built-in.server.ts";
