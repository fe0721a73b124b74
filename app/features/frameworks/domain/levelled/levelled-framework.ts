import type { Framework } from "../framework.ts";
import {
  type Change,
  declaredChanges,
  originsOf,
  settledOrigins,
} from "../own/declared-changes.ts";
import { fromBuiltIn } from "../own/from-built-in.ts";
import type { OwnFramework } from "../own/own-framework.ts";

export type LevelledCompetency = {
  /** The `competency` of a `CompetencyRef`. */
  id: string;
  name: string;
  description: string;
  /** Key of its hat; null for what stands above or outside them. */
  hat: string | null;
  /** The name of the group it stands in. */
  group: string | null;
  /** What one sees on each level, the lowest first; null where nothing was written. */
  anchors: readonly (string | null)[];
};

/** A version of a framework, built-in or an organisation's own, as far as levels of competencies go. */
export type LevelledFramework = {
  /** The `framework` of a `CompetencyRef`. */
  framework: string;
  version: number;
  name: string;
  /** Lowest first: level 1 is the first. */
  levels: readonly { name: string; description: string }[];
  /** None where its competencies have none. */
  hats: readonly { key: string; name: string }[];
  competencies: readonly LevelledCompetency[];
};

/** One of an organisation's own, by its levels. `hats` are those that competencies may be of. */
export function levelledOwn(
  { framework, version }: { framework: string; version: number },
  own: OwnFramework,
  hats: LevelledFramework["hats"],
): LevelledFramework {
  const groups = new Map(own.groups.map(({ id, name }) => [id, name]));
  const used = new Set(own.competencies.map(({ hat }) => hat));
  return {
    ...{ framework, version, name: own.name, levels: own.levels },
    hats: hats.filter(({ key }) => used.has(key)),
    competencies: own.competencies.map(({ id, name, description, hat, group, anchors }) => {
      const seen = new Map(anchors.map(({ level, text }) => [level, text]));
      return {
        ...{ id, name, description, hat },
        group: group === null ? null : (groups.get(group) ?? null),
        anchors: own.levels.map((_, at) => seen.get(at + 1) ?? null),
      };
    }),
  };
}

/** A built-in one by its levels, which go by `levelNames`, the lowest first. */
export function levelledBuiltIn(
  framework: Framework,
  levelNames: readonly string[],
): LevelledFramework {
  const { key, version, hats } = framework;
  return levelledOwn(
    { framework: key, version },
    fromBuiltIn(framework, levelNames),
    hats.map(({ key: hat, name }) => ({ key: hat, name })),
  );
}

/** What became of the competencies of one version of a built-in framework in the next: its keys go on as they are. */
export function builtInChanges(before: Framework | null, after: Framework): Change[] {
  const now = fromBuiltIn(after, levelsOf(after));
  const was = before
    ? fromBuiltIn(before, levelsOf(before))
    : { ...now, groups: [], competencies: [] };
  const known = new Set(was.competencies.map(({ id }) => id));
  const kept = { ...now, competencies: now.competencies.filter(({ id }) => known.has(id)) };
  return declaredChanges(was, now, settledOrigins(was, now, originsOf(kept))).changes;
}

function levelsOf({ competencies }: Framework): string[] {
  return (competencies[0]?.levels ?? []).map(({ level }) => String(level));
}
