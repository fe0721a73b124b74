import type { DisclosurePolicy } from "./policy.ts";

const whole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** No group is shown with fewer answers than this, whatever an organisation chooses. */
export const LEAST_MINIMUM = 3;

/** The first setting that no promise of anonymity could rest on, by name, or null when all hold. */
export function brokenSetting(policy: DisclosurePolicy): keyof DisclosurePolicy | null {
  if (!whole(policy.minimum, LEAST_MINIMUM, 1000)) return "minimum";
  if (!Object.values(policy.minimumFor).every((m) => whole(m, policy.minimum, 1000))) {
    return "minimumFor";
  }
  // An anonymous relationship outside "all" could be told from the others in a merged group.
  if (!policy.outsideAll.every((r) => policy.identified.includes(r))) return "outsideAll";
  if (!whole(policy.minimumForDistribution, Math.max(5, policy.minimum), 1000)) {
    return "minimumForDistribution";
  }
  if (!whole(policy.minimumCommenters, 3, 1000)) return "minimumCommenters";
  if (!(policy.minimumShareOfParts > 0 && policy.minimumShareOfParts <= 1)) {
    return "minimumShareOfParts";
  }
  if (!whole(policy.minimumInTables, 3, 1000)) return "minimumInTables";
  if (!whole(policy.precision, 0, 3)) return "precision";
  return null;
}

/** Throws a RangeError naming the setting when a policy promises nothing. */
export function checkPolicy(policy: DisclosurePolicy): void {
  const broken = brokenSetting(policy);
  if (broken !== null) throw new RangeError(`Disclosure policy: "${broken}" is out of range.`);
}
