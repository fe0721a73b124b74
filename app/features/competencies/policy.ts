import type { Actor } from "~/features/identity/domain/index.ts";
import type { EvidenceSource } from "./domain/evidence.ts";

type Viewer = Pick<Actor, "role" | "personId" | "units">;

/** Whose levels are asked for: of which unit they are, and who is above them, up to the top. */
export type LevelsOf = {
  personId: string;
  department: string | null;
  above: readonly string[];
  hasLeft: boolean;
};

/** Somebody sees everything that is held about them, whatever it was given for. */
export function mayReadOwnLevels({ role, personId }: Viewer): boolean {
  return role !== "leaver" && personId !== null;
}

/**
 * Others read what was given for staffing: HR of the organisation, HR of units of theirs, and whoever leads somebody,
 * directly or through others. Who reads figures alone reads no single person's. Of who left, HR of the organisation
 * alone.
 */
export function mayReadLevelsOf(
  viewer: Viewer,
  { personId, department, above, hasLeft }: LevelsOf,
): boolean {
  const { role, units = [] } = viewer;
  if (role === "leaver") return false;
  if (viewer.personId === personId) return true;
  if (role === "admin") return true;
  if (hasLeft) return false;
  if (role === "unit-admin" && department !== null && units.includes(department)) return true;
  return viewer.personId !== null && above.includes(viewer.personId);
}

/**
 * Whether anybody could read levels of others at all: HR, and whoever is in the directory, as they may lead somebody.
 * Of whom, `mayReadLevelsOf` says for each, and no figure is made of people whose own levels its reader may not read.
 */
export function mayReadSkillsOfOthers({ role, personId }: Viewer): boolean {
  if (role === "leaver") return false;
  return role === "admin" || role === "unit-admin" || personId !== null;
}

/** When somebody is away is between them and HR of the organisation; whoever leads them asks them. */
export function mayWeighAbsences({ role }: Viewer): boolean {
  return role === "admin";
}

/** What those who lead somebody, and HR, write down of them; a person's own word is theirs. */
export const recordedByOthers = ["observation", "certificate", "test"] as const;
export type RecordedByOthers = (typeof recordedByOthers)[number];

/** Nobody vouches for themselves: somebody says their own level, and others write down what shows it. */
export function mayRecord(viewer: Viewer, about: LevelsOf, source: EvidenceSource): boolean {
  const isOwn = viewer.personId === about.personId;
  if (source === "self") return isOwn && mayReadOwnLevels(viewer);
  if (!recordedByOthers.some((each) => each === source)) return false;
  return !isOwn && mayReadLevelsOf(viewer, about);
}

/** Whoever said or recorded something takes it back, and HR whatever is wrong; what two agreed on, neither alone. */
export function mayWithdraw(
  viewer: Viewer,
  about: LevelsOf,
  evidence: { source: EvidenceSource; saidBy: string | null; recordedBy: string | null },
): boolean {
  if (!mayReadLevelsOf(viewer, about)) return false;
  const { source, saidBy, recordedBy } = evidence;
  const isHr = viewer.role === "admin" || viewer.role === "unit-admin";
  if (source === "agreed" || source === "feedback")
    return isHr && viewer.personId !== about.personId;
  if (isHr && viewer.personId !== about.personId) return true;
  return viewer.personId !== null && [saidBy, recordedBy].includes(viewer.personId);
}
