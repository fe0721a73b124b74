import {
  type ComponentEstimate,
  type CrossedModel,
  type CrossedOptions,
  type CrossedRefusal,
  type DataMatrix,
  type EngineName,
  type FixedEffect,
  fitCrossedModel,
} from "@twohats/psychometrics";
import { type ParticipantEstimates, participantEstimates } from "./participant-estimates.ts";
import type { Labels, RatingTable } from "./ratings.ts";

export type ModelRefusal = CrossedRefusal | "too-many-relationships";

export interface FittedModel {
  fitted: true;
  n: number;
  components: {
    participant: ComponentEstimate;
    rater: ComponentEstimate;
    residual: ComponentEstimate;
  };
  /** The mean of everything rated; with relationships, at the file's own mix of them. */
  intercept: FixedEffect;
  engine: EngineName;
  uncertainty: "exact" | "estimated";
  /** Whether the data show participants to differ at all: otherwise nothing is said about single ones. */
  spread: boolean;
  /** Whether raters link all participants, so that all can be compared. */
  connected: boolean;
  /** Sets of participants that no rater links to each other. */
  connectedGroups: number;
  iterations: number;
  converged: boolean;
  level: number;
}

export type Model = FittedModel | { fitted: false; reason: ModelRefusal; n: number };

export interface Fit {
  model: Model;
  /** What the model makes of each participant, by code; null where none was fitted. */
  estimates: ParticipantEstimates | null;
  /** The intercept, then differences from the reference. */
  fixed: FixedEffect[];
  /** Place of the relationship that the others are compared with; -1 without any. */
  reference: number;
}

/** Each relationship is a fixed effect; past this many the column holds something else. */
const MOST_RELATIONSHIPS = 20;

/** Participants and raters crossed, with relationship as a fixed effect where the file has it. */
export function fitRatings(table: RatingTable, onProgress?: CrossedOptions["onProgress"]): Fit {
  const { values, participant, rater, relationship } = table;
  const kinds = relationship?.names.length ?? 0;
  if (kinds > MOST_RELATIONSHIPS) return unfitted("too-many-relationships", values.length);
  const contrasts = relationship !== null && kinds > 1 ? contrastsOf(relationship) : null;
  const result = fitCrossedModel(
    {
      values,
      ratee: participant.codes,
      rater: rater.codes,
      ...(contrasts === null ? {} : { fixed: contrasts.matrix }),
    },
    { effects: "ratees", ...(onProgress === undefined ? {} : { onProgress }) },
  );
  if (!result.ok) return unfitted(result.reason, result.n);
  return {
    model: describeModel(result, rangeOf(values)),
    estimates: participantEstimates(
      result,
      participant.names.length,
      !result.components.ratee.atZero,
    ),
    fixed: result.fixed,
    reference: contrasts?.reference ?? -1,
  };
}

function unfitted(reason: ModelRefusal, n: number): Fit {
  return { model: { fitted: false, reason, n }, estimates: null, fixed: [], reference: -1 };
}

/** Far more than values between these ends can vary: an upper limit above this can't be told. */
function withinReason(component: ComponentEstimate, range: number): ComponentEstimate {
  const isTold = component.upper !== null && component.upper <= (2 * range) ** 2;
  return isTold ? component : { ...component, upper: null };
}

function rangeOf(values: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** What a reader of results.json is told about the fit. */
function describeModel(result: CrossedModel, range: number): FittedModel {
  const { ratee, rater, residual } = result.components;
  return {
    fitted: true,
    n: result.n,
    components: {
      participant: withinReason(ratee, range),
      rater: withinReason(rater, range),
      residual: withinReason(residual, range),
    },
    spread: !ratee.atZero,
    intercept: result.fixed[0] as FixedEffect,
    engine: result.engine,
    uncertainty: result.uncertainty,
    connected: result.connectedComponents === 1,
    connectedGroups: result.connectedComponents,
    iterations: result.iterations,
    converged: result.converged,
    level: result.level,
  };
}

/**
 * A column per relationship but the most frequent one, less its mean: the coefficients are differences from that one,
 * and the intercept stays the level of the whole file instead of one relationship's.
 */
function contrastsOf({ codes, names }: Labels): { matrix: DataMatrix; reference: number } {
  const counts = new Float64Array(names.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  const reference = counts.indexOf(Math.max(...counts));
  const rows = codes.length;
  const cols = names.length - 1;
  const means = [...counts].filter((_, k) => k !== reference).map((count) => -count / rows);
  const values = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    values.set(means, i * cols);
    const code = codes[i] as number;
    if (code === reference) continue;
    const at = i * cols + (code < reference ? code : code - 1);
    values[at] = (values[at] as number) + 1;
  }
  return { matrix: { rows, cols, values }, reference };
}
