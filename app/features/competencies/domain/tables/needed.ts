/** What somebody's work needs of a competency: a level, and how much it counts beside others. */
export type Needed = { level: number; weight: number };

/** What a person needs of a competency; null where nothing says so. */
export type NeededBy = (personId: string, competency: string) => Needed | null;

/** The level that is asked for where nobody chose one: the middle of the scale, or the one above. */
export function usualLevel(levels: number): number {
  return Math.ceil((levels + 1) / 2);
}
