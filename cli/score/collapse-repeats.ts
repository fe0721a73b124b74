import { byCode } from "./by-code.ts";
import type { Labels, RatingTable } from "./ratings.ts";

/** A table in which nothing stands twice, and how many of its ratings were repeats of another. */
export type Collapsed = { table: RatingTable; repeats: number; repeated: number };

/**
 * Counts once, as their mean, what the same rater gave the same participant on the same item (and in the same wave,
 * where there are waves): copies in a file are no further raters. The table itself where nothing repeats.
 */
export function collapseRepeats(table: RatingTable, wave: Int32Array | null): Collapsed {
  const { participant, values } = table;
  const told = [table.rater, table.item, table.competency, table.relationship].flatMap((labels) =>
    labels ? [labels.codes] : [],
  );
  if (wave) told.push(wave);
  const compare = (a: number, b: number) => {
    for (const codes of told) {
      const difference = (codes[a] as number) - (codes[b] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const { order, start } = byCode(participant.codes, participant.names.length);
  /** The first row of those that say the same; itself where it is alone. */
  const first = new Int32Array(values.length).map((_, row) => row);
  let repeats = 0;
  for (let code = 0; code + 1 < start.length; code++) {
    const rows = order.slice(start[code], start[code + 1]).sort((a, b) => compare(a, b) || a - b);
    for (let i = 1; i < rows.length; i++) {
      const [before, row] = [rows[i - 1] as number, rows[i] as number];
      if (compare(before, row) !== 0) continue;
      first[row] = first[before] as number;
      repeats++;
    }
  }
  if (repeats === 0) return { table, repeats: 0, repeated: 0 };
  return withMeans(table, first, repeats);
}

function withMeans(table: RatingTable, first: Int32Array, repeats: number): Collapsed {
  const sums = new Float64Array(first.length);
  const counts = new Int32Array(first.length);
  first.forEach((row, at) => {
    sums[row] = (sums[row] as number) + (table.values[at] as number);
    counts[row] = (counts[row] as number) + 1;
  });
  const kept = Int32Array.from({ length: first.length - repeats });
  let next = 0;
  counts.forEach((count, row) => {
    if (count > 0) kept[next++] = row;
  });
  const pick = (labels: Labels): Labels => ({
    names: labels.names,
    codes: kept.map((row) => labels.codes[row] as number),
  });
  const pickMaybe = (labels: Labels | null) => labels && pick(labels);
  return {
    table: {
      values: Float64Array.from(kept, (row) => (sums[row] as number) / (counts[row] as number)),
      participant: pick(table.participant),
      participantNames: table.participantNames,
      rater: pick(table.rater),
      relationship: pickMaybe(table.relationship),
      item: pickMaybe(table.item),
      competency: pickMaybe(table.competency),
    },
    repeats,
    repeated: counts.filter((count) => count > 1).length,
  };
}
