import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { PersonStanding } from "./domain/presence.ts";

/** What identity asks of the directory, which stands above it and is therefore handed in. */
export type Directory = {
  /**
   * How these people stand, by id; whoever is missing is not there any more. Runs in a transaction of the organisation.
   */
  standingOf(
    tx: Tx,
    scope: OrganisationScope,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, PersonStanding>>;
};
