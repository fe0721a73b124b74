import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { profileFor, type RoleNeeds } from "./domain/role-profile.ts";
import { roleProfilesOf } from "./role-profile-reads.server.ts";

/** What each job title needs by a framework; null for a title without a profile. */
export async function roleForTitle(
  tx: Tx,
  scope: OrganisationScope,
  frameworkKey: string,
): Promise<(jobTitle: string | null) => RoleNeeds | null> {
  const profiles = await roleProfilesOf(tx, scope, frameworkKey);
  return (jobTitle) => {
    const found = profileFor(profiles, jobTitle);
    return found && { name: found.name, importance: found.importance, zone: found.zone };
  };
}
