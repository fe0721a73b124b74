import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { endSessionsOf } from "./store.server.ts";

/** Ends the sessions of people who are out from now on: coming back later, they sign in anew. */
export function endSessions(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<void> {
  return endSessionsOf(tx, scope, personIds);
}
