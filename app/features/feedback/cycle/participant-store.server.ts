import { type Selectable, sql } from "kysely";
import {
  insertSubjects,
  lockSubject,
  type NewSubject,
  type RoundKey,
  type Subject,
} from "~/features/rounds/index.server.ts";
import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Participant as ParticipantTable } from "~/platform/db/schema.gen.ts";
import { type CycleRow, cycleOf } from "./cycle-store.server.ts";

/** What only whoever takes part in a 360 has. */
type Own = Omit<Selectable<ParticipantTable>, "organisationId" | "subjectId">;
/** A participant: whom a round asks about, and how far the list of who is asked about them is. */
export type ParticipantRow = Subject & Own;

const own = ["nomination", "nominationNote", "nominatedAt"] as const;

/** Adds participants; someone who takes part already stays as they are. */
export async function insertParticipants(tx: Tx, participants: NewSubject[]): Promise<void> {
  const added = await insertSubjects(tx, participants);
  const [first] = participants;
  if (!first || added.length === 0) return;
  await sql`
    INSERT INTO participant (organisation_id, subject_id)
    SELECT ${first.organisationId}::uuid, unnest(${added}::uuid[])`.execute(tx);
}

/** Changes how far the list of a participant's raters is. */
export async function updateNomination(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: Partial<Own>,
): Promise<void> {
  await tx
    .updateTable("participant")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("subjectId", "=", id)
    .execute();
}

/**
 * A participant and their cycle, both locked; for changes to their list of raters. The cycle comes first, as
 * everywhere, so that two transactions never wait for each other.
 */
export async function lockParticipant(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ participant: ParticipantRow; cycle: CycleRow } | null> {
  const found = await lockSubject(tx, scope, id);
  const cycle = found && (await cycleOf(tx, found.round));
  if (!cycle) return null;
  const row = await tx
    .selectFrom("participant")
    .where("organisationId", "=", scope.organisationId)
    .where("subjectId", "=", id)
    .select(own)
    .executeTakeFirst();
  return row ? { participant: { ...found.subject, ...row }, cycle } : null;
}

/** Everyone who takes part in a cycle, by name. */
export async function participantsOf(tx: Tx, cycle: RoundKey): Promise<ParticipantRow[]> {
  return tx
    .selectFrom("participant")
    .innerJoin(lentSubjects(cycle), (join) =>
      join.onRef("subject.id", "=", "participant.subjectId"),
    )
    .where("participant.organisationId", "=", cycle.organisationId)
    .where("subject.roundId", "=", cycle.id)
    .selectAll("subject")
    .select(own)
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}
