import type { Actor } from "~/features/identity/domain/index.ts";
import type { GrantedReader, ReadingGrant } from "~/features/people/domain/index.ts";

/** As what somebody reads a plan. */
export type PlanReader = "own" | GrantedReader;

export type PlanFacts = {
  /** Whose plan it is. */
  personId: string;
  /** Whether they are in the organisation. */
  isHere: boolean;
  /** Whom they report to now. */
  managerId: string | null;
  /** What they granted to whoever asks, in force today. */
  grant: Pick<ReadingGrant, "reader"> | null;
};

/**
 * Who reads a plan; null for everybody else, HR, analysts and whoever leads them included: whose it is, and whoever
 * they share it with, until the last day or until they take that back. What was given to somebody as their manager
 * ends when they are that no more. Whoever left reads none, and of who left nobody else does.
 */
export function readerOfPlan(
  { personId, role }: Pick<Actor, "personId" | "role">,
  { personId: ownerId, isHere, managerId, grant }: PlanFacts,
): PlanReader | null {
  if (personId === null || role === "leaver") return null;
  if (personId === ownerId) return "own";
  if (!isHere || !grant) return null;
  if (grant.reader === "manager" && personId !== managerId) return null;
  return grant.reader;
}
