/** Stands in the place of an account where whoever runs the server acts by a command. */
export const OPERATOR = "operator";

/** Stands for an identity provider wherever the account that did something is written down; nobody signs in to it. */
export const PROVISIONING = "provisioning";

export type Role = "admin" | "analyst" | "member";

/**
 * As what somebody asks. Whose office is limited to units asks as something of their own, so that whatever does not
 * think of them refuses. `leaver`: left the organisation, and may still read their own reports.
 */
export type ActorRole = Role | "unit-admin" | "unit-analyst" | "leaver";

/** Who is asking, in which organisation. Passed to every read and use case; never looked up from the air. */
export type Actor = {
  readonly organisationId: string;
  readonly accountId: string;
  /** The person in the directory who uses this account, if any. */
  readonly personId: string | null;
  readonly role: ActorRole;
  /** Of administrators: decides who else is one, and on the rules of access. Left out, no. */
  readonly owner?: boolean;
  /** Of whose office is limited: the names of their units. */
  readonly units?: readonly string[];
  /** Of the same: the one round they were let into, because it asks about nobody but people of their units. */
  readonly letInto?: string;
};

/** Whose office is limited to units: by the role alone, so that a limit that got lost lets nobody in. */
export function isLimited({ role }: { role: string }): boolean {
  return role === "unit-admin" || role === "unit-analyst";
}

/** The units an actor is limited to, none where they got lost; null where nothing limits them. */
export function unitsOf(actor: {
  role: string;
  units?: readonly string[];
}): readonly string[] | null {
  return isLimited(actor) ? (actor.units ?? []) : null;
}
