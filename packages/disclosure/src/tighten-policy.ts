import { brokenSetting } from "./check-policy.ts";
import type { DisclosurePolicy } from "./policy.ts";

/** Either the tighter policy, or the first setting that would loosen a promise already made. */
export type Tightened =
  | { readonly ok: true; readonly policy: DisclosurePolicy }
  | { readonly ok: false; readonly setting: keyof DisclosurePolicy };

const minima = [
  "minimum",
  "minimumForDistribution",
  "minimumCommenters",
  "minimumShareOfParts",
  "minimumInTables",
] as const;

/** The first setting of `next` that promises raters less than `now`, or null. */
function loosened(now: DisclosurePolicy, next: DisclosurePolicy): keyof DisclosurePolicy | null {
  for (const name of minima) if (next[name] < now[name]) return name;
  for (const [relationship, minimum] of Object.entries(now.minimumFor)) {
    if (Math.max(next.minimum, next.minimumFor[relationship] ?? 0) < minimum) return "minimumFor";
  }
  if (!next.identified.every((relationship) => now.identified.includes(relationship))) {
    return "identified";
  }
  // Which relationships count towards "all" changes what a difference with an earlier report isolates.
  const same = new Set([...now.outsideAll, ...next.outsideAll]).size;
  if (same !== now.outsideAll.length || same !== next.outsideAll.length) return "outsideAll";
  if (next.small !== now.small && next.small === "merge") return "small";
  if (next.alike !== now.alike && next.alike === "show") return "alike";
  if (next.precision > now.precision) return "precision";
  return null;
}

/**
 * The only way to change the policy of a running cycle: every setting equal or stricter. Names the
 * offending setting otherwise, also when `next` is out of range. To be used before anything is
 * released: a stricter policy groups people differently, and two groupings side by side can be
 * subtracted, so a report that was issued is never computed anew.
 */
export function tightenPolicy(now: DisclosurePolicy, next: DisclosurePolicy): Tightened {
  const setting = brokenSetting(next) ?? loosened(now, next);
  if (setting !== null) return { ok: false, setting };
  return { ok: true, policy: Object.freeze({ ...next }) };
}
