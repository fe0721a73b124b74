import { brokenSetting, type DisclosurePolicy } from "@twohats/disclosure";
import type { Insertable, Selectable, Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Round as RoundTable } from "~/platform/db/schema.gen.ts";
import { isRoundState, type RoundState } from "../domain/round.ts";

/** Which round of which organisation. */
export type RoundKey = { organisationId: string; id: string };
/** A round of any kind as it is stored, without what its kind adds to it. */
export type AnyRound = Omit<Selectable<RoundTable>, "state"> & { state: RoundState };
/** One that asks by a questionnaire, under a promise of what will be shown. */
export type Round = AnyRound & { instrumentId: string; disclosurePolicy: NonNullable<unknown> };
export type NewRound = Insertable<RoundTable>;
export type RoundChanges = Updateable<RoundTable>;

export async function insertRound(tx: Tx, round: NewRound): Promise<void> {
  await tx.insertInto("round").values(round).execute();
}

/** A round that asks by a questionnaire, locked until the transaction ends, so that two people cannot move it at once. */
export async function lockRound(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<Round | null> {
  const round = await lockAnyRound(tx, scope, id);
  if (!round) return null;
  const { instrumentId, disclosurePolicy } = round;
  // Of what has neither, whoever asks for such a round knows nothing.
  return instrumentId === null || disclosurePolicy === null
    ? null
    : { ...round, instrumentId, disclosurePolicy };
}

/** A round of any kind, locked in the same way. */
export async function lockAnyRound(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<AnyRound | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, state: roundState(row.state) } : null;
}

/** Rounds that close by themselves, or whose reports are released on a day. */
export async function roundsByThemselves(tx: Tx, scope: OrganisationScope): Promise<string[]> {
  const rows = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "=", "collecting"), eb("closesItself", "=", true)]),
        eb.and([eb("state", "in", ["closing", "closed"]), eb("releaseMode", "=", "date")]),
      ]),
    )
    .select("id")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Where a round stands, held there until the transaction ends; many may hold it at once, and nobody can move it. */
export async function holdRound(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ state: RoundState; closesOn: string | null; paused: boolean } | null> {
  const row = await tx
    .selectFrom("round")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .select(["state", "closesOn", "paused"])
    .forKeyShare()
    .executeTakeFirst();
  return row ? { ...row, state: roundState(row.state) } : null;
}

export function roundState(state: string): RoundState {
  if (!isRoundState(state)) throw new Error(`unknown state of a round ${state}`);
  return state;
}

/** The promise a round was made with, as it was stored. */
export function storedPolicy(stored: unknown): DisclosurePolicy {
  const policy = stored as DisclosurePolicy;
  const broken = brokenSetting(policy);
  if (broken !== null) throw new Error(`a stored disclosure policy is broken: ${broken}`);
  return policy;
}

/** Changes a round and counts that, also where all that changed is what its kind adds to it. */
export async function updateRound(tx: Tx, round: RoundKey, changes: RoundChanges): Promise<void> {
  await tx
    .updateTable("round")
    .set((eb) => ({ ...changes, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", round.organisationId)
    .where("id", "=", round.id)
    .execute();
}

/** Deletes a round and, by the keys that lead to it, whatever belongs to it. Of a draft only: nobody was asked. */
export async function deleteRound(tx: Tx, round: RoundKey): Promise<void> {
  await tx
    .deleteFrom("round")
    .where("organisationId", "=", round.organisationId)
    .where("id", "=", round.id)
    .execute();
}
