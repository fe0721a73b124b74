import type { Check } from "./check.ts";
import { hasFigures, isAboutEqual, type Result } from "./score.ts";

/** What a result comes to in one sentence, without its words. Parts are named by their keys, in the check's order. */
export type Finding =
  | { kind: "nothing" }
  | { kind: "hats-equal" | "more-managing" | "more-leading" }
  | { kind: "all-equal" }
  | { kind: "no-signs" }
  | { kind: "signs"; parts: string[] }
  | { kind: "highest"; parts: string[] };

/**
 * The finding of a result: where two hats are compared, which there is more of; where signs are looked for, those that
 * come out above the middle; else the part that comes out highest, with all that are about equal to it.
 */
export function findingOf(check: Check, result: Result): Finding {
  if (!hasFigures(result)) return { kind: "nothing" };
  if (result.hats) return findingOfHats(result.hats);
  const shown = result.parts.flatMap(({ key, mean, band }) =>
    mean === null ? [] : [{ key, mean, band }],
  );
  if (check.parts.every(({ sense }) => sense === "sign")) {
    const signs = shown.filter(({ band }) => band === "high").map(({ key }) => key);
    return signs.length > 0 ? { kind: "signs", parts: signs } : { kind: "no-signs" };
  }
  const means = shown.map(({ mean }) => mean);
  const [lowest, highest] = [Math.min(...means), Math.max(...means)];
  if (shown.length > 1 && isAboutEqual(lowest, highest)) return { kind: "all-equal" };
  const top = shown.filter(({ mean }) => isAboutEqual(mean, highest));
  return { kind: "highest", parts: top.map(({ key }) => key) };
}

function findingOfHats({ managing, leading }: NonNullable<Result["hats"]>): Finding {
  if (isAboutEqual(managing, leading)) return { kind: "hats-equal" };
  return { kind: managing > leading ? "more-managing" : "more-leading" };
}

/** How a figure changed: less than half a point is no change that a check can tell. */
export function changeBetween(then: number, now: number): "equal" | "higher" | "lower" {
  if (isAboutEqual(then, now)) return "equal";
  return now > then ? "higher" : "lower";
}
