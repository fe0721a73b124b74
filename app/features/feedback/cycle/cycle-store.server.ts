import type { Selectable } from "kysely";
import {
  insertRound,
  lockRound,
  type NewRound,
  type Round,
  type RoundChanges,
  type RoundKey,
  updateRound,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Cycle as CycleTable } from "~/platform/db/schema.gen.ts";

/** What only a 360 has. */
type Own = Omit<Selectable<CycleTable>, "organisationId" | "roundId">;
/** A cycle: a round, and what only a 360 has beside it. Its kind is the cycle's own. */
export type CycleRow = Omit<Round, "kind" | "releaseMode"> & Own & { releaseMode: string };

const own = [
  ...(["kind", "nominateBy", "nominatedBy", "approvedBy", "approveAfterDays"] as const),
  ...(["raterLimits", "requestCap", "copiedFrom"] as const),
] satisfies (keyof Own)[];

type Writable = Omit<Own, "raterLimits"> & { raterLimits: string };
type NewCycle = Omit<NewRound, "kind"> & Pick<Writable, "kind"> & Partial<Writable>;
type CycleChanges = Omit<RoundChanges, "kind"> & Partial<Writable>;

/** What of some settings is a 360's own, and what every round has. */
function halves<Given extends object>(given: Given) {
  const entries = Object.entries(given);
  const isOwn = ([name]: [string, unknown]) => own.some((each) => each === name);
  return {
    cycle: Object.fromEntries(entries.filter(isOwn)) as Pick<Given, keyof Given & keyof Own>,
    round: Object.fromEntries(entries.filter((entry) => !isOwn(entry))) as Omit<Given, keyof Own>,
  };
}

export async function insertCycle(tx: Tx, given: NewCycle): Promise<void> {
  const { cycle, round } = halves(given);
  await insertRound(tx, { ...round, kind: "feedback" });
  const { organisationId, id: roundId } = given;
  await tx
    .insertInto("cycle")
    .values({ ...cycle, organisationId, roundId })
    .execute();
}

/** A cycle, locked until the transaction ends, so that two people cannot move it at once. */
export async function lockCycle(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<CycleRow | null> {
  const round = await lockRound(tx, scope, id);
  return round && (await cycleOf(tx, round));
}

/** A round with what a 360 has beside it; null when it is of another kind. */
export async function cycleOf(tx: Tx, round: Round): Promise<CycleRow | null> {
  const row = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .select(own)
    .executeTakeFirst();
  if (!row) return null;
  const { releaseMode } = round;
  if (releaseMode === null) throw new Error("a cycle whose reports nobody lets out");
  return { ...round, ...row, releaseMode };
}

/** Changes a cycle, which counts as one change whatever half of it is meant. */
export async function updateCycle(tx: Tx, key: RoundKey, changes: CycleChanges): Promise<void> {
  const { cycle, round } = halves(changes);
  await updateRound(tx, key, round);
  if (Object.keys(cycle).length === 0) return;
  await tx
    .updateTable("cycle")
    .set(cycle)
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}
