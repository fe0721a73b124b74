import type { Selectable, Updateable } from "kysely";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Rater } from "~/platform/db/schema.gen.ts";

export type RaterRow = Omit<Selectable<Rater>, "relationship"> & { relationship: Relationship };

/** Everyone who was ever asked about a participant. */
export async function ratersAbout(
  tx: Tx,
  scope: OrganisationScope,
  participantId: string,
): Promise<RaterRow[]> {
  const rows = await tx
    .selectFrom("rater")
    .where("organisationId", "=", scope.organisationId)
    .where("participantId", "=", participantId)
    .selectAll()
    .orderBy("id")
    .execute();
  return rows.map(raterRow);
}

/** One request, locked. The cycle is locked before it, as everywhere. */
export async function lockRater(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<RaterRow | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom("rater")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ? raterRow(row) : null;
}

export async function updateRater(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: Updateable<Rater>,
): Promise<void> {
  await tx
    .updateTable("rater")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/** The id behind someone's personal link in a cycle, made when they have none yet: from now on they are asked. */
export async function invitationFor(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  personId: string,
  now: Date,
): Promise<string> {
  const { organisationId, id: cycleId } = cycle;
  await tx
    .insertInto("invitation")
    .values({ organisationId, id: newId(), cycleId, personId, askedAt: now })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "cycleId", "personId"]).doNothing(),
    )
    .execute();
  const { id } = await tx
    .selectFrom("invitation")
    .where("organisationId", "=", organisationId)
    .where("cycleId", "=", cycleId)
    .where("personId", "=", personId)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

function raterRow(row: Selectable<Rater>): RaterRow {
  if (!isRelationship(row.relationship)) throw new Error("unknown relationship");
  return { ...row, relationship: row.relationship };
}
