import type { Database } from "~/platform/db/database.server.ts";
import { asTimekeeper, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { organisationIds } from "./reads.server.ts";

/** Every organisation of this server, for work that comes by the clock and not from somebody. Each is then entered by itself. */
export async function everyOrganisation(platform: {
  database: Database;
}): Promise<OrganisationScope[]> {
  const ids = await asTimekeeper(platform, organisationIds);
  return ids.map((organisationId) => ({ organisationId }));
}
