import { openAreas, type Plan } from "./plan.ts";

/**
 * Whether to advise managing first: somebody's role needs more of it than they clearly have, and all that they work on
 * is of other hats. Theirs to overrule; after that nothing is said of it. `short` has the hats of what is clearly
 * missing, `first` is the first hat of the framework.
 */
export function advisesManagingFirst(
  plan: Pick<Plan, "areas" | "overruledOn">,
  { short, first }: { short: readonly (string | null)[]; first: string },
): boolean {
  const open = openAreas(plan);
  return (
    plan.overruledOn === null &&
    open.length > 0 &&
    short.includes(first) &&
    open.every(({ hat }) => hat !== first)
  );
}
