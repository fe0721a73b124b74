import type { Relationship } from "~/features/questionnaires/domain/index.ts";

/** Relationships whose raters are promised not to be recognised. */
const ANONYMOUS: readonly Relationship[] = ["peer", "direct_report", "other", "outside"];

/** Raters of one relationship, and how many of them count towards a minimum. */
export type AskedGroup = { relationship: Relationship; asked: number; counting: number };

/** Groups with raters, but too few who count to be shown on their own. */
export function smallGroups(groups: readonly AskedGroup[], minimum: number): Relationship[] {
  return groups
    .filter(
      ({ relationship, asked, counting }) =>
        ANONYMOUS.includes(relationship) && asked > 0 && counting < minimum,
    )
    .map(({ relationship }) => relationship);
}

type Colleague = { id: string; managerId: string | null };

/** How someone most likely stands to a participant, by the org tree; a proposal, not a finding. */
export function likelyRelationship(
  rater: Colleague,
  participant: Colleague,
): Exclude<Relationship, "self" | "outside"> {
  if (participant.managerId === rater.id) return "manager";
  if (rater.managerId === participant.id) return "direct_report";
  if (rater.managerId !== null && rater.managerId === participant.managerId) return "peer";
  return "other";
}
