import { fitCrossedModel } from "@twohats/psychometrics";
import { type Shape, simulate } from "./shapes.ts";

/** node one-fit.ts SHAPE N: our fit of simulated ratings in a process of its own, as one line of JSON. */
const [shape, n] = process.argv.slice(2);
const data = simulate(shape as Shape, Number(n));
const from = performance.now();
const model = fitCrossedModel(data);
const seconds = (performance.now() - from) / 1000;
if (!model.ok) throw new Error(model.reason);
const { ratee, rater, residual } = model.components;
console.log(
  JSON.stringify({
    seconds,
    memory: process.resourceUsage().maxRSS / 1024,
    ratee: ratee.variance,
    rater: rater.variance,
    residual: residual.variance,
    deviance: model.deviance,
    engine: model.engine,
  }),
);
