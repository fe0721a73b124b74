import type { Competency, Item, Scale } from "@twohats/disclosure";

/** What a questionnaire measures, as far as scoring needs it. Items stand in the order of the ratings. */
export type Measure = {
  items: readonly Item[];
  competencies: readonly Competency[];
  /** The two hats, in the order of the plane's axes: across, then up. */
  hats: readonly [string, string];
  /** Open questions, in order. */
  questions: readonly string[];
};

/** Indexes of the items of one hat. */
export function itemsOfHat(measure: Measure, hat: string): number[] {
  const own = new Set(
    measure.competencies.filter((each) => each.hat === hat).map((each) => each.id),
  );
  return indexesWhere(measure, (item) => item.competency !== null && own.has(item.competency));
}

export function itemsOfCompetency(measure: Measure, competency: string): number[] {
  return indexesWhere(measure, (item) => item.competency === competency);
}

/** The scale of some items. Items that are averaged share one. */
export function scaleOf(measure: Measure, indexes: readonly number[]): Scale {
  const scale = measure.items[indexes[0] ?? -1]?.scale;
  if (!scale) throw new Error("a competency or hat without items");
  return scale;
}

function indexesWhere(measure: Measure, holds: (item: Item) => boolean): number[] {
  return measure.items.flatMap((item, index) => (holds(item) ? [index] : []));
}
