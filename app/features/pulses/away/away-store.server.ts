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
import type { AwayTest as AwayTable } from "~/platform/db/schema.gen.ts";
import type { AwayResult } from "../domain/away/tell-away.ts";

type Own = Pick<Selectable<AwayTable>, "personId" | "isOpen">;
/** A round about an absence, with what only it has. */
export type AwayRound = Round & Own;

/** Begins an away test of somebody, unless one of theirs is open. @returns whether it did. */
export async function insertAwayTest(
  tx: Tx,
  test: Omit<Insertable<AwayTable>, "isOpen" | "told">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("awayTest")
    .values(test)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Locked until the transaction ends; null for a round of another kind. */
export async function lockAwayTest(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<AwayRound | null> {
  const round = await lockRound(tx, scope, id);
  const row =
    round &&
    (await tx
      .selectFrom("awayTest")
      .where("organisationId", "=", round.organisationId)
      .where("roundId", "=", round.id)
      .select(["personId", "isOpen"])
      .executeTakeFirst());
  return round && row ? { ...round, ...row } : null;
}

/** Changes one; what is not open any more makes room for the next. */
export async function updateAwayTest(
  tx: Tx,
  key: RoundKey,
  { isOpen, ...round }: RoundChanges & { isOpen?: boolean },
): Promise<void> {
  await updateRound(tx, key, round);
  if (isOpen === undefined) return;
  await tx
    .updateTable("awayTest")
    .set({ isOpen })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}

/** Keeps what was told, for good. Takes only what disclosure let through. */
export async function keepAwayTold(
  tx: Tx,
  key: RoundKey,
  content: Disclosed<AwayResult>,
): Promise<void> {
  assertDisclosed(content);
  await tx
    .updateTable("awayTest")
    .set({ told: JSON.stringify(content), isOpen: false })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.id)
    .execute();
}

/** What was told, as it was written. Only this file writes it, so the shape is its own. */
export function storedAway(told: unknown): AwayResult | null {
  if (told === null) return null;
  const content = told as AwayResult;
  if (content.format !== 1) throw new Error("an away test of an unknown format");
  return content;
}
