import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "../directory.ts";
import { presenceIn } from "../presence.server.ts";
import { officialsOf } from "./official-reads.server.ts";

type Parts = Pick<Platform, "clock"> & { directory: Directory };

/**
 * Whether an organisation has an owner who is in without these people or that account. Ask under `lockAdministrators`.
 */
export async function anyOwnerBeside(
  parts: Parts,
  tx: Tx,
  scope: OrganisationScope,
  without: { membershipId: string } | { personIds: ReadonlySet<string> },
): Promise<boolean> {
  for (const { owner, membershipId, personId, memberSince } of await officialsOf(tx, scope)) {
    const goes =
      "membershipId" in without
        ? membershipId === without.membershipId
        : personId !== null && without.personIds.has(personId);
    if (!owner || goes) continue;
    const asked = { personId, membership: { active: true, since: memberSince } };
    if ((await presenceIn(parts, tx, scope, asked)).presence === "in") return true;
  }
  return false;
}
