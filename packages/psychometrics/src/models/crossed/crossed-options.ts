import type { LevelOption } from "../../data/level.ts";
import type { EngineName } from "./engine.ts";
import type { LikelihoodMethod } from "./likelihood-method.ts";
import type { ProgressListener } from "./progress.ts";

export interface CrossedOptions extends LevelOption {
  /**
   * REML unless told. ML variances are a little too small (the fixed effects are taken as known), but its likelihoods
   * compare models with different fixed effects, which REML's do not.
   */
  method?: LikelihoodMethod;
  /** Chosen by the data unless told. */
  engine?: EngineName;
  /** For the random signs of the iterative engine; the same seed gives the same result. */
  seed?: number;
  iterations?: number;
  /**
   * "ratees" leaves the lists of raters' and further effects empty: with millions of raters they take most of the room.
   */
  effects?: "all" | "ratees";
  /** Largest relative change of a variance at which the fit counts as converged. */
  tolerance?: number;
  /**
   * Called as each stage begins, at every iteration, and between the parts of a long one; returning false cancels the
   * fit. Before the first iteration there are no variances and the change is 1.
   */
  onProgress?: ProgressListener;
}
