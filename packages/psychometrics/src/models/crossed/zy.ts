import { fitCrossedModel, seededRandom } from "../../index.ts";
for (const seed of [1206, 1372, 1232, 1340]) {
  const rnd = seededRandom(seed);
  const [P, R, n] = [2 + rnd.below(8), 2 + rnd.below(8), 6 + rnd.below(50)];
  const [a, b, e] = [rnd.below(3) * rnd.uniform(), rnd.below(3) * rnd.uniform(), rnd.below(4) === 0 ? 1e-6 : 1];
  const u = Array.from({ length: P }, () => a * rnd.normal()); const v = Array.from({ length: R }, () => b * rnd.normal());
  const rows = Array.from({ length: n }, () => { const p = rnd.below(P), r = rnd.below(R); const y = u[p]! + v[r]! + e * rnd.normal(); return { p, r, y: rnd.below(2) ? Math.round(y) : y }; });
  const d = { values: rows.map(x => x.y), ratee: rows.map(x => x.p), rater: rows.map(x => x.r) };
  console.log(seed, n, e);
  const m = fitCrossedModel(d, { engine: "dense", onProgress: p => { if (p.iteration<14) console.log(p.iteration, p.variances.join(" "), p.change); return true; } });
  console.log(m.ok ? m.deviance : m.reason);
}
