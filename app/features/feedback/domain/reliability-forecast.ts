import { ratersNeeded, spearmanBrown } from "@twohats/psychometrics";
import {
  choosableRelationships,
  type Relationship,
} from "~/features/questionnaires/domain/index.ts";
import type { RaterCounts } from "./enough-raters.ts";

/** How far participants, raters and single ratings differ, on one scale. */
export type VarianceComponents = { participant: number; rater: number; residual: number };

/** What a forecast rests on. */
export type ForecastBasis =
  | {
      source: "cycle";
      cycleName: string;
      participants: number;
      raters: number;
      ratings: number;
      components: VarianceComponents[];
    }
  | { source: "built-in"; components: VarianceComponents[] };

/**
 * Cautious values for an organisation without a round of its own. Meta-analyses put the correlation between two raters
 * of the same manager at .30 for direct reports, .37 for peers and .50 for superiors (Conway and Huffcutt 1997, Human
 * Performance 10), and most of the rest is the rater's own way of rating (Scullen, Mount and Goff 2000, Journal of
 * Applied Psychology 85). We take the lowest of them, less a tenth, for every group: shares of .27 participant, .38
 * rater and .35 single rating.
 */
export const builtInBasis: ForecastBasis = {
  source: "built-in",
  components: [{ participant: 0.27, rater: 0.38, residual: 0.35 }],
};

/** A round with fewer participants tells too little about how far participants differ. */
const FEWEST_PARTICIPANTS = 10;

export type RoundModel = {
  cycleName: string;
  participants: number;
  raters: number;
  ratings: number;
  connected: boolean;
  components: VarianceComponents;
};

/**
 * The basis that the hats of one earlier round make, or the built-in one when it was too small or hung together too
 * loosely.
 */
export function basisOf(hats: readonly RoundModel[]): ForecastBasis {
  const [first] = hats;
  const fit = hats.every(
    ({ participants, connected, components }) =>
      connected && participants >= FEWEST_PARTICIPANTS && components.participant > 0,
  );
  if (!first || !fit) return builtInBasis;
  return {
    source: "cycle",
    cycleName: first.cycleName,
    participants: Math.min(...hats.map((each) => each.participants)),
    raters: Math.min(...hats.map((each) => each.raters)),
    ratings: Math.min(...hats.map((each) => each.ratings)),
    components: hats.map((each) => each.components),
  };
}

/** How far a mean can be relied on: enough for conclusions, as a fair impression, or as a first one. */
export type Verdict = "enough" | "fair" | "first";

const ENOUGH = 0.7;
const FAIR = 0.5;

export type GroupForecast = {
  group: Relationship | "all";
  raters: number;
  /** Reliability of the mean of so many raters, 0 to 1. */
  reliability: number;
  verdict: Verdict;
};

export type Forecast = {
  groups: GroupForecast[];
  all: GroupForecast | null;
  /** Raters it takes until a mean can be relied on; null where no number would do. */
  needed: number | null;
};

/**
 * How reliable means will be if everyone chosen answers: participant / (participant + (rater + residual) / k), which is
 * the Spearman-Brown formula on the reliability of one rater (raters nested in participants; Brennan 2001). Of several
 * hats the least reliable counts. Own views stay out.
 */
export function forecastReliability(chosen: RaterCounts, basis: ForecastBasis): Forecast {
  const single = Math.min(...basis.components.map(singleRater));
  const of = (group: GroupForecast["group"], raters: number): GroupForecast[] => {
    const reliability = raters > 0 ? spearmanBrown(single, raters) : null;
    if (reliability === null) return [];
    return [{ group, raters, reliability, verdict: verdictOn(reliability) }];
  };
  const groups = choosableRelationships.flatMap((each) => of(each, chosen[each] ?? 0));
  const raters = groups.reduce((sum, each) => sum + each.raters, 0);
  return {
    groups,
    all: of("all", raters)[0] ?? null,
    needed: ratersNeeded(single, ENOUGH)?.raters ?? null,
  };
}

/** The reliability of one rater alone; 0 where nothing varies. */
export function singleRater({ participant, rater, residual }: VarianceComponents): number {
  const total = participant + rater + residual;
  return total > 0 ? participant / total : 0;
}

/**
 * .70 is the usual least for conclusions about a mean (Nunnally 1978; LeBreton and Senter 2008); below .50 chance has
 * the larger part.
 */
function verdictOn(reliability: number): Verdict {
  if (reliability >= ENOUGH) return "enough";
  return reliability >= FAIR ? "fair" : "first";
}

export type ForecastSpread = { enough: number; fair: number; first: number; nobody: number };

/** How many participants of a cycle stand where, by all their raters together. */
export function forecastSpread(
  participants: readonly RaterCounts[],
  basis: ForecastBasis,
): ForecastSpread {
  const spread: ForecastSpread = { enough: 0, fair: 0, first: 0, nobody: 0 };
  for (const chosen of participants)
    spread[forecastReliability(chosen, basis).all?.verdict ?? "nobody"] += 1;
  return spread;
}
