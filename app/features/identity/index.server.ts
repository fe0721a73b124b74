export { accessLinks } from "./access-link.server.ts";
export { accountFor } from "./account-for.server.ts";
export { addMember } from "./add-member.server.ts";
export { type Auth, createAuth } from "./auth.server.ts";
export {
  authContext,
  getSignedIn,
  notFound,
  requireActor,
  requireAdmin,
  signedInContext,
} from "./context.server.ts";
export { createOrganisation } from "./create-organisation.server.ts";
export { everyOrganisation } from "./every-organisation.server.ts";
export { forgetOldTries } from "./forget-old-tries.server.ts";
export { keepOutCrowds } from "./keep-out-crowds.server.ts";
export { isSetUp, membershipsOf, organisationName } from "./reads.server.ts";
export { recordAudit } from "./record-audit.server.ts";
export { resolveSession } from "./resolve-session.server.ts";
export { setUpCode } from "./set-up-code.server.ts";
export { setUpOrganisation } from "./set-up-organisation.server.ts";
export { visitorOf } from "./visitor.server.ts";
