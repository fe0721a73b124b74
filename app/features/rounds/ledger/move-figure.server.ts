import { type DisclosurePolicy, nextSnapshot } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import { ledgerKey } from "./ledger-store.server.ts";
import { keepSnapshot, lockSnapshot } from "./snapshot-store.server.ts";

/**
 * Whether a figure of a round whose contributors still come and change may be told anew, of all it has now. It moves
 * only once several new contributions came in, and stands until then, for everyone and by every way out, so that no
 * single one follows from before and after; decided one at a time, until the transaction ends. `contributions` are
 * their ids, a new one whenever one is changed. Once told that it moves, the caller tells all who ask the same figure.
 */
export async function moveFigure(
  tx: Tx,
  round: RoundKey,
  figure: string,
  contributions: readonly string[],
  policy: DisclosurePolicy,
): Promise<"moves" | "stands"> {
  const key = ledgerKey(round, figure);
  const before = await lockSnapshot(tx, key);
  const { snapshot, figures } = nextSnapshot(before, { [figure]: contributions }, policy);
  await keepSnapshot(tx, key, snapshot);
  return figures[figure]?.state === "changed" ? "moves" : "stands";
}

/**
 * What a figure that moves rests on as it was told last; null before anything was. It stays so until the transaction
 * ends.
 */
export async function standsOn(
  tx: Tx,
  round: RoundKey,
  figure: string,
): Promise<readonly string[] | null> {
  const snapshot = await lockSnapshot(tx, ledgerKey(round, figure));
  return snapshot?.published[figure] ?? null;
}
