import type { Relationship } from "~/features/questionnaires/domain/index.ts";

/** Someone in the org tree, as far as suggesting raters needs them. */
export type Colleague = {
  id: string;
  managerId: string | null;
  department: string | null;
  jobLevel: string | null;
  hasAddress: boolean;
};

export type Suggestion = { personId: string; relationship: Relationship };

export type SuggestionLimits = { peers: number; directReports: number };

export const usualLimits: SuggestionLimits = { peers: 6, directReports: 12 };

/**
 * Raters for one participant from the org tree: self, the manager, direct reports, and peers (first those
 * with the same manager, then the same level in the department). People without an address are left out.
 * `load` counts how often someone is asked already: the least asked come first, ties by id.
 */
export function suggestRaters(
  participant: Colleague,
  colleagues: readonly Colleague[],
  load: ReadonlyMap<string, number>,
  limits: SuggestionLimits = usualLimits,
): Suggestion[] {
  const reachable = colleagues.filter((each) => each.hasAddress && each.id !== participant.id);
  const leastAsked = (a: Colleague, b: Colleague) =>
    (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1);
  const reports = reachable.filter((each) => each.managerId === participant.id);
  const isPeer = (each: Colleague) =>
    each.id !== participant.managerId && each.managerId !== participant.id;
  const team = reachable.filter(
    (each) =>
      isPeer(each) && participant.managerId !== null && each.managerId === participant.managerId,
  );
  const sameLevel = reachable.filter(
    (each) =>
      isPeer(each) &&
      each.managerId !== participant.managerId &&
      each.department !== null &&
      each.department === participant.department &&
      each.jobLevel !== null &&
      each.jobLevel === participant.jobLevel,
  );
  const peers = [...team.sort(leastAsked), ...sameLevel.sort(leastAsked)].slice(0, limits.peers);
  const manager = reachable.find((each) => each.id === participant.managerId);
  return [
    { personId: participant.id, relationship: "self" },
    ...(manager ? [{ personId: manager.id, relationship: "manager" as const }] : []),
    ...peers.map((each) => ({ personId: each.id, relationship: "peer" as const })),
    ...reports
      .sort(leastAsked)
      .slice(0, limits.directReports)
      .map((each) => ({ personId: each.id, relationship: "direct_report" as const })),
  ];
}
