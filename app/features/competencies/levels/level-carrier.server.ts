import { levelHistory } from "~/features/frameworks/index.server.ts";
import { carryForward } from "~/features/frameworks/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { CarriedTo, Reading } from "../domain/known-level.ts";

/**
 * What a level that was said in any version of a framework says in one of them. What was said in a version that came
 * later, or of a competency that was never in it, says nothing.
 */
export async function levelCarrier(
  tx: Tx,
  scope: OrganisationScope,
  framework: string,
  to: number,
): Promise<Reading["carry"]> {
  const history = await levelHistory(tx, scope, framework);
  const published = new Map(history.map(({ version, publishedOn }) => [version, publishedOn]));
  const versions = new Set(history.map(({ version }) => version));
  // The same few are said of thousands: by version and competency, and by level.
  const known = new Map<number, Map<string, Map<number, readonly CarriedTo[]>>>();
  return (said) => {
    if (said.version > to || !versions.has(said.version)) return [];
    const byCompetency = within(known, said.version);
    const byLevel = within(byCompetency, said.competency);
    const before = byLevel.get(said.level);
    if (before) return before;
    const carried = carryForward(history, said, to).map(({ competency, level, parts, steps }) => ({
      ...{ competency, level, parts },
      steps: steps.map(({ version, variance }) => ({
        on: published.get(version) ?? null,
        variance,
      })),
    }));
    byLevel.set(said.level, carried);
    return carried;
  };
}

function within<Key, Inner, Value>(
  outer: Map<Key, Map<Inner, Value>>,
  key: Key,
): Map<Inner, Value> {
  const inner = outer.get(key) ?? new Map<Inner, Value>();
  outer.set(key, inner);
  return inner;
}
