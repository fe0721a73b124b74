export type Compared = { text: string; changed: boolean };

/** Two texts paragraph by paragraph, each with which of its own the other does not have, in their order. */
export function compared(before: string, after: string): { before: Compared[]; after: Compared[] } {
  const [one, other] = [paragraphs(before), paragraphs(after)];
  const same = longestRuns(one, other);
  const [keptBefore, keptAfter] = [new Set<number>(), new Set<number>()];
  for (let [at, beside] = [0, 0]; at < one.length && beside < other.length; ) {
    if (one[at] === other[beside]) {
      keptBefore.add(at++);
      keptAfter.add(beside++);
    } else if (left(same, at + 1, beside) >= left(same, at, beside + 1)) at++;
    else beside++;
  }
  const marked = (all: string[], kept: Set<number>) =>
    all.map((text, at) => ({ text, changed: !kept.has(at) }));
  return { before: marked(one, keptBefore), after: marked(other, keptAfter) };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function left(same: readonly number[][], at: number, beside: number): number {
  return same[at]?.[beside] ?? 0;
}

/** How many paragraphs are common to what is left of both, from each place on. */
function longestRuns(one: readonly string[], other: readonly string[]): number[][] {
  const same = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  );
  for (let at = one.length - 1; at >= 0; at--)
    for (let beside = other.length - 1; beside >= 0; beside--) {
      const row = same[at];
      if (row)
        row[beside] =
          one[at] === other[beside]
            ? left(same, at + 1, beside + 1) + 1
            : Math.max(left(same, at + 1, beside), left(same, at, beside + 1));
    }
  return same;
}
