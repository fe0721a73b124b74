import type { LevelOption } from "../../data/level.ts";
import type { EngineName } from "./engine.ts";
import type { RemlProgress } from "./reml.ts";

export interface CrossedOptions extends LevelOption {
  /** Chosen by the data unless told. */
  engine?: EngineName;
  /** For the random signs of the iterative engine; the same seed gives the same result. */
  seed?: number;
  iterations?: number;
  /** Largest relative change of a variance at which the fit counts as converged. */
  tolerance?: number;
  /** Called at every iteration; returning false cancels the fit. */
  onProgress?: (progress: RemlProgress & { engine: EngineName }) => boolean | undefined;
}
