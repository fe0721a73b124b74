import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";

/**
 * What a cycle asks for: everyone around a participant, only those who report to them (from outside, too), or only
 * themselves.
 */
export const cycleKinds = ["360", "upward", "self"] as const;

export type CycleKind = (typeof cycleKinds)[number];

const asked: Record<CycleKind, readonly Relationship[]> = {
  "360": relationships,
  upward: ["self", "direct_report", "outside"],
  self: ["self"],
};

export function isCycleKind(value: unknown): value is CycleKind {
  return cycleKinds.some((kind) => kind === value);
}

/** Relationships under which people are asked in a cycle of this kind; their own view always is. */
export function relationshipsOf(kind: CycleKind): readonly Relationship[] {
  return asked[kind];
}

/** Whether such a cycle needs anyone besides the participants. */
export function needsOthers(kind: CycleKind): boolean {
  return kind !== "self";
}
