import { type CrossedData, seededRandom } from "@twohats/psychometrics";

/** Simulated ratings with true variances ratee .5, rater .3, residual 1, on three kinds of graph. */
export type Shape = "haphazard" | "few-ratees" | "organisation" | "lectures";

export function simulate(shape: Shape, n: number, seed = 1): CrossedData {
  const random = seededRandom(seed);
  const [ratee, rater] = graph(shape, n, (below) => random.below(below));
  const top = (ids: Int32Array) => ids.reduce((a, b) => Math.max(a, b), 0) + 1;
  // Normal enough and much quicker than true normals: sums of four uniforms, variance 1/3.
  const draw = (sd: number) => {
    const sum = random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2;
    return sd * Math.sqrt(3) * sum;
  };
  const effect = Float64Array.from({ length: top(ratee) }, () => draw(Math.sqrt(0.5)));
  const leniency = Float64Array.from({ length: top(rater) }, () => draw(Math.sqrt(0.3)));
  const values = new Float64Array(ratee.length);
  for (let i = 0; i < values.length; i++) {
    const level = (effect[ratee[i] as number] as number) + (leniency[rater[i] as number] as number);
    values[i] = 3 + level + draw(1);
  }
  return { values, ratee, rater };
}

function graph(shape: Shape, n: number, below: (n: number) => number): [Int32Array, Int32Array] {
  if (shape === "organisation") return organisation(n, below);
  const [ratees, raters] =
    shape === "haphazard"
      ? [n / 10, n / 5]
      : shape === "few-ratees"
        ? [Math.max(40, n / 250), n / 25]
        : [1128, 2972];
  const ratee = Int32Array.from({ length: n }, () => below(ratees));
  const rater = Int32Array.from({ length: n }, () => below(raters));
  return [ratee, rater];
}

/** Teams of nine rate each other, leaders rate leaders near by, and a tenth of the ratings cross teams. */
function organisation(n: number, below: (n: number) => number): [Int32Array, Int32Array] {
  const people = Math.max(18, Math.floor(n / 8 / 9) * 9);
  const teams = people / 9;
  const ratee = new Int32Array(n);
  const rater = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const person = below(people);
    const team = Math.floor(person / 9);
    rater[i] = person;
    const kind = below(100);
    if (kind < 2) ratee[i] = 9 * ((team + 1 + below(8)) % teams) + below(9);
    else if (person % 9 === 0 && kind < 40)
      ratee[i] = 9 * ((Math.floor(team / 9) * 9 + below(9)) % teams);
    else ratee[i] = 9 * team + below(9);
  }
  return [ratee, rater];
}
