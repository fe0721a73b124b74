import { type Actor, OPERATOR } from "~/features/identity/index.ts";
import { asOwner } from "~/platform/db/as-owner.server.ts";
import type { Connection } from "~/platform/db/connection.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";

/**
 * The operator, acting in an organisation; the only one there is unless one is named. @throws OperatorError otherwise.
 */
export async function operatorIn(connection: Connection, name: string | undefined): Promise<Actor> {
  const organisations = await asOwner(connection, async (owner) => {
    const { rows } = await owner.query<{ organisation_id: string; name: string }>(
      "SELECT organisation_id, name FROM organisation ORDER BY name",
    );
    return rows;
  });
  const names = organisations.map((each) => each.name).join(", ");
  const found =
    name === undefined ? organisations : organisations.filter((each) => each.name === name);
  const [only, ...others] = found;
  if (!only) {
    throw new OperatorError(
      organisations.length === 0
        ? "There is no organisation yet."
        : `There is no organisation named ${name}.`,
      organisations.length === 0
        ? "Start the server with `twohats serve` and set one up."
        : `There are: ${names}`,
    );
  }
  if (others.length > 0)
    throw new OperatorError(
      "There are several organisations.",
      `Name one with --organisation: ${names}`,
    );
  return {
    organisationId: only.organisation_id,
    accountId: OPERATOR,
    personId: null,
    role: "admin",
    owner: true,
  };
}
