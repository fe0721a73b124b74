import type { CaseLevel, CaseRubric } from "./case-shape.ts";
import { oneLine, tidy } from "./cells.ts";
import type { CompetencyInput, FileProblem } from "./read-framework.ts";

type Anchors = NonNullable<CompetencyInput["anchors"]>;

/**
 * The levels that rubrics describe, lowest first, and what is seen on each of them for each item. A level is told by its
 * place among those of its criterion; the first criterion with the most levels names them, and one with other names for
 * as many is refused.
 */
export function caseLevels(
  rubrics: readonly CaseRubric[],
  problems: FileProblem[],
): { names: string[]; anchors: Map<string, Anchors> } {
  const criteria = rubrics.flatMap(({ CFRubricCriteria }, at) =>
    (CFRubricCriteria ?? []).map((criterion) => ({
      row: at + 1,
      item: criterion.CFItemURI?.identifier,
      levels: inOrder(criterion.CFRubricCriterionLevels ?? []),
    })),
  );
  const longest = criteria.reduce<CaseLevel[]>(
    (most, { levels }) => (levels.length > most.length ? levels : most),
    [],
  );
  const names = longest.map(({ quality }, at) => oneLine(quality ?? "") || String(at + 1));
  const anchors = new Map<string, Anchors>();
  for (const { row, item, levels } of criteria) {
    if (item === undefined) {
      problems.push({ row, field: "CFRubrics.CFItemURI", code: "missing" });
      continue;
    }
    const seen = anchors.get(item) ?? [];
    levels.forEach((level, at) => {
      const place = placeOf(level, at, names);
      const text = tidy(level.description ?? "");
      if (place === null)
        problems.push({
          row,
          field: "CFRubrics.quality",
          code: "unknown-level",
          values: { level: level.quality ?? "" },
        });
      else if (text !== "") seen.push({ level: place, text });
    });
    anchors.set(item, seen);
  }
  return { names, anchors };
}

/** By its name where it has one, otherwise by its place. */
function placeOf({ quality }: CaseLevel, at: number, names: readonly string[]): number | null {
  const name = oneLine(quality ?? "");
  if (name === "" || names[at] === name) return at + 1;
  const place = names.indexOf(name);
  return place < 0 ? null : place + 1;
}

function inOrder(levels: readonly CaseLevel[]): CaseLevel[] {
  return [...levels].sort((a, b) => (a.score ?? a.position ?? 0) - (b.score ?? b.position ?? 0));
}
