/** How many of how many: `count` from 0 to `of`, both whole. */
export interface Proportion {
  count: number;
  of: number;
}

/** Throws a RangeError for what are no counts. */
export function checkProportion({ count, of }: Proportion): void {
  const whole = Number.isInteger(count) && Number.isInteger(of);
  if (!whole || count < 0 || count > of) throw new RangeError(`No share: ${count} of ${of}.`);
}

/** The score interval of a share (Wilson 1927) at `z` standard errors; of one person at least. */
export function scoreInterval({ count, of }: Proportion, z: number) {
  const share = count / of;
  const middle = count + z ** 2 / 2;
  const half = z * Math.sqrt((count * (of - count)) / of + z ** 2 / 4);
  const all = of + z ** 2;
  return { share, lower: (middle - half) / all, upper: (middle + half) / all };
}
