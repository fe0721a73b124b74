import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { takeAppointment } from "./administrator-store.server.ts";
import type { Role } from "./domain/actor.ts";
import { type Limit, officeOf, rightsOf } from "./domain/office.ts";
import { holdsOn } from "./hold-reads.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { insertMembership } from "./store.server.ts";

type NewMember = {
  accountId: string;
  personId: string | null;
  role: Role;
  owner?: boolean;
  units?: Limit;
};

/**
 * Lets an account into an organisation, as the given person; in the office they were appointed to, if any.
 * @returns false when one of both is a member already, or the person's address was changed and nobody may come in by it
 * yet.
 */
export async function addMember(
  platform: Platform,
  organisationId: string,
  member: NewMember,
): Promise<boolean> {
  return inOrganisation(platform, { organisationId }, (tx) =>
    admit(platform, tx, organisationId, member),
  );
}

/** The same within a transaction of the organisation. */
export async function admit(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  organisationId: string,
  { accountId, personId, role, owner = false, units = null }: NewMember,
): Promise<boolean> {
  const id = newId();
  const createdAt = platform.clock.now();
  if (personId && (await holdsOn(tx, { organisationId }, [personId], createdAt)).size > 0)
    return false;
  const appointed = personId && (await takeAppointment(tx, { organisationId }, personId));
  const given = appointed
    ? { ...rightsOf(appointed.office, appointed.units), roleGivenBy: appointed.appointedBy }
    : { role, owner, units, roleGivenBy: null };
  const row = { organisationId, id, accountId, personId, ...given, createdAt };
  if (
    !(await insertMembership(tx, {
      ...row,
      units: given.units && [...given.units],
      roleSince: createdAt,
    }))
  )
    return false;
  await recordAudit(
    platform,
    tx,
    { organisationId, accountId },
    {
      action: "member.added",
      subjectKind: "membership",
      subjectId: id,
      detail: {
        role: officeOf(given) ?? given.role,
        ...(given.units && { units: given.units.length }),
      },
    },
  );
  return true;
}
