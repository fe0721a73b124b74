import type { Actor } from "~/features/identity/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Who closes and releases what HR said should close and be released by itself. No account has this id. */
export function byTheClock({ organisationId }: OrganisationScope): Actor {
  return { organisationId, accountId: "the clock", personId: null, role: "admin" };
}
