import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { oracle } from "../../../testing/oracle.ts";
import { matrixOf } from "../../data/matrix-of.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { omegaHierarchical } from "./omega-hierarchical.ts";
import { omegaTotal } from "./omega-total.ts";

const attitude = oracle("attitude_chatterjee_price");
const holzinger = oracle("holzinger_swineford");
const soldiers = oracle("multilevel_lq2002");
const table = (source: typeof attitude, names = Object.keys(source.columns)) =>
  matrixOf(source.rows(names));
const lead = Object.keys(soldiers.columns).filter((name) => name.startsWith("LEAD"));

test.each([
  ["attitude", attitude, undefined, "omega_1factor_ml_correlation"],
  ["ability tests", holzinger, undefined, "omega_1factor_ml_correlation"],
  ["leadership", soldiers, lead, "omega_lead_1factor_ml"],
] as const)("%s, standardised: factanal's loadings and omega", (_, source, names, id) => {
  const omega = omegaTotal(table(source, names && [...names]), { metric: "standardized" });
  const expected = source.expected(id);
  expectClose(omega?.omega, expected.omega_total, 1e-4);
  Object.values(expected.loadings as Record<string, number>).forEach((loading, i) => {
    expectClose(omega?.loadings[i], loading, 1e-4);
  });
});

test("attitude, raw: semTools' omega, which is over the observed variance; lavaan's loadings, for covariances over n", () => {
  const omega = omegaTotal(table(attitude));
  const expected = attitude.expected("omega_1factor_lavaan_covariance");
  expectClose(omega?.omegaObserved, expected.omega, 1e-4);
  Object.values(expected.loadings as Record<string, number>).forEach((loading, i) => {
    expectClose((omega?.loadings[i] as number) * Math.sqrt(29 / 30), loading, 1e-4);
  });
});

test.each([
  ["omega_lavaan_visual", ["x1", "x2", "x3"]],
  ["omega_lavaan_textual", ["x4", "x5", "x6"]],
  ["omega_lavaan_speed", ["x7", "x8", "x9"]],
])("three items, %s: lavaan's just identified model", (id, items) => {
  const omega = omegaTotal(table(holzinger, items));
  expectClose(omega?.omega, holzinger.expected(id), 1e-4);
});

test.each([
  ["attitude, three factors", attitude, undefined, "omega_psych_3factors", 3],
  ["attitude, two factors", attitude, undefined, "omega_psych_2factors", 2],
  ["ability tests, three factors", holzinger, undefined, "omega_psych_3factors", 3],
  ["leadership, three factors", soldiers, lead, "omega_lead_psych_3factors", 3],
] as const)("%s: psych's omega within 2e-3", (_, source, names, id, factors) => {
  const omega = omegaHierarchical(table(source, names && [...names]), { factors });
  const expected = source.expected(id);
  expectClose(omega?.hierarchical, expected.omega_h, 2e-3);
  expectClose(omega?.total, expected.omega_tot, 2e-3);
  expectClose(omega?.limit, expected.omega_lim, 2e-3);
  const rows = expected.schmid_leiman?.values as number[][] | undefined;
  rows?.forEach((row, i) => {
    expect(Math.abs((omega?.loadings[i]?.general as number) - row[0]!)).toBeLessThan(0.01);
  });
});

test("an item scored the other way is turned round and changes nothing", () => {
  const rows = holzinger.rows(Object.keys(holzinger.columns));
  const turned = rows.map((row) => row.map((v, i) => (i === 4 ? 10 - v : v)));
  const straight = omegaHierarchical(matrixOf(rows));
  const result = omegaHierarchical(matrixOf(turned));
  expectClose(result?.hierarchical, straight?.hierarchical as number, 1e-5);
  expect(result?.loadings.map((item) => item.flipped)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("recovers a known hierarchical structure", () => {
  const random = seededRandom(9);
  const rows = Array.from({ length: 4000 }, () => {
    const general = random.normal();
    const groups = [random.normal(), random.normal(), random.normal()];
    return Array.from(
      { length: 9 },
      (_, i) =>
        0.6 * general + 0.4 * groups[Math.floor(i / 3)]! + Math.sqrt(0.48) * random.normal(),
    );
  });
  const omega = omegaHierarchical(matrixOf(rows));
  // Variance of the sum: 81 x .36 general, 3 x 9 x .16 group, 9 x .48 unique.
  const all = 81 * 0.36 + 27 * 0.16 + 9 * 0.48;
  expect(Math.abs((omega?.hierarchical as number) - (81 * 0.36) / all)).toBeLessThan(0.02);
  expect(Math.abs((omega?.total as number) - 1 + (9 * 0.48) / all)).toBeLessThan(0.01);
  expect(omega?.heywood).toBe(false);
});

test("what can't be fitted is null, what is over-claimed is flagged", () => {
  expect(
    omegaTotal(
      matrixOf([
        [1, 2],
        [2, 3],
        [3, 5],
      ]),
    ),
  ).toBeNull();
  expect(
    omegaTotal(
      matrixOf([
        [1, 2, 3],
        [2, 3, 1],
        [3, 5, 2],
      ]),
    ),
  ).toBeNull();
  const flat = Array.from({ length: 10 }, (_, i) => [i, (i * 7) % 5, 3]);
  expect(omegaTotal(matrixOf(flat))).toBeNull();
  expect(omegaHierarchical(table(attitude), { factors: 5 })).toBeNull();
  // r12 r13 / r23 above 1: no proper one-factor solution.
  const random = seededRandom(2);
  const heywood = Array.from({ length: 500 }, () => {
    const [a, b, e] = [random.normal(), random.normal(), random.normal()];
    return [a + b, a + 0.2 * e, b + 0.2 * e];
  });
  expect(omegaTotal(matrixOf(heywood))?.heywood).toBe(true);
});
