export { makeFoundingCode, withdrawFoundingCodes } from "./founding/founding-codes.server.ts";
export { inviteOwner, inviteOwnerInput } from "./founding/invite-owner.server.ts";
export { newOrganisation, newOrganisationInput } from "./founding/new-organisation.server.ts";
export { renameOrganisation, renameOrganisationInput } from "./rename-organisation.server.ts";
export { resumeOrganisation } from "./suspending/resume-organisation.server.ts";
export {
  suspendOrganisation,
  suspendOrganisationInput,
} from "./suspending/suspend-organisation.server.ts";
