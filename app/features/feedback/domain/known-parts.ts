import type { GroupFigures, ItemFigure, Scale } from "@twohats/disclosure";

/** What a mean over several questions rests on. */
export type Known = {
  /** Answers behind each question, on average (harmonic mean: what counts for the mean's error). */
  n: number;
  /** Error variance, in squared scale points, because questions are not shown or only known to be near an end. */
  unknown: number;
};

type Item = { id: string; scale: Scale };

/** How questions of one competency differ where too few of them are shown to tell, as a share of the scale's length. */
const USUAL_ITEM_SD = 0.08;
/** The same for competencies of one hat. */
const USUAL_COMPETENCY_SD = 0.125;
/** Fewer differences than this say too little of how far questions differ. */
const LEAST_DIFFERENCES = 8;

/**
 * The variance of shown question means around their competency's, in shares of the scale's length; from what one report shows of one
 * group. It holds the error of each mean as well, which errs on the side of a wide interval.
 */
export function itemVariance(
  group: GroupFigures,
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
  group: GroupFigures,
  items: readonly Item[],
  variance: number,
): Known | null {
  const parts = items.flatMap(({ id }) => partOf(group.items[id]) ?? []);
  const scale = items[0]?.scale;
  if (parts.length === 0 || !scale) return null;
  return {
    n: harmonic(parts.map((part) => part.n)),
    unknown:
      mean(parts.map((part) => spreadOfRange(part.within))) / parts.length +
      missing(variance * (scale.high - scale.low) ** 2, parts.length, items.length),
  };
}

/** What a hat's mean rests on: its competencies count alike. */
export function knownOfHat(
  group: GroupFigures,
  competencies: readonly { id: string; items: readonly Item[] }[],
  variance: number,
): Known | null {
  const scale = competencies[0]?.items[0]?.scale;
  const known = competencies.flatMap(({ id, items }) => {
    const figure = group.competencies[id];
    const own = figure?.shown ? knownOfCompetency(group, items, variance) : null;
    return figure?.shown && own ? [{ ...own, mean: figure.mean }] : [];
  });
  if (known.length === 0 || !scale) return null;
  const means = known.map((each) => each.mean);
  const between =
    means.length < 3
      ? (USUAL_COMPETENCY_SD * (scale.high - scale.low)) ** 2
      : squaresOf(means) / (means.length - 1);
  return {
    n: harmonic(known.map((each) => each.n)),
    unknown:
      mean(known.map((each) => each.unknown)) / known.length +
      missing(between, known.length, competencies.length),
  };
}

function partOf(figure: ItemFigure | undefined): { n: number; within: number } | null {
  if (figure?.shown) return { n: figure.n, within: 0 };
  if (figure?.reason !== "hidden-near-end") return null;
  return { n: figure.n, within: (figure.high - figure.low) / 2 };
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

function squaresOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
