import type { Scale } from "@twohats/disclosure";

/** What a mean over several questions rests on. */
export type Known = {
  /** The mean itself, where what is near an end stands at its likeliest place. */
  mean: number;
  /**
   * Raters that count for the mean's error: between those who answered any question and the answers behind each
   * (harmonic mean). A rater who could not say on one question still brings their leniency into the others.
   */
  n: number;
  /**
   * Error variance, in squared scale points, because questions are not shown or only known to be near an end; and what
   * of it is for the latter.
   */
  unknown: number;
  nearEnd: number;
};

type Item = { id: string; scale: Scale };

type Part =
  | { shown: true; mean: number; n: number }
  | { shown: false; reason: "hidden-near-end"; low: number; high: number; n: number }
  | { shown: false; reason: string };

/** What is shown of one group, before or after it became a report. */
export type ShownFigures = {
  /** Items of which every group that is not named is near an end. */
  nearEndForAll?: ReadonlySet<string>;
  items: Readonly<Record<string, Part>>;
  competencies: Readonly<Record<string, { shown: true; mean: number } | { shown: false }>>;
};

/** How questions of one competency differ where too few of them are shown to tell, as a share of the scale's length. */
const USUAL_ITEM_SD = 0.08;
/** The same for competencies of one hat. */
const USUAL_COMPETENCY_SD = 0.125;
/**
 * Where in its range a mean lies that is only known to be near an end, counted from the middle of the scale: halfway;
 * further out where every group is near it, which is rarely by chance (`npm run figures` measures both).
 */
const PLACE_IN_RANGE = { one: 0.5, every: 0.7 };
/** Fewer differences than this say too little of how far questions differ. */
const LEAST_DIFFERENCES = 8;

/**
 * The variance of shown question means around their competency's, in shares of the scale's length; from what one report
 * shows of one group. It holds the error of each mean as well, which errs on the side of a wide interval.
 */
export function itemVariance(
  group: ShownFigures,
  competencies: readonly (readonly Item[])[],
): number {
  let squares = 0;
  let differences = 0;
  for (const items of competencies) {
    const places = items.flatMap(({ id, scale }) => {
      const figure = group.items[id];
      return figure?.shown ? [(figure.mean - scale.low) / (scale.high - scale.low)] : [];
    });
    if (places.length < 2) continue;
    squares += squaresOf(places);
    differences += places.length - 1;
  }
  return differences < LEAST_DIFFERENCES ? USUAL_ITEM_SD ** 2 : squares / differences;
}

/** What a competency's mean rests on; null where nothing of it is known. */
export function knownOfCompetency(
  group: ShownFigures,
  items: readonly Item[],
  variance: number,
): Known | null {
  const scale = items[0]?.scale;
  if (!scale) return null;
  const parts = items.flatMap(({ id }) => {
    const place = group.nearEndForAll?.has(id) ? PLACE_IN_RANGE.every : PLACE_IN_RANGE.one;
    return partOf(group.items[id], scale, place) ?? [];
  });
  if (parts.length === 0) return null;
  const nearEnd = mean(parts.map((part) => spreadOfRange(part.within))) / parts.length;
  return {
    mean: mean(parts.map((part) => part.mean)),
    n: counting(parts.map((part) => part.n)),
    nearEnd,
    unknown:
      nearEnd + missing(variance * (scale.high - scale.low) ** 2, parts.length, items.length),
  };
}

/** What a hat's mean rests on: its competencies count alike. */
export function knownOfHat(
  group: ShownFigures,
  competencies: readonly { id: string; items: readonly Item[] }[],
  variance: number,
): Known | null {
  const scale = competencies[0]?.items[0]?.scale;
  const known = competencies.flatMap(({ id, items }) => {
    const figure = group.competencies[id];
    const own = figure?.shown ? knownOfCompetency(group, items, variance) : null;
    return figure?.shown && own ? [own] : [];
  });
  if (known.length === 0 || !scale) return null;
  const means = known.map((each) => each.mean);
  const between =
    means.length < 3
      ? (USUAL_COMPETENCY_SD * (scale.high - scale.low)) ** 2
      : squaresOf(means) / (means.length - 1);
  return {
    mean: mean(means),
    n: counting(known.map((each) => each.n)),
    nearEnd: mean(known.map((each) => each.nearEnd)) / known.length,
    unknown:
      mean(known.map((each) => each.unknown)) / known.length +
      missing(between, known.length, competencies.length),
  };
}

function partOf(
  figure: Part | undefined,
  scale: Scale,
  place: number,
): { mean: number; n: number; within: number } | null {
  if (figure?.shown) return { mean: figure.mean, n: figure.n, within: 0 };
  if (!figure || !("low" in figure)) return null;
  const { low, high, n } = figure;
  const upper = low + high > scale.low + scale.high;
  const from = upper ? place : 1 - place;
  return { mean: low + from * (high - low), n, within: (high - low) / 2 };
}

/** Variance of a value of which only a range is known, anywhere in it alike. */
function spreadOfRange(within: number): number {
  return within ** 2 / 3;
}

/** Error of the mean of some of several parts as the mean of all (sampling without replacement, Cochran 1977). */
function missing(variance: number, known: number, of: number): number {
  return variance * (1 / known - 1 / of);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function harmonic(values: readonly number[]): number {
  return 1 / mean(values.map((value) => 1 / value));
}

function counting(answers: readonly number[]): number {
  return (harmonic(answers) + Math.max(...answers)) / 2;
}

function squaresOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
