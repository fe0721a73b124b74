import { assertDisclosed, type Disclosed } from "@twohats/disclosure";
import type { Insertable, Selectable } from "kysely";
import {
  lockRound,
  type Round,
  type RoundChanges,
  type RoundKey,
  updateRound,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Pulse as PulseTable } from "~/platform/db/schema.gen.ts";
import type { PulseResult } from "../domain/pulse-result.ts";

/** What only a pulse has. */
type Own = Omit<Selectable<PulseTable>, "organisationId" | "roundId" | "result" | "mayCount">;
/** A pulse: a round, and what only it has beside it. */
export type PulseRound = Round & Own;

const own = [
  ...(["personId", "reportId", "ofRoundId", "ofSubjectId", "day"] as const),
  ...(["items", "directions", "isOpen"] as const),
] satisfies (keyof Own)[];

/** Begins a pulse of somebody, unless one of theirs is open. @returns whether it did. */
export async function insertPulse(
  tx: Tx,
  pulse: Omit<Insertable<PulseTable>, "isOpen" | "result">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("pulse")
    .values(pulse)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A pulse, locked until the transaction ends; null for a round of another kind. */
export async function lockPulse(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<PulseRound | null> {
  const round = await lockRound(tx, scope, id);
  const row =
    round &&
    (await tx
      .selectFrom("pulse")
      .where("organisationId", "=", round.organisationId)
      .where("roundId", "=", round.id)
      .select(own)
      .executeTakeFirst());
  return round && row ? { ...round, ...row } : null;
}

/** Changes a pulse; what is not open any more makes room for the next one. */
export async function updatePulse(
  tx: Tx,
  key: RoundKey,
  { isOpen, ...round }: RoundChanges & { isOpen?: boolean },
): Promise<void> {
  await updateRound(tx, key, round);
  if (isOpen === undefined) return;
  await tx
    .updateTable("pulse")
    .set({ isOpen })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}

/** Freezes what a pulse told. Takes only what disclosure let through. */
export async function keepResult(
  tx: Tx,
  key: RoundKey,
  content: Disclosed<PulseResult>,
): Promise<void> {
  assertDisclosed(content);
  await tx
    .updateTable("pulse")
    .set({ result: JSON.stringify(content), isOpen: false })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}

/** What a pulse told, as it was written. Only this file writes it, so the shape is its own. */
export function storedResult(result: unknown): PulseResult | null {
  if (result === null) return null;
  const content = result as PulseResult;
  if (content.format !== 1) throw new Error("a pulse of an unknown format");
  return content;
}
