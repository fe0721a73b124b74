import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { knownLevels } from "../domain/known-level.ts";
import { type Standing, standingOf } from "../domain/tables/gap.ts";
import { personToRead } from "../reach/level-reach.server.ts";
import { ownNeeds } from "./own-needs.server.ts";
import { readingOf } from "./reading-of.server.ts";
import { readEvidence } from "./shown-evidence.server.ts";

/** A competency that somebody's own roles need more of than they are known to have. */
export type OwnGap = {
  framework: string;
  competency: string;
  name: string;
  /** Key of its hat in its framework. */
  hat: string | null;
  needed: { level: number; name: string };
  /** null where nobody assessed it. */
  level: number | null;
  standing: Exclude<Standing, "met">;
};

const ORDER = { short: 0, open: 1, unknown: 2 } as const;

/** Where whoever asks has less than their roles need, the surest first; what nobody assessed stands last. */
export async function ownGaps(tx: Tx, actor: Actor, today: string): Promise<OwnGap[]> {
  const person = actor.personId && (await personToRead(tx, actor, actor.personId));
  if (!person) return [];
  const all = await readEvidence(tx, actor, person);
  const gaps: OwnGap[] = [];
  const needs = Map.groupBy(await ownNeeds(tx, actor, today), ({ framework }) => framework);
  for (const [framework, needed] of needs) {
    const view = { ...framework, levels: framework.levels.length };
    const own = all.filter((each) => each.framework === framework.framework);
    const known = knownLevels(
      own,
      await readingOf(tx, actor, view, { today, personId: person.id }),
    );
    for (const { competency, level } of needed) {
      const { id, name, hat } = competency;
      const standing = standingOf(known.get(id), level);
      if (standing === "met") continue;
      gaps.push({
        ...{ framework: framework.framework, competency: id, name, hat, standing },
        needed: { level, name: framework.levels[level - 1]?.name ?? "" },
        level: known.get(id)?.estimate ?? null,
      });
    }
  }
  return gaps.sort((one, other) => ORDER[one.standing] - ORDER[other.standing]);
}
