import type { EngineName } from "./engine.ts";
import type { RemlProgress } from "./reml.ts";

/**
 * What a fit is at: collapsing ratings to pairs, preparing an engine (ordering and laying out a sparse factor takes a
 * while), taking steps, and working out the effects at the end.
 */
export type CrossedStage = "pairs" | "engine" | "steps" | "effects";

export interface CrossedProgress extends RemlProgress {
  stage: CrossedStage;
  /** null until one is chosen. */
  engine: EngineName | null;
}

export type ProgressListener = (progress: CrossedProgress) => boolean | undefined;

/** Thrown out of the depths of a fit whose caller no longer wants it; never leaves fitCrossedModel. */
export class Cancelled extends Error {}

/** Passes progress on to the caller, and throws Cancelled once the answer is false. */
export class Reporter {
  private readonly tell: ProgressListener | undefined;
  private last: CrossedProgress = {
    stage: "pairs",
    engine: null,
    iteration: 0,
    variances: [],
    change: 1,
  };

  constructor({ onProgress }: { onProgress?: ProgressListener }) {
    this.tell = onProgress;
  }

  at(stage: CrossedStage, engine: EngineName | null = this.last.engine): void {
    this.send({ ...this.last, stage, engine });
  }

  step(progress: RemlProgress): void {
    this.send({ ...this.last, ...progress, variances: [...progress.variances] });
  }

  /** Between the parts of a long step, with nothing new to say. */
  again = (): void => this.send(this.last);

  private send(progress: CrossedProgress): void {
    this.last = progress;
    if (this.tell?.({ ...progress }) === false) throw new Cancelled();
  }
}
