import { fitCrossedModel, seededRandom } from "../../index.ts";
const count: Record<string, number> = {}; let worst = 0; let maxIt = 0;
for (let seed = 1; seed <= 1500; seed++) {
  const rnd = seededRandom(seed);
  const [P, R, n] = [2 + rnd.below(8), 2 + rnd.below(8), 6 + rnd.below(50)];
  const [a, b, e] = [rnd.below(3) * rnd.uniform(), rnd.below(3) * rnd.uniform(), rnd.below(4) === 0 ? 1e-6 : 1];
  const u = Array.from({ length: P }, () => a * rnd.normal()); const v = Array.from({ length: R }, () => b * rnd.normal());
  const rows = Array.from({ length: n }, () => { const p = rnd.below(P), r = rnd.below(R); const y = u[p]! + v[r]! + e * rnd.normal(); return { p, r, y: rnd.below(2) ? Math.round(y) : y }; });
  const d = { values: rows.map(x => x.y), ratee: rows.map(x => x.p), rater: rows.map(x => x.r) };
  const m = fitCrossedModel(d, { engine: "dense" });
  const key = m.ok ? (m.converged ? "converged" : "NOT") : m.reason;
  count[key] = (count[key] ?? 0) + 1;
  if (m.ok) { maxIt = Math.max(maxIt, m.iterations); if (!m.converged) console.log(seed, n, m.iterations, m.components.ratee.variance, m.components.rater.variance, m.components.residual.variance);
   const bad = m.ratees.some(r => !Number.isFinite(r.effect) || !Number.isFinite(r.sd)); if (bad) console.log("NaN", seed);
   const s = fitCrossedModel(d, { engine: "sparse" }); if (s.ok && m.converged) { const dd = Math.abs((s.deviance ?? 0) - (m.deviance ?? 0)); if (dd > 1e-4) { worst = Math.max(worst, dd); console.log("diff", seed, dd, m.components.ratee.variance, m.components.rater.variance, m.components.residual.variance, s.components.ratee.variance, s.components.rater.variance,s.components.residual.variance); } } else if (!s.ok) console.log("sparse", s.reason); }
  else if (m.reason === "not-identified") console.log("ni", seed, P, R, n, JSON.stringify(rows.slice(0, 12)));
}
console.log(count, worst, maxIt);
