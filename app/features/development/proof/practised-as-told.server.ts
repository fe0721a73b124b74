import { type RoundKey, standsOn } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { followFigure } from "../domain/proof/follow-figure.ts";
import { didOf } from "../domain/proof/followed.ts";
import { settleStep } from "./follow-through-store.server.ts";

/**
 * Who of a round practised, as the count of them was told last; null before it was. For figures that are told beside
 * that count: another day's people would tell who began since. Of each person; for counting and nothing else.
 */
export async function unsafePractisedAsTold(
  tx: Tx,
  round: RoundKey,
): Promise<Map<string, boolean> | null> {
  const behind = await standsOn(tx, round, followFigure("practised"));
  return behind && didOf(behind);
}

/** How many practised in a round stays as it was told last, since something else was told beside it. */
export function settlePractised(tx: Tx, round: RoundKey): Promise<void> {
  return settleStep(tx, round, "practised");
}
