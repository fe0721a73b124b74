import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { storedPolicy } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isCycleKind, relationshipsOf } from "../domain/cycle-kind.ts";
import { cyclesIn } from "./participation-reads.server.ts";

/** What a cycle promises its raters; for one participant's see `policyForList`. */
export async function policyOf(tx: Tx, actor: Actor, cycleId: string): Promise<DisclosurePolicy> {
  const row = await cyclesIn(tx, actor)
    .where("round.id", "=", cycleId)
    .select("round.disclosurePolicy")
    .executeTakeFirstOrThrow();
  return storedPolicy(row.disclosurePolicy);
}

/** Under which relationships a cycle asks people, by its kind; none where there is no such cycle. HR only. */
export async function relationshipsInCycle(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<readonly Relationship[]> {
  if (!mayRunRound(actor, cycleId)) return [];
  const row = await cyclesIn(tx, actor)
    .where("round.id", "=", cycleId)
    .select("cycle.kind")
    .executeTakeFirst();
  if (!row) return [];
  if (!isCycleKind(row.kind)) throw new Error(`unknown kind of cycle ${row.kind}`);
  return relationshipsOf(row.kind);
}
