/** How many sets of these weights stay within `room`, the empty one included. */
export function countSets(weights: readonly number[], room: number): number {
  const ways = new Float64Array(room + 1);
  ways[0] = 1;
  for (const weight of weights) {
    for (let sum = room; sum >= weight; sum--)
      ways[sum] = (ways[sum] ?? 0) + (ways[sum - weight] ?? 0);
  }
  return ways.reduce((total, count) => total + count, 0);
}
