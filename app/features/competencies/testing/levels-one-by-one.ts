import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type KnownLevel, knownLevels } from "../domain/known-level.ts";
import { evidenceAbout } from "../ledger/evidence-reads.server.ts";
import { type LevelView, readingOf } from "../levels/reading-of.server.ts";

/**
 * The levels of everybody whom an actor may read for staffing, each as their own page has them: what tables are held
 * to, and measured beside.
 */
export async function levelsOneByOne(
  tx: Tx,
  actor: Actor,
  view: LevelView,
  today: string,
): Promise<Map<string, Map<string, KnownLevel>>> {
  const asked = { framework: view.framework, purpose: "staffing" } as const;
  const evidence = await evidenceAbout(tx, actor, asked);
  const levels = new Map<string, Map<string, KnownLevel>>();
  for (const [personId, own] of Map.groupBy(evidence, (each) => each.personId))
    levels.set(personId, knownLevels(own, await readingOf(tx, actor, view, { personId, today })));
  return levels;
}
