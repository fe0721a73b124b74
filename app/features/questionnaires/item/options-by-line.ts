import type { Choice } from "./item-kind.ts";

/** Options as they are typed, one a line. */
export function linesOf(options: readonly Choice[]): string {
  return options.map(({ label }) => label).join("\n");
}

/**
 * Options from what was typed, each with the value that answers keep. One that is worded as before keeps its value
 * wherever it stands; a line that is worded anew in the place of one that is gone is that one, put better; every other
 * gets a value that no option had.
 */
export function optionsOf(text: string, before: readonly Choice[]): Choice[] {
  const labels = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const byLabel = new Map(before.map(({ label, value }) => [label, value]));
  const kept = new Set(labels.flatMap((label) => byLabel.get(label) ?? []));
  let last = Math.max(0, ...before.map(({ value }) => value));
  const taken = new Set<number>();
  return labels.map((label, at) => {
    const same = byLabel.get(label);
    const place = before[at]?.value;
    const value =
      same !== undefined && !taken.has(same)
        ? same
        : same === undefined && place !== undefined && !kept.has(place) && !taken.has(place)
          ? place
          : ++last;
    taken.add(value);
    return { value, label };
  });
}
