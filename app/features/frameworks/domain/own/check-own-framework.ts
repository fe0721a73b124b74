import type { OwnFramework } from "./own-framework.ts";

/** What can be wrong in a framework whose shape is right. `field` is the path to it, such as "competencies.3.group". */
export type OwnFrameworkProblem = {
  field: string;
  code:
    | "duplicate-id"
    | "unknown-group"
    | "circular"
    | "unknown-level"
    | "level-twice"
    | "anchors-alike";
  values?: Record<string, string | number>;
};

/**
 * Checks what the shape can't: every id once, every group that is named there and in no circle, anchors on levels that
 * there are, one a level, and none like its neighbour's.
 */
export function checkOwnFramework(framework: OwnFramework): OwnFrameworkProblem[] {
  const { groups, competencies } = framework;
  const known = new Set(groups.map(({ id }) => id));
  const isUnknown = (id: string | null) => id !== null && !known.has(id);
  return [
    ...repeated(groups, "groups"),
    ...repeated(competencies, "competencies"),
    ...groups.flatMap(({ parent }, at): OwnFrameworkProblem[] =>
      isUnknown(parent) ? [unknownGroup(`groups.${at}.parent`, parent)] : [],
    ),
    ...inCircles(groups),
    ...competencies.flatMap(({ group }, at): OwnFrameworkProblem[] =>
      isUnknown(group) ? [unknownGroup(`competencies.${at}.group`, group)] : [],
    ),
    ...checkAnchors(framework),
  ];
}

function unknownGroup(field: string, id: string | null): OwnFrameworkProblem {
  return { field, code: "unknown-group", values: { id: id ?? "" } };
}

function repeated(entries: readonly { id: string }[], field: string): OwnFrameworkProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, at): OwnFrameworkProblem[] => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [{ field: `${field}.${at}.id`, code: "duplicate-id", values: { id } }] : [];
  });
}

/** Every group from which the way up never ends. */
function inCircles(groups: OwnFramework["groups"]): OwnFrameworkProblem[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const ends = new Set<string>();
  const circular = new Set<string>();
  for (const { id } of groups) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at: string | null | undefined = id;
    while (at && !ends.has(at) && !circular.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = parents.get(at);
    }
    const isCircle = at ? onWay.has(at) || circular.has(at) : false;
    for (const each of way) (isCircle ? circular : ends).add(each);
  }
  return groups.flatMap(({ id }, at): OwnFrameworkProblem[] =>
    circular.has(id) ? [{ field: `groups.${at}.parent`, code: "circular", values: { id } }] : [],
  );
}

function checkAnchors({ competencies, levels }: OwnFramework): OwnFrameworkProblem[] {
  const problems: OwnFrameworkProblem[] = [];
  competencies.forEach(({ anchors }, c) => {
    const texts = new Map<number, string>();
    anchors.forEach(({ level, text }, a) => {
      const field = `competencies.${c}.anchors.${a}`;
      const values = { level };
      if (level > levels.length)
        problems.push({ field: `${field}.level`, code: "unknown-level", values });
      if (texts.has(level)) problems.push({ field: `${field}.level`, code: "level-twice", values });
      else texts.set(level, sameWords(text));
    });
    anchors.forEach(({ level, text }, a) => {
      if (texts.get(level - 1) === sameWords(text))
        problems.push({
          field: `competencies.${c}.anchors.${a}.text`,
          code: "anchors-alike",
          values: { level },
        });
    });
  });
  return problems;
}

/** The form in which two wordings are the same: letter case, spaces and the stop at the end don't matter. */
export function sameWords(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim().replace(/[.!]$/u, "");
}
