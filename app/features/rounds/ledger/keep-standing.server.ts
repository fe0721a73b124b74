import type { FigureLedger } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import { insertLedger, ledgerKey } from "./ledger-store.server.ts";

/**
 * Keeps the ledgers of a round's figures with what stands in them, once: whatever is asked of these figures later, by
 * anyone and by any way out, is held against it. `contributors` are the ids of everyone who may be behind a figure, in
 * the order in which the ledgers number them. Throws where a figure was decided before.
 */
export async function keepStanding(
  tx: Tx,
  round: RoundKey,
  contributors: readonly string[],
  ledgers: Readonly<Record<string, FigureLedger>>,
): Promise<void> {
  for (const [figure, ledger] of Object.entries(ledgers))
    await insertLedger(tx, ledgerKey(round, figure), contributors, ledger.save());
}
