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
  const known = new Map<string, readonly CarriedTo[]>();
  return (said) => {
    if (said.version > to || !versions.has(said.version)) return [];
    // The same few are said of thousands.
    const key = `${said.version} ${said.level} ${said.competency}`;
    const before = known.get(key);
    if (before) return before;
    const carried = carryForward(history, said, to).map(({ competency, level, parts, steps }) => ({
      ...{ competency, level, parts },
      steps: steps.map(({ version, variance }) => ({
        on: published.get(version) ?? null,
        variance,
      })),
    }));
    known.set(key, carried);
    return carried;
  };
}
