export { accessLinks } from "./access-link.server.ts";
export { accountFor } from "./account-for.server.ts";
export { addMember } from "./add-member.server.ts";
export {
  administratorsOf,
  appointmentsIn,
} from "./administrators/administrator-reads.server.ts";
export { appointAdministrator } from "./administrators/appoint-administrator.server.ts";
export { removeAdministrator } from "./administrators/remove-administrator.server.ts";
export { withdrawAppointment } from "./administrators/withdraw-appointment.server.ts";
export { type Auth, createAuth } from "./auth.server.ts";
export {
  appointmentLetterContext,
  authContext,
  directoryContext,
  getSignedIn,
  notFound,
  requireActor,
  requireAdmin,
  requireReader,
  signedInContext,
} from "./context.server.ts";
export { createOrganisation } from "./create-organisation.server.ts";
export { endSessions } from "./end-sessions.server.ts";
export { everyOrganisation } from "./every-organisation.server.ts";
export { forgetOldTries } from "./forget-old-tries.server.ts";
export { keepOutCrowds } from "./keep-out-crowds.server.ts";
export { presenceIn } from "./presence.server.ts";
export {
  isSetUp,
  membershipsOf,
  organisationName,
  organisationStanding,
} from "./reads.server.ts";
export { recordAudit } from "./record-audit.server.ts";
export { resolveSession } from "./resolve-session.server.ts";
export { setLeaversReading } from "./set-leavers-reading.server.ts";
export { setUpCode } from "./set-up-code.server.ts";
export { setUpOrganisation } from "./set-up-organisation.server.ts";
export { visitorOf } from "./visitor.server.ts";
