import { sameWords } from "./check-own-framework.ts";
import type { Change } from "./declared-changes.ts";
import type { OwnCompetency, OwnFramework } from "./own-framework.ts";

type Named = { id: string; name: string };

/** What one level said, and what it says; "" where it said or says nothing. */
export type LevelChange = { level: number; was: string; is: string };

export type NamedChange = {
  kind: Change["kind"];
  from: Named[];
  to: Named[];
  /** Of a competency that goes on alone: the levels that read otherwise. */
  levels: LevelChange[];
};

/** The changes from one version to the next with the names of competencies, and what of each is said otherwise. */
export function namedChanges(
  before: OwnFramework,
  after: OwnFramework,
  changes: readonly Change[],
): NamedChange[] {
  const old = new Map(before.competencies.map((each) => [each.id, each]));
  const next = new Map(after.competencies.map((each) => [each.id, each]));
  const named = (ids: readonly string[], known: Map<string, OwnCompetency>) =>
    ids.map((id) => ({ id, name: known.get(id)?.name ?? id }));
  return changes.map(({ kind, from, to }) => {
    const [was, is] = [old.get(from[0] ?? ""), next.get(to[0] ?? "")];
    const goesOn = kind === "reworded" && was && is;
    return {
      ...{ kind, from: named(from, old), to: named(to, next) },
      levels: goesOn ? changedLevels(was, is) : [],
    };
  });
}

function changedLevels(was: OwnCompetency, is: OwnCompetency): LevelChange[] {
  const levels = [...was.anchors, ...is.anchors].map(({ level }) => level);
  return [...new Set(levels)]
    .sort((a, b) => a - b)
    .map((level) => ({ level, was: textOn(was, level), is: textOn(is, level) }))
    .filter((change) => sameWords(change.was) !== sameWords(change.is));
}

function textOn({ anchors }: OwnCompetency, level: number): string {
  return anchors.find((anchor) => anchor.level === level)?.text ?? "";
}

/** One thing that happened to a competency: in which version, and which competencies it came from or became. */
export type Happening = {
  version: number;
  kind: Exclude<Change["kind"], "same">;
  /** Ids in the version before, for what led here; in `version` itself, for what became of it. */
  from: readonly string[];
  to: readonly string[];
};

/**
 * What happened to the competency of an id in one version: before, as far back as it can be followed alone, and after,
 * until it ended or became another. That a version left it as it was is not told. `history` is in the order of
 * versions.
 */
export function happenings(
  history: readonly { version: number; changes: readonly Change[] }[],
  { version, id }: { version: number; id: string },
): { before: Happening[]; after: Happening[] } {
  const before: Happening[] = [];
  for (const { version: at, changes } of history
    .filter((each) => each.version <= version)
    .reverse()) {
    const change = changes.find(({ to }) => to.some((each) => each === id));
    if (!change) break;
    if (change.kind !== "same") before.unshift({ ...change, version: at, kind: change.kind });
    if (change.kind !== "same" && change.kind !== "reworded") break;
  }
  const after: Happening[] = [];
  for (const { version: at, changes } of history.filter((each) => each.version > version)) {
    const change = changes.find(({ from }) => from.some((each) => each === id));
    if (!change) break;
    if (change.kind !== "same") after.push({ ...change, version: at, kind: change.kind });
    if (change.kind !== "same" && change.kind !== "reworded") break;
  }
  return { before, after };
}
