/** What plans are called where somebody shares theirs. */
export const PLAN = "plan";

export function grantedPlan(id: string): { kind: typeof PLAN; id: string } {
  return { kind: PLAN, id };
}
