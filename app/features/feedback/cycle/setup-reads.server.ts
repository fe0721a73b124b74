import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { storedPolicy } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { cyclesIn } from "./participation-reads.server.ts";

/** What a cycle promises its raters; for one participant's see `policyForList`. */
export async function policyOf(tx: Tx, actor: Actor, cycleId: string): Promise<DisclosurePolicy> {
  const row = await cyclesIn(tx, actor)
    .where("round.id", "=", cycleId)
    .select("round.disclosurePolicy")
    .executeTakeFirstOrThrow();
  return storedPolicy(row.disclosurePolicy);
}
