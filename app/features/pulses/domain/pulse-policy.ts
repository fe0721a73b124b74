import { type DisclosurePolicy, tightenPolicy } from "@twohats/disclosure";
import { LEAST_ANSWERS } from "./pulse.ts";

/**
 * What holds for those who are asked once more: at least what the round promised them, nothing from fewer than five
 * answers, and no groups but those of the report, whatever becomes of their size.
 */
export function pulsePolicy(policy: DisclosurePolicy): DisclosurePolicy {
  const atLeast = (minimum: number) => Math.max(LEAST_ANSWERS, minimum);
  const { minimum, minimumFor, minimumForDistribution } = policy;
  const tightened = tightenPolicy(policy, {
    ...policy,
    minimum: atLeast(minimum),
    minimumFor: Object.fromEntries(
      Object.entries(minimumFor).map(([group, least]) => [group, atLeast(least)]),
    ),
    minimumForDistribution: atLeast(minimumForDistribution),
    small: "hide",
    alike: "withhold",
  });
  if (!tightened.ok) throw new Error(`a policy that can't be tightened: ${tightened.setting}`);
  return tightened.policy;
}
