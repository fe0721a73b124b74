import type { DisclosurePolicy } from "./policy.ts";

/** Raters needed by a group made of these relationships: the strictest of their minima. */
export function minimumFor(relationships: readonly string[], policy: DisclosurePolicy): number {
  let needed = policy.minimum;
  for (const relationship of relationships) {
    needed = Math.max(needed, policy.minimumFor[relationship] ?? 0);
  }
  return needed;
}
