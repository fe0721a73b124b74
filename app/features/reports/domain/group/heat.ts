import { tQuantile, tTwoSided } from "@twohats/psychometrics";
import type { GroupFigure, GroupRow } from "./group-report.ts";

/** What a cell of a heat table says: a mean, and on which side of the right amount it is more than chance. */
export type HeatCell =
  | { shown: true; mean: number; n: number; side: "too-little" | "too-much" | null }
  | { shown: false };

/** Of all marks, at most one in twenty is chance. */
const FALSE_DISCOVERIES = 0.05;

/**
 * A unit's figures by row, marked where they differ from the right amount by more than chance: over all cells of the
 * table together no more than one mark in twenty is wrong (Benjamini and Hochberg 1995; the cells of one participant
 * rise and fall together, which the procedure allows: Benjamini and Yekutieli 2001, theorem 1.2).
 * @param rows of amounts, for which 0 is right.
 */
export function heatTable(
  rows: readonly GroupRow[],
  units: readonly string[],
): Map<string, readonly HeatCell[]> {
  const figures = units.map((unit) =>
    rows.map(({ departments }): GroupFigure => departments[unit] ?? { shown: false }),
  );
  const level = levelOf(figures.flat().flatMap((figure) => (figure.shown ? chanceOf(figure) : [])));
  return new Map(
    units.map((unit, at) => [unit, (figures[at] ?? []).map((figure) => cellOf(figure, level))]),
  );
}

function cellOf(figure: GroupFigure, level: number): HeatCell {
  if (!figure.shown) return { shown: false };
  const { mean, n } = figure;
  const side = chanceOf(figure) <= level ? (mean < 0 ? "too-little" : "too-much") : null;
  return { shown: true, mean, n, side };
}

type Shown = Extract<GroupFigure, { shown: true }>;

/** How probable a mean this far from 0 is where 0 is true; Student's t, from the interval that is shown. */
function chanceOf({ mean, low, high, n }: Shown): number {
  const half = (high - low) / 2;
  if (mean === 0) return 1;
  if (half === 0) return 0;
  return tTwoSided((mean * tQuantile(0.975, n - 1)) / half, n - 1);
}

/** The largest chance that still counts as more than chance, among so many; below all when none does. */
function levelOf(chances: readonly number[]): number {
  const sorted = [...chances].sort((a, b) => a - b);
  const last = sorted.findLastIndex(
    (chance, at) => chance <= (FALSE_DISCOVERIES * (at + 1)) / sorted.length,
  );
  return sorted[last] ?? -1;
}
