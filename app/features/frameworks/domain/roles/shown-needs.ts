import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import type { LookAt } from "./carry-needs.ts";
import type { EffectiveNeed, EffectiveProfile } from "./effective-profile.ts";
import type { Importance, Weight } from "./role.ts";

/** How much of something is needed, in the words of the framework. */
export type ShownLevel = {
  level: number | null;
  levelName: string | null;
  /** What one sees on that level. */
  anchor: string | null;
  weight: Weight;
  importance: Importance;
};

export type ShownNeed = {
  competency: string;
  name: string;
  group: string | null;
  /** null: not needed now. */
  now: ShownLevel | null;
  lookAt: LookAt | null;
  /** The role it comes from, where that is another. */
  from: string | null;
  /** What the parent asks for instead, and the parent; also where the role drops it. */
  insteadOf: (ShownLevel & { from: string }) | null;
  /** What the next version needs; null: no more. Left out where that is the same. */
  next?: ShownLevel | null;
};

/**
 * Every competency that a role needs on a date, or will need next, or does without although its parent needs it; in the
 * order of the framework.
 */
export function shownNeeds(
  framework: LevelledFramework,
  profile: EffectiveProfile | null,
  next: EffectiveProfile | null,
  nameOf: (roleId: string) => string,
): ShownNeed[] {
  const now = byCompetency(profile?.needs);
  const dropped = byCompetency(profile?.dropped);
  const then = byCompetency(next?.needs);
  return framework.competencies.flatMap(({ id, name, group, anchors }): ShownNeed[] => {
    const said = now.get(id);
    const without = dropped.get(id);
    const later = then.get(id);
    if (!said && !without && !later) return [];
    const shown = (need: Pick<EffectiveNeed, "level" | "weight" | "importance">) => ({
      ...{ level: need.level, weight: need.weight, importance: need.importance },
      levelName: need.level === null ? null : (framework.levels[need.level - 1]?.name ?? null),
      anchor: need.level === null ? null : (anchors[need.level - 1] ?? null),
    });
    const instead = said?.insteadOf ?? without;
    return [
      {
        ...{ competency: id, name, group },
        now: said ? shown(said) : null,
        lookAt: said?.lookAt ?? null,
        from: said && said.from !== profile?.roleId ? nameOf(said.from) : null,
        insteadOf: instead ? { ...shown(instead), from: nameOf(instead.from) } : null,
        ...(next && !alike(said, later) && { next: later ? shown(later) : null }),
      },
    ];
  });
}

function alike(one: EffectiveNeed | undefined, other: EffectiveNeed | undefined): boolean {
  return (
    one?.level === other?.level &&
    one?.weight === other?.weight &&
    one?.importance === other?.importance &&
    (one === undefined) === (other === undefined)
  );
}

function byCompetency(needs: readonly EffectiveNeed[] = []): Map<string, EffectiveNeed> {
  return new Map(needs.map((need) => [need.competency, need]));
}
