import { z } from "zod";
import { sameWords } from "./check-own-framework.ts";
import type { OwnCompetency, OwnFramework } from "./own-framework.ts";

/**
 * What becomes of competencies in a new version. `from` is of the version before, `to` of the new one. "Same" means the
 * levels mean what they meant; of all others what is known of people goes on with a wider range, or ends ("retired").
 */
export type Change =
  | { kind: "same" | "reworded"; from: [string]; to: [string] }
  | { kind: "split"; from: [string]; to: string[] }
  | { kind: "merged"; from: string[]; to: [string] }
  | { kind: "new"; from: []; to: [string] }
  | { kind: "retired"; from: [string]; to: [] };
export type ChangeKind = Change["kind"];

export const originsSchema = z.record(
  z.string(),
  z.object({ from: z.array(z.string()).readonly(), reworded: z.boolean().optional() }),
);

/** Where each competency of a draft comes from, and whether one that comes from one alone was reworded. */
export type Origins = Readonly<z.output<typeof originsSchema>>;

export type ChangeProblem = {
  code: "unknown-origin" | "unknown-competency" | "split-and-merged" | "not-the-same";
  competency: string;
};

/**
 * Every competency of both versions in exactly one change, derived from where the new ones come from, so that none can
 * be forgotten or linked in silence. Refused are origins that there are not, a competency that is both part of a split
 * and merged with others, and "same" where the levels or what is seen on them differ.
 */
export function declaredChanges(
  before: OwnFramework,
  after: OwnFramework,
  origins: Origins,
): { changes: Change[]; problems: ChangeProblem[] } {
  const old = new Map(before.competencies.map((each) => [each.id, each]));
  const next = new Map(after.competencies.map((each) => [each.id, each]));
  const problems: ChangeProblem[] = [];
  const into = new Map<string, string[]>();
  const from = new Map<string, string[]>();
  for (const [id, origin] of Object.entries(origins)) {
    if (!next.has(id)) problems.push({ code: "unknown-competency", competency: id });
    const sources = [...new Set(origin.from)];
    from.set(id, sources);
    for (const source of sources) {
      if (!old.has(source)) problems.push({ code: "unknown-origin", competency: id });
      into.set(source, [...(into.get(source) ?? []), id]);
    }
  }
  if (problems.length > 0) return { changes: [], problems };

  const changes: Change[] = [];
  for (const competency of after.competencies) {
    const { id } = competency;
    const sources = from.get(id) ?? [];
    const [source] = sources;
    if (source === undefined) changes.push({ kind: "new", from: [], to: [id] });
    else if (sources.length > 1) {
      if (sources.some((each) => (into.get(each) ?? []).length > 1))
        problems.push({ code: "split-and-merged", competency: id });
      else changes.push({ kind: "merged", from: sources, to: [id] });
    } else if ((into.get(source) ?? []).length === 1) {
      const reworded = origins[id]?.reworded === true;
      const was = old.get(source);
      if (!reworded && was && !meansTheSame(before, was, after, competency))
        problems.push({ code: "not-the-same", competency: id });
      changes.push({ kind: reworded ? "reworded" : "same", from: [source], to: [id] });
    }
  }
  for (const { id } of before.competencies) {
    const targets = into.get(id) ?? [];
    if (targets.length === 0) changes.push({ kind: "retired", from: [id], to: [] });
    // Where one of them is merged as well, that is the problem already told.
    else if (targets.length > 1 && targets.every((target) => from.get(target)?.length === 1))
      changes.push({ kind: "split", from: [id], to: targets });
  }
  return { changes, problems };
}

/** Whether a level of it means what it meant: as many levels, and the same to be seen on each. */
export function meansTheSame(
  before: OwnFramework,
  was: OwnCompetency,
  after: OwnFramework,
  is: OwnCompetency,
): boolean {
  return (
    before.levels.length === after.levels.length &&
    before.levels.every((_, at) => seenOn(was, at + 1) === seenOn(is, at + 1))
  );
}

function seenOn({ anchors }: OwnCompetency, level: number): string {
  return sameWords(anchors.find((anchor) => anchor.level === level)?.text ?? "");
}

/** Where every competency of a version comes from while nothing of it is changed: itself. */
export function originsOf({ competencies }: OwnFramework): Origins {
  return Object.fromEntries(competencies.map(({ id }) => [id, { from: [id] }]));
}

/**
 * Origins in which whatever goes on alone counts as reworded when its levels no longer mean what they meant, even if
 * nobody has said so.
 */
export function settledOrigins(
  before: OwnFramework,
  after: OwnFramework,
  origins: Origins,
): Origins {
  const old = new Map(before.competencies.map((each) => [each.id, each]));
  const settled: Record<string, Origins[string]> = { ...origins };
  for (const competency of after.competencies) {
    const origin = origins[competency.id];
    const was = old.get(origin?.from[0] ?? "");
    if (origin && was && !meansTheSame(before, was, after, competency))
      settled[competency.id] = { ...origin, reworded: true };
  }
  return settled;
}
