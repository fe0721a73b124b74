import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockAdministrators, setRights } from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { type Limit, type Office, officeNamed, rightsOf, standing } from "../domain/office.ts";
import { mayDecideAccess } from "../policy.ts";
import { recordAudit } from "../record-audit.server.ts";
import { anyOwnerBeside } from "./any-owner-beside.server.ts";
import { officialsOf } from "./official-reads.server.ts";

type Parts = Platform & { directory: Directory };

type Asked = { membership: string; office: Office; units: Limit; seen?: string };

/**
 * Gives somebody in office another one: so ownership is handed over, to one who becomes an owner before the other stops
 * being it. Never from the last owner who is in. `seen` is their `standing` on the page; nothing is done when
 * it has changed since.
 */
export async function changeOffice(
  parts: Parts,
  actor: Actor,
  { membership, office, units, seen }: Asked,
): Promise<Outcome<{ self: boolean }, "not-allowed" | "unknown" | "last" | "has-it" | "changed">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  return inOrganisation(parts, actor, async (tx) => {
    await lockAdministrators(tx, actor);
    const all = await officialsOf(tx, actor);
    const changed = all.find((each) => each.membershipId === membership);
    if (!changed) return refuse("unknown");
    if (seen !== undefined && seen !== standing(changed)) return refuse("changed");
    const rights = rightsOf(office, units);
    if (changed.office === office && isSameLimit(changed.units, rights.units))
      return refuse("has-it");
    if (changed.owner && !(await anyOwnerBeside(parts, tx, actor, changed))) return refuse("last");
    const given = { ...rights, by: actor.accountId, at: parts.clock.now() };
    await setRights(tx, actor, membership, given);
    await recordAudit(parts, tx, actor, {
      action: "administrator.office-changed",
      subjectKind: "membership",
      subjectId: membership,
      detail: {
        from: officeNamed(changed.office, changed.units),
        to: officeNamed(office, rights.units),
        ...(changed.units && { unitsBefore: changed.units.length }),
        ...(rights.units && { units: rights.units.length }),
      },
    });
    return accept({ self: changed.accountId === actor.accountId });
  });
}

/** Limits are stored in one order. */
function isSameLimit(one: Limit, other: Limit): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
