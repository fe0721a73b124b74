/**
 * What an organisation promises its raters, as plain data: stored with a cycle when it starts and
 * passed to every decision about it. Change it afterwards only through `tightenPolicy`.
 */
export type DisclosurePolicy = {
  /** Raters an anonymous group needs, and answers an item needs within it. At least 3. */
  readonly minimum: number;
  /** A higher minimum for some relationships. */
  readonly minimumFor: Readonly<Record<string, number>>;
  /** Relationships shown whatever their number, because raters are told they can be recognised. */
  readonly identified: readonly string[];
  /** Identified relationships that do not count towards "all raters". */
  readonly outsideAll: readonly string[];
  /** What becomes of a group below the minimum: it joins others, or is left out. */
  readonly small: "merge" | "hide";
  /** Raters needed before anything beyond a mean is shown (spread, shares, extremes). At least 5. */
  readonly minimumForDistribution: number;
  /** People who must have written something before any of it is shown. At least 3. */
  readonly minimumCommenters: number;
  /** Share of items (or competencies) that must be shown before their average is. 0 < share <= 1. */
  readonly minimumShareOfParts: number;
  /** Whether figures that give answers away because they are all alike are withheld. */
  readonly alike: "withhold" | "show";
  /** People a cell, union or difference needs in survey tables, trees and filters. At least 3. */
  readonly minimumInTables: number;
  /** Decimals of every figure shown, 0 to 3. */
  readonly precision: number;
};

/** The policy that a cycle has unless its organisation asks for a stricter one. */
export const standardPolicy: DisclosurePolicy = Object.freeze({
  minimum: 3,
  minimumFor: Object.freeze({}),
  identified: Object.freeze(["self", "manager"]),
  outsideAll: Object.freeze(["self"]),
  small: "merge",
  minimumForDistribution: 5,
  minimumCommenters: 3,
  minimumShareOfParts: 0.5,
  alike: "withhold",
  minimumInTables: 5,
  precision: 2,
});
