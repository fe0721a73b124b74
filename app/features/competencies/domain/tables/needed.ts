/** What somebody's work needs of a competency: a level, and how much it counts beside others. */
export type Needed = { level: number; weight: number };

/** What a person needs of a competency; null where nothing says so. */
export type NeededBy = (personId: string, competency: string) => Needed | null;

/**
 * The level that is asked for, of so many: the one somebody chose, at most the highest; where nobody chose one (0), the
 * middle of the scale, or the one above.
 */
export function askedLevel(chosen: number, levels: number): number {
  return chosen === 0 ? Math.ceil((levels + 1) / 2) : Math.min(levels, chosen);
}
