export { accessLink } from "./access-link.server.ts";
export { accountFor } from "./account-for.server.ts";
export { addMember } from "./add-member.server.ts";
export { type Auth, createAuth } from "./auth.server.ts";
export {
  authContext,
  getSignedIn,
  notFound,
  requireActor,
  requireAdmin,
  type SignedIn,
  signedInContext,
} from "./context.server.ts";
export { createOrganisation } from "./create-organisation.server.ts";
export { hasAnyAccount, membershipsOf, organisationName } from "./reads.server.ts";
export { type AuditEntry, recordAudit } from "./record-audit.server.ts";
export { resolveSession } from "./resolve-session.server.ts";
export { setUpCode } from "./set-up-code.server.ts";
export { type SetUpProblem, setUpOrganisation } from "./set-up-organisation.server.ts";
