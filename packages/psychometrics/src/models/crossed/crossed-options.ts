import type { LevelOption } from "../../data/level.ts";
import type { EngineName } from "./engine.ts";
import type { ProgressListener } from "./progress.ts";

export interface CrossedOptions extends LevelOption {
  /** Chosen by the data unless told. */
  engine?: EngineName;
  /** For the random signs of the iterative engine; the same seed gives the same result. */
  seed?: number;
  iterations?: number;
  /** "ratees" leaves the lists of raters' and further effects empty: with millions of raters they take most of the room. */
  effects?: "all" | "ratees";
  /** Largest relative change of a variance at which the fit counts as converged. */
  tolerance?: number;
  /**
   * Called as each stage begins, at every iteration, and between the parts of a long one; returning false cancels the fit. Before the
   * first iteration there are no variances and the change is 1.
   */
  onProgress?: ProgressListener;
}
