import { type Actor, OPERATOR } from "~/features/identity/index.ts";
import type { Connection } from "~/platform/db/connection.server.ts";
import { organisationMeant } from "./organisations-on-server.ts";

/**
 * The operator, acting in an organisation; the only one there is unless one is named, or told by its id.
 * @throws OperatorError otherwise.
 */
export async function operatorIn(
  connection: Connection,
  nameOrId: string | undefined,
): Promise<Actor> {
  const { id } = await organisationMeant(connection, nameOrId);
  return { organisationId: id, accountId: OPERATOR, personId: null, role: "admin", owner: true };
}
