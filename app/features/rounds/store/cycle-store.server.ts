import { brokenSetting, type DisclosurePolicy } from "@twohats/disclosure";
import type { Insertable, Selectable, Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Cycle, Participant, Rater } from "~/platform/db/schema.gen.ts";
import { type CycleState, isCycleState } from "../domain/cycle.ts";
import { isListShape, type ListShape } from "../domain/list-shape.ts";

const ROWS_PER_STATEMENT = 1_000;

export type ParticipantRow = Selectable<Participant>;
export type CycleRow = Omit<Selectable<Cycle>, "state"> & { state: CycleState };

export async function insertCycle(tx: Tx, cycle: Insertable<Cycle>): Promise<void> {
  await tx.insertInto("cycle").values(cycle).execute();
}

/** A cycle, locked until the transaction ends, so that two people cannot move it at once. */
export async function lockCycle(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<CycleRow | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, state: cycleState(row.state) } : null;
}

/** Where a cycle stands, held there until the transaction ends; many may hold it at once, and nobody can move it. */
export async function holdCycle(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ state: CycleState; closesOn: string | null; paused: boolean } | null> {
  const row = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select(["state", "closesOn", "paused"])
    .forKeyShare()
    .executeTakeFirst();
  return row ? { ...row, state: cycleState(row.state) } : null;
}

export function cycleState(state: string): CycleState {
  if (!isCycleState(state)) throw new Error(`unknown cycle state ${state}`);
  return state;
}

/** The promise a cycle was made with, as it was stored. */
export function storedPolicy(stored: unknown): DisclosurePolicy {
  const policy = stored as DisclosurePolicy;
  const broken = brokenSetting(policy);
  if (broken !== null) throw new Error(`a stored disclosure policy is broken: ${broken}`);
  return policy;
}

/** Whose a participant's list is, as it was stored. */
export function storedShape(stored: string): ListShape {
  if (!isListShape(stored)) throw new Error(`unknown shape of a list ${stored}`);
  return stored;
}

export async function updateCycle(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  changes: Updateable<Cycle>,
): Promise<void> {
  await tx
    .updateTable("cycle")
    .set((eb) => ({ ...changes, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", cycle.organisationId)
    .where("id", "=", cycle.id)
    .execute();
}

export async function insertParticipants(
  tx: Tx,
  participants: Insertable<Participant>[],
): Promise<void> {
  for (const rows of batches(participants)) {
    await tx
      .insertInto("participant")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["organisationId", "cycleId", "personId"]).doNothing(),
      )
      .execute();
  }
}

export async function deleteParticipants(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length === 0) return;
  await tx
    .deleteFrom("participant")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("id", "in", participantIds)
    .execute();
}

export async function updateParticipant(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: Updateable<Participant>,
): Promise<void> {
  await tx
    .updateTable("participant")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Adds raters; someone already asked about this participant stays as they are. */
export async function insertRaters(tx: Tx, raters: Insertable<Rater>[]): Promise<void> {
  for (const rows of batches(raters)) {
    await tx
      .insertInto("rater")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["organisationId", "participantId", "personId"]).doNothing(),
      )
      .execute();
  }
}

/**
 * Takes a request off a list before launch. @returns what it was; null when there is none, or it is for someone's own
 * view.
 */
export async function deleteRater(
  tx: Tx,
  scope: OrganisationScope,
  participantId: string,
  raterId: string,
): Promise<Pick<Selectable<Rater>, "personId" | "relationship" | "byParticipant"> | null> {
  if (!isId(raterId)) return null;
  const row = await tx
    .deleteFrom("rater")
    .where("organisationId", "=", scope.organisationId)
    .where("participantId", "=", participantId)
    .where("id", "=", raterId)
    .where("relationship", "!=", "self")
    .returning(["personId", "relationship", "byParticipant"])
    .executeTakeFirst();
  return row ?? null;
}

/** Moves raters of a cycle from one state to another. */
export async function moveRaters(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  from: readonly string[],
  to: string,
): Promise<void> {
  await tx
    .updateTable("rater")
    .set({ state: to })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("state", "in", from)
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
  if (!isId(id)) return null;
  const found = await tx
    .selectFrom("participant")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select("cycleId")
    .executeTakeFirst();
  const cycle = found && (await lockCycle(tx, scope, found.cycleId));
  if (!cycle) return null;
  const participant = await tx
    .selectFrom("participant")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return participant ? { participant, cycle } : null;
}

export async function participantsOf(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<ParticipantRow[]> {
  return tx
    .selectFrom("participant")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .selectAll()
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export async function ratersOf(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<Selectable<Rater>[]> {
  return tx
    .selectFrom("rater")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .selectAll()
    .execute();
}

function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
}
