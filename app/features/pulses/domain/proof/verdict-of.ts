import type { PulseVerdict } from "../judge-change.ts";
import { mainRow, type PulseResult } from "../pulse-result.ts";

/**
 * What a pulse says in all: moved where one behaviour at least did and none slipped; slipped the other way round;
 * else that it can't tell. null where it judges none.
 */
export function verdictOf({ behaviours }: Pick<PulseResult, "behaviours">): PulseVerdict | null {
  const verdicts = behaviours.flatMap(({ rows }) => mainRow(rows)?.verdict ?? []);
  if (verdicts.length === 0) return null;
  const [moved, slipped] = [verdicts.includes("moved"), verdicts.includes("slipped")];
  if (moved === slipped) return "cant-tell";
  return moved ? "moved" : "slipped";
}
