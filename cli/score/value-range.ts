/** Which values a file holds: their ends, and each one's count while there are few. */
export type ValueRange = {
  low: number;
  high: number;
  /** Values that lie so far from the others that they may be codes for no answer, such as 99, with their counts. */
  outside: { value: number; count: number }[];
};

const MOST_DIFFERENT = 200;
const MOST_OUTSIDE = 0.34;
/** So many different codes stand beyond the same end at most. */
const LONGEST_END = 4;
/** What programs write for no answer, beside the numbers of a scale. */
const CODES = new Set([
  ...[-1, -2, -7, -8, -9, -66, -77, -88, -97, -98, -99, -999, -9999, 8, 9, 66, 77, 88, 97, 98, 99],
  ...[888, 997, 998, 999, 9999],
]);

/** The range of values, and those far outside of what most are. */
export function valueRange(values: Float64Array): ValueRange {
  const counts = new Map<number, number>();
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
    if (counts.size <= MOST_DIFFERENT) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size > MOST_DIFFERENT) return { low, high, outside: [] };
  const known = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value - b.value);
  const inside = mainPart(known, values.length);
  const outside = known.filter((each) => !inside.includes(each));
  const left = outside.length > 0 ? inside : known;
  return { low: left[0]?.value ?? low, high: left.at(-1)?.value ?? high, outside };
}

type Counted = { value: number; count: number };

/** What remains when values are cut off at either end that can hardly be of the same scale. */
function mainPart(known: readonly Counted[], total: number): readonly Counted[] {
  let part = known;
  for (;;) {
    const cut = withoutTop(part) ?? withoutBottom(part);
    const left = cut?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    if (!cut || left < total * (1 - MOST_OUTSIDE)) return part;
    part = cut;
  }
}

function withoutTop(part: readonly Counted[]): readonly Counted[] | null {
  for (let size = 1; size <= LONGEST_END; size++) {
    const rest = part.slice(0, -size);
    const [low, high] = [rest[0]?.value, rest.at(-1)?.value];
    const end = part.slice(rest.length).map(({ value }) => value);
    const [next] = end;
    if (low === undefined || high === undefined || next === undefined || rest.length < 2) continue;
    const isFar = rest.length > 2 && next - high > 2 * (high - low);
    const isCode = end.every((value) => CODES.has(value)) && next > 3 * Math.abs(high);
    // Eight and nine beside a scale of five.
    const isDigit = rest.length > 2 && high <= 5 && next >= 8 && end.every((value) => value <= 9);
    if (isFar || isCode || isDigit) return rest;
  }
  return null;
}

function withoutBottom(part: readonly Counted[]): readonly Counted[] | null {
  for (let size = 1; size <= LONGEST_END; size++) {
    const rest = part.slice(size);
    const [low, high] = [rest[0]?.value, rest.at(-1)?.value];
    const end = part.slice(0, size).map(({ value }) => value);
    const next = end.at(-1);
    if (low === undefined || high === undefined || next === undefined || rest.length < 3) continue;
    const isFar = low - next > 2 * (high - low);
    // A scale from below zero has more than one value there.
    const isCode = low >= 0 && end.every((value) => CODES.has(value) && value < 0);
    if (isFar || isCode) return rest;
  }
  return null;
}
