import type pg from "pg";
import { asOwner } from "~/platform/db/as-owner.server.ts";
import type { Connection } from "~/platform/db/connection.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";

/** An organisation as whoever runs the server sees it. */
export type OrganisationOnServer = {
  id: string;
  name: string;
  /** What its owners call it, where that differs. */
  displayName: string | null;
  state: "active" | "suspended";
  since: Date;
  suspended: { since: Date; why: string } | null;
  /** Until when the link for its first owner is good; null where there is none. */
  ownerLinkUntil: Date | null;
};

type Row = Omit<OrganisationOnServer, "suspended"> & {
  suspendedSince: Date | null;
  why: string | null;
};

/** Every organisation there is, by name; or those of a name, or the one of an id. */
export async function organisationsOnServer(
  connection: Pick<Connection, "ownerUrl">,
  nameOrId: string | null = null,
): Promise<OrganisationOnServer[]> {
  const rows = await asOwner(connection, (owner) => rowsOf(owner, nameOrId));
  return rows.map(({ suspendedSince, why, ...row }) => ({
    ...row,
    suspended: suspendedSince === null ? null : { since: suspendedSince, why: why ?? "" },
  }));
}

/** The owner of the tables may be bound by the walls as well, and says that it looks across them. */
async function rowsOf(owner: pg.Client, nameOrId: string | null): Promise<Row[]> {
  await owner.query("SET twohats.operating = 'on'");
  const { rows } = await owner.query<Row>(
    `SELECT o.organisation_id AS id, o.name, o.display_name AS "displayName", o.state, o.created_at AS since,
            s.since AS "suspendedSince", s.why, i.until AS "ownerLinkUntil"
       FROM organisation o
       LEFT JOIN suspension s ON s.organisation_id = o.organisation_id AND s.until IS NULL
       LEFT JOIN owner_invitation i ON i.organisation_id = o.organisation_id AND i.until > now()
      WHERE $1::text IS NULL OR o.name = $1 OR o.organisation_id = $2::uuid
      ORDER BY o.name, o.organisation_id`,
    [nameOrId, nameOrId !== null && isId(nameOrId) ? nameOrId : null],
  );
  return rows;
}

/** More would push what matters off the screen. */
const MOST_NAMED = 20;

/**
 * The one that an operator means by a name or an id; the only one there is unless one is named. @throws OperatorError
 * otherwise, with what could be meant.
 */
export async function organisationMeant(
  connection: Pick<Connection, "ownerUrl">,
  nameOrId: string | undefined,
): Promise<OrganisationOnServer> {
  const found = await organisationsOnServer(connection, nameOrId ?? null);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only && nameOrId !== undefined)
    throw new OperatorError(
      `There are several organisations named ${nameOrId}.`,
      `Name one by its id:\n${found.map(({ id, since }) => `  ${id}, since ${dayOf(since)}`).join("\n")}`,
    );
  if (only)
    throw new OperatorError(
      "There are several organisations.",
      `Name one with --organisation: ${named(found)}`,
    );
  const all = await organisationsOnServer(connection);
  if (all.length === 0)
    throw new OperatorError(
      "There is no organisation yet.",
      "Start the server with `twohats serve` and set one up, or make one: twohats organisation new NAME --owner ADDRESS.",
    );
  throw new OperatorError(
    `There is no organisation named ${nameOrId}.`,
    `There are: ${named(all)}`,
  );
}

/** A day as commands write it. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function named(all: readonly OrganisationOnServer[]): string {
  const names = all.slice(0, MOST_NAMED).map(({ name }) => name);
  const left = all.length - names.length;
  return `${names.join(", ")}${left > 0 ? `, and ${left} more: twohats organisation list` : ""}`;
}
