/**
 * The false rate up to which claims may be made so that of all of them at most `rate` are wrong on average: the surest
 * ones, as many as keep the mean of their false rates at that (Sun and Cai 2007; Efron 2010). 0 where none may be.
 */
export function claimLevel(falseRates: readonly number[], rate: number): number {
  const order = falseRates.toSorted((a, b) => a - b);
  let sum = 0;
  let level = 0;
  for (const [place, each] of order.entries()) {
    sum += each;
    if (sum > rate * (place + 1)) break;
    level = each;
  }
  return level;
}
