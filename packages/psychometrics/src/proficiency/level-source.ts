/** Something that says on which level somebody is. `at` is when, in months on any clock. */
export type LevelSource = { id?: string; at: number; level: number } & (
  | { kind: "self" }
  /** Other people's rating on the levels; `level` is the mean when there are several `raters`. */
  | { kind: "rater"; raters?: number }
  /** What two agreed on. It takes the place of the sources it came from, and counts as one rater. */
  | { kind: "agreed"; replaces: readonly string[] }
  /** A test, certificate, observation or 360 with a spread of its own; a spread of 0 leaves no doubt. */
  | { kind: "measured"; spread: number }
);

/** What was known before moves to another wording: the level stays, the range becomes wider by a variance. */
export type CarriedLevel = { kind: "carried"; at: number; variance: number };

/** How levels are spread among those whom somebody is one of. */
export type LevelPopulation = { mean: number; sd: number };

/** The ends of the levels that sources may name. */
export type LevelScale = { low: number; high: number };
