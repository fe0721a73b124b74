/**
 * Adds one person to the distribution of how many could (Poisson-binomial): `counts[at + k]` is the chance of exactly
 * k, the last bin of `width` that of all from there on.
 */
export function addOne(counts: Float64Array, at: number, width: number, chance: number): void {
  const last = at + width - 1;
  counts[last] = (counts[last] as number) + (counts[last - 1] as number) * chance;
  for (let k = last - 1; k > at; k--)
    counts[k] = (counts[k] as number) * (1 - chance) + (counts[k - 1] as number) * chance;
  counts[at] = (counts[at] as number) * (1 - chance);
}

/**
 * The chances that exactly 0, 1, ... of these people could, each independently with a chance of their own; the last is
 * that of `most` or more. Throws a RangeError when `most` is below 1 or a chance is none.
 */
export function howManyCould(chances: Iterable<number>, most: number): Float64Array {
  if (!(Number.isInteger(most) && most >= 1)) throw new RangeError(`counted up to ${most}`);
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  for (const chance of chances) {
    if (!(chance >= 0 && chance <= 1)) throw new RangeError(`a chance of ${chance}`);
    addOne(counts, 0, most + 1, chance);
  }
  return counts;
}
