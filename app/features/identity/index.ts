export type { AccessLetter, AccessLetters, AddressedPerson } from "./access-letters.ts";
export type { Directory } from "./directory.ts";
export { type Actor, isLimited, OPERATOR, PROVISIONING, unitsOf } from "./domain/actor.ts";
export { sameAddress, veiled, waitOver } from "./domain/address-change.ts";
export { ADDRESS_WAIT_DAYS, waitFor } from "./domain/address-wait.ts";
export { domainMoves } from "./domain/domain-move.ts";
export {
  LIMITED_OFFICES,
  type Limit,
  type LimitedOffice,
  OFFICES,
  type Office,
  officeNamed,
  officeOf,
  standing,
} from "./domain/office.ts";
export {
  displayNameField,
  LONGEST_DISPLAY_NAME,
  organisationNameField,
} from "./domain/organisation-name.ts";
export { LEAVERS_READ_DAYS } from "./domain/presence.ts";
export { SECOND_STEP_FOR, type SecondStepFor } from "./domain/second-step-for.ts";
export { localPath } from "./local-path.ts";
export { passwordProblemText } from "./password-problem-text.ts";
export { NEW_PASSWORD_MINUTES } from "./passwords/new-password-minutes.ts";
export { mayAdminister, mayDecideAccess } from "./policy.ts";
export { minutesOf, refusalAnswer } from "./refusal-answer.ts";
export { SIGN_IN_LINK_MINUTES } from "./sign-in-link/sign-in-link-minutes.ts";
export type { SignedInBy } from "./signed-in-by.ts";
export { wayIn } from "./way-in.ts";
