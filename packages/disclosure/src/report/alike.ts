import { countPoints } from "../cover/count-points.ts";
import type { Scale } from "../cover/scale.ts";

/** Whether a distribution is too close to unanimous to be shown: leaving out one answer at most, all agree. */
export function nearlyAlike(values: readonly number[], scale: Scale): boolean {
  return Math.max(0, ...countPoints(values, scale)) >= values.length - 1;
}
