import { expressionBuilder, type NotNull, type RawBuilder, type SqlBool, sql } from "kysely";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { DB } from "~/platform/db/schema.gen.ts";

// Lent to whoever adds their own half to a round: they join these and name none of the tables. Responses are lent to
// nobody.

/** An organisation's rounds that ask by a questionnaire, as `round`. */
export function lentRounds({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("round")
    .where("round.organisationId", "=", organisationId)
    .where("round.instrumentId", "is not", null)
    .where("round.disclosurePolicy", "is not", null)
    .selectAll()
    .$narrowType<{ instrumentId: string; disclosurePolicy: NotNull }>()
    .as("round");
}

/** An organisation's rounds of a kind, whether they ask by a questionnaire or not, as `round`. */
export function lentRoundsOf({ organisationId }: OrganisationScope, kind: string) {
  return expressionBuilder<DB, never>()
    .selectFrom("round")
    .where("round.organisationId", "=", organisationId)
    .where("round.kind", "=", kind)
    .selectAll()
    .as("round");
}

/** Whom an organisation's rounds ask about, as `subject`. */
export function lentSubjects({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("subject")
    .where("subject.organisationId", "=", organisationId)
    .selectAll()
    .as("subject");
}

/** Who is asked about somebody, as `request`; whether they answered is in none of them. */
export function lentRequests({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("request")
    .where("request.organisationId", "=", organisationId)
    .where("request.subjectId", "is not", null)
    .where("request.relationship", "is not", null)
    .selectAll()
    .$narrowType<{ subjectId: string; relationship: string }>()
    .as("request");
}

/** Who is asked at all, about somebody or about nobody but their own work, as `request`. */
export function lentAnyRequests({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("request")
    .where("request.organisationId", "=", organisationId)
    .selectAll()
    .as("request");
}

/** Whether whom a `request` is about, if anybody, still takes part; over a `subject` joined to it from the left. */
export const takesPart = sql<SqlBool>`"subject"."withdrawn" IS NOT TRUE`;

/** How far the closing of rounds is, as `closure`. */
export function lentClosures({ organisationId }: OrganisationScope) {
  return expressionBuilder<DB, never>()
    .selectFrom("closure")
    .where("closure.organisationId", "=", organisationId)
    .selectAll()
    .as("closure");
}

/** Who asks, as far as it matters for which rounds they reach. */
export type Reaching = OrganisationScope & {
  accountId: string | null;
  role: string;
  /** Of whose office is limited alone. */
  units?: readonly string[];
};

/**
 * Whether a `round` of a query asks about nobody but people of an actor's units, as they were written down with it,
 * those erased since among them; and of a draft about nobody yet, whether it is their own. True where an office is not
 * limited; who has none is not asked about here, but by the policy.
 */
export function withinReach(actor: Reaching): RawBuilder<SqlBool> {
  const { organisationId, accountId } = actor;
  // What is limited is called so (`isLimited`); where its units got lost, it reaches nothing.
  if (!actor.role.startsWith("unit-")) return sql<SqlBool>`true`;
  const units = actor.units ?? [];
  const ofRound = sql`s.organisation_id = ${organisationId}::uuid AND s.round_id = "round"."id"`;
  return sql<SqlBool>`(
    CASE WHEN EXISTS (SELECT 1 FROM subject s WHERE ${ofRound})
         THEN NOT EXISTS (SELECT 1 FROM subject s WHERE ${ofRound}
                             AND (s.unit IS NULL OR s.unit <> ALL(${units}::text[])))
         ELSE "round".state = 'draft' AND "round".created_by = ${accountId} END)`;
}
