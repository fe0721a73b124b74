export {
  type AnswerProblem,
  type Answers,
  dealtWith,
  declineOpen,
  mergeAnswers,
  noAnswers,
  onlyAsked,
  openItems,
  saysSomething,
} from "./answers.ts";
export { askedKeys } from "./asked-fields.ts";
export { beside } from "./beside.ts";
export { type LikelyWriting, likelyWriting } from "./comment-language.ts";
export { itemsOfCompetency, itemsOfHat, type Measure, scaleOf } from "./measure.ts";
export { minutesLeft, neighbours, nextOpenPart, partStates, SEND_PART } from "./parts.ts";
export {
  askedAs,
  choosableRelationships,
  isRelationship,
  type Relationship,
  relationships,
} from "./relationship.ts";
export { changesSince, fieldsOf, printOf, readSeen, writeSeen } from "./seen.ts";
