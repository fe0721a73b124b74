export { accessLinks, accessWays } from "./access-link.server.ts";
export { accountFor } from "./account-for.server.ts";
export { type AccountLetterFor, accountLetterFor } from "./account-letter-for.server.ts";
export { addMember, admit } from "./add-member.server.ts";
export {
  accountAddresses,
  accountNames,
  ownAddress,
} from "./address-changes/account-address-reads.server.ts";
export { addressLetterLink } from "./address-changes/address-letter-link.server.ts";
export { agreeToChange, agreeToDomain } from "./address-changes/agree-to-change.server.ts";
export { answerAddressLetter } from "./address-changes/answer-address-letter.server.ts";
export { answerOwnChange } from "./address-changes/answer-own-change.server.ts";
export {
  notePassed,
  takeFreed,
  takeRefused,
  takeUntold,
} from "./address-changes/letter-duty-store.server.ts";
export { nextAddressLook } from "./address-changes/next-address-look-reads.server.ts";
export { officeHolders } from "./address-changes/office-holders.server.ts";
export { ownChange } from "./address-changes/own-change.server.ts";
export { readdressings } from "./address-changes/readdressing-reads.server.ts";
export {
  type ChangedAddress,
  foreseeAddressChanges,
  recordAddressChanges,
} from "./address-changes/record-address-changes.server.ts";
export {
  type WaitingChange,
  type WaitingMove,
  waitingChanges,
} from "./address-changes/waiting-changes.server.ts";
export {
  lockAdministrators,
  membershipOfAccount,
  membershipOfPerson,
} from "./administrator-store.server.ts";
export { auditedContext } from "./audit/audited-context.server.ts";
export { type AuditState, verifyAudit } from "./audit/verify-audit.server.ts";
export { type Auth, createAuth } from "./auth.server.ts";
export {
  accessLettersContext,
  authContext,
  brandContext,
  directoryContext,
  getSignedIn,
  requireAble,
  requireActor,
  requireAdmin,
  requireOwner,
  requireReader,
  shutOutContext,
  signedInContext,
} from "./context.server.ts";
export { countTries, inTurn } from "./count-tries.server.ts";
export { createOrganisation, found as foundOrganisation } from "./create-organisation.server.ts";
export { emailField } from "./domain/fields.ts";
export { endSessions } from "./end-sessions.server.ts";
export {
  type Entered,
  type EnteringRefusal,
  enterAsOwner,
  firstOwnerFields,
} from "./enter-as-owner.server.ts";
export { holdsOn } from "./hold-reads.server.ts";
export { type Invitable, invitableIn, invitePerson } from "./invite-person.server.ts";
export { keepOutCrowds, keepOutEveryCrowd } from "./keep-out-crowds.server.ts";
export { keyedHash } from "./keyed-hash.server.ts";
export { unsafeLetIn } from "./let-in.server.ts";
export { anyOwnerBeside, isIn } from "./offices/any-owner-beside.server.ts";
export { appointOfficial } from "./offices/appoint-official.server.ts";
export { changeOffice } from "./offices/change-office.server.ts";
export { takeGroupOffice, takeGroupOffices } from "./offices/give-group-office.server.ts";
export { letGiveOffices } from "./offices/group-office-store.server.ts";
export {
  administratorsOf,
  appointmentsIn,
  officialsOf,
} from "./offices/official-reads.server.ts";
export { removeOfficial } from "./offices/remove-official.server.ts";
export { withdrawAppointment } from "./offices/withdraw-appointment.server.ts";
export {
  forgetDoneWish,
  type WishNews,
  wishLetterFor,
  wishLinkOf,
} from "./own-address/wish-letters.server.ts";
export { passkeysOf } from "./passkeys/passkey-store.server.ts";
export { unsafeDropPasskeys } from "./passkeys/remove-passkey.server.ts";
export {
  accountWithAddress,
  credentialOf,
  credentialWithAddress,
} from "./passwords/credential-reads.server.ts";
export { newPasswordLink, newPasswordLinkOf } from "./passwords/new-password-link.server.ts";
export { addressesKnown } from "./personal/personal-store.server.ts";
export { presenceIn } from "./presence.server.ts";
export { accountShown } from "./proven-account.server.ts";
export {
  endOwnSessions,
  endProviderSessions,
  setBreakGlass,
  setProviderOnly,
} from "./provider-only-store.server.ts";
export {
  accountOf,
  accountsLetIn,
  isSetUp,
  membershipsOf,
  type OrganisationStanding,
  organisationName,
  organisationNames,
  organisationStanding,
} from "./reads.server.ts";
export { keepRecentProof } from "./recent/recent-proof.server.ts";
export {
  requireRecentAble,
  requireRecentAdmin,
  requireRecentReader,
} from "./recent/require-recent.server.ts";
export { type AuditEntry, recordAudit } from "./record-audit.server.ts";
export { recordedDetail } from "./recorded-reads.server.ts";
export { resolveSession } from "./resolve-session.server.ts";
export { unsafeDropFactor } from "./second-factor/drop-second-factor.server.ts";
export { seal, unseal } from "./second-factor/seal.server.ts";
export { factorOf } from "./second-factor/second-factor-store.server.ts";
export { ownSession } from "./sessions/own-session.server.ts";
export { originOf } from "./sessions/session-origin-store.server.ts";
export { setAddressWait, setAddressWaitInput } from "./set-address-wait.server.ts";
export { setLeaversReading, setLeaversReadingInput } from "./set-leavers-reading.server.ts";
export { setSecondStepFor, setSecondStepForInput } from "./set-second-step-for.server.ts";
export { setUpCode } from "./set-up-code.server.ts";
export { setUpOrganisation, setUpOrganisationInput } from "./set-up-organisation.server.ts";
export { signInLinkOf } from "./sign-in-link/sign-in-link.server.ts";
export { readClaims, signClaims } from "./signed-claims.server.ts";
export { spend } from "./spent-store.server.ts";
export { updateDisplayName, updateOrganisationName } from "./store.server.ts";
export {
  isSuspended,
  resumedAt,
  resumedOn,
} from "./suspension/suspension-reads.server.ts";
export { beginSuspension, endSuspension } from "./suspension/suspension-store.server.ts";
export { provisioningBuckets } from "./try-buckets.server.ts";
export { type Visitor, visitorOf } from "./visitor.server.ts";
