import type { Scale } from "../cover/scale.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { combine, type Part } from "./combine.ts";
import type { CombinedFigure, Competency, Item, ItemFigure } from "./types.ts";

type Items = Readonly<Record<string, ItemFigure<unknown>>>;

const sameScale = (a: Scale, b: Scale) =>
  a.low === b.low && a.high === b.high && a.centre === b.centre;

function checkScale({ id, scale: { low, high, centre } }: Item): void {
  const whole = Number.isInteger(low) && Number.isInteger(high) && low < high;
  const centred =
    centre === undefined || (Number.isInteger(centre) && centre >= low && centre <= high);
  if (!whole || !centred) throw new RangeError(`Item "${id}" has no scale of whole numbers.`);
}

/** Throws a RangeError on broken scales, ids used twice, and items that can't be averaged together. */
export function checkScales(items: readonly Item[], competencies: readonly Competency[]): void {
  for (const item of items) checkScale(item);
  if (new Set(items.map(({ id }) => id)).size < items.length) {
    throw new RangeError("Two items have the same id.");
  }
  const hats = new Map(competencies.map(({ id, hat }) => [id, hat]));
  const scales = new Map<string, Scale>();
  for (const { competency, scale } of items) {
    if (competency === null) continue;
    const hat = hats.get(competency);
    if (hat === undefined) throw new RangeError(`Unknown competency "${competency}".`);
    const key = JSON.stringify(hat === null ? ["competency", competency] : ["hat", hat]);
    const known = scales.get(key) ?? scale;
    if (!sameScale(known, scale)) throw new RangeError("Items on different scales do not average.");
    scales.set(key, known);
  }
}

function partOf(figure: ItemFigure<unknown> | undefined): Part | null {
  if (figure?.shown) {
    const { n, mean, spread } = figure;
    const [sd, shares] = spread.shown ? [spread.sd, spread.shares] : [null, null];
    return { n, mean, within: 0, sd, shares };
  }
  if (figure?.reason !== "hidden-near-end") return null;
  const { n, low, high } = figure;
  return { n, mean: (low + high) / 2, within: (high - low) / 2, sd: null, shares: null };
}

/** Competency figures from the shown figures of their items. */
export function competencyFigures(
  shown: Items,
  items: readonly Item[],
  competencies: readonly Competency[],
  policy: DisclosurePolicy,
): Record<string, CombinedFigure> {
  const figures: Record<string, CombinedFigure> = {};
  const byCompetency = Map.groupBy(items, (item) => item.competency);
  for (const { id } of competencies) {
    const own = byCompetency.get(id) ?? [];
    const parts = own.flatMap((item) => partOf(shown[item.id]) ?? []);
    figures[id] = combine(parts, own.length, policy);
  }
  return figures;
}

/** Hat figures from the shown figures of their competencies. */
export function hatFigures(
  shown: Readonly<Record<string, CombinedFigure>>,
  competencies: readonly Competency[],
  policy: DisclosurePolicy,
): Record<string, CombinedFigure> {
  const figures: Record<string, CombinedFigure> = {};
  for (const hat of new Set(competencies.flatMap((c) => c.hat ?? []))) {
    const own = competencies.filter((competency) => competency.hat === hat);
    const parts = own.flatMap(({ id }): Part[] => {
      const f = shown[id];
      return f?.shown
        ? [{ n: f.n, mean: f.mean, within: f.within, sd: f.sdAtMost, shares: f.shares }]
        : [];
    });
    figures[hat] = combine(parts, own.length, policy);
  }
  return figures;
}
