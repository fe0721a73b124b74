import { disclosePooledSpread, standardPolicy } from "../src/index.ts";
import { roundTo } from "../src/round-to.ts";
import { answer, type Chance } from "./chance.ts";

/** Sets of `n` answers from 1 to 5 with this sum, by their sum of squares: how many there are of each. */
function setsBySquares(n: number, sum: number, from = 1): Map<number, number> {
  if (n === 0) return new Map(sum === 0 ? [[0, 1]] : []);
  const found = new Map<number, number>();
  for (let first = from; first <= 5 && first * n <= sum; first++) {
    for (const [squares, ways] of setsBySquares(n - 1, sum - first, first)) {
      const all = squares + first ** 2;
      found.set(all, (found.get(all) ?? 0) + ways);
    }
  }
  return found;
}

function join(a: Map<number, number>, b: Map<number, number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const [x, ways] of a)
    for (const [y, more] of b) found.set(x + y, (found.get(x + y) ?? 0) + ways * more);
  return found;
}

/**
 * Whether the means of groups of three and their pooled standard deviation, as published, leave a single possible set
 * of answers for some group. `ours` publishes by our rule, `plain` as soon as there are five groups.
 */
export function readPooledSpread(draw: Chance, groups: number, rules: "ours" | "plain"): boolean {
  const answers = Array.from({ length: groups }, () =>
    Array.from({ length: 3 }, () => answer(draw, "middle")),
  );
  const sums = answers.map((values) => values.reduce((sum, value) => sum + value, 0));
  const squares = answers.flat().reduce((sum, value) => sum + value ** 2, 0);
  const centred = sums.reduce((all, sum) => all + sum ** 2 / 3, 0);
  const sdOf = (total: number) => roundTo(Math.sqrt((total - centred) / (2 * groups)), 2);
  const published = disclosePooledSpread(answers, standardPolicy);
  if (rules === "ours" && !published.shown) return false;
  const sd = published.shown ? published.sd : sdOf(squares);
  const options = sums.map((sum) => setsBySquares(3, sum));
  return options.some((own, at) => {
    if ([...own.values()].reduce((sum, ways) => sum + ways, 0) === 1) return false;
    const rest = options.filter((_, other) => other !== at).reduce(join, new Map([[0, 1]]));
    let possible = 0;
    for (const [mine, ways] of own) {
      const fits = [...rest.keys()].some((others) => sdOf(mine + others) === sd);
      if (fits) possible += ways;
    }
    return possible === 1;
  });
}
