import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { referenceCase } from "../testing/oracle.ts";

/** Results of the reference cases for which this package has no function, each with what it is instead. */
const notOurs: Record<string, Record<string, string>> = {
  attitude_chatterjee_price: {
    alpha_ci_duhachek: "another interval of alpha (Duhachek and Iacobucci); ours is Feldt's",
  },
  holzinger_swineford: {
    cfa3_composite_reliability: "a confirmatory model of three correlated factors",
  },
  irr_anxiety: {
    kappa2_weighted_squared_r1_r2: "weighted kappa of two raters; ours is Krippendorff's alpha",
    percent_agreement_tolerance0: "percent agreement, which takes no account of chance",
    percent_agreement_tolerance1: "percent agreement, which takes no account of chance",
  },
};

const referenceOnly = ["brennan_3_2_p_x_r_in_t", "irr_anxiety", "irr_video"];
const here = fileURLToPath(new URL(".", import.meta.url));
const tests = globSync("**/*.test.ts", { cwd: here })
  .filter((file) => file !== "oracle.test.ts")
  .map((file) => readFileSync(`${here}/${file}`, "utf8"));

/** Named in a test that reads the case: in quotes, whole. */
function isTested(name: string, id: string): boolean {
  return tests.some((text) => text.includes(`"${name}"`) && text.includes(`"${id}"`));
}

function expectAccounted(name: string, ids: readonly string[]) {
  const reasons = notOurs[name] ?? {};
  for (const id of ids) {
    const accounts = [isTested(name, id), reasons[id] !== undefined];
    expect(accounts.filter(Boolean), `${name}: ${id}`).toHaveLength(1);
  }
  for (const id of Object.keys(reasons)) expect(ids, name).toContain(id);
}

const fixtures = fileURLToPath(new URL("../fixtures/oracle/", import.meta.url));

test.each(readdirSync(fixtures))("%s: every reference value is tested, or said why not", (name) => {
  const { results } = JSON.parse(readFileSync(`${fixtures}/${name}/expected.json`, "utf8"));
  expectAccounted(
    name,
    results.map((result: { id: string }) => result.id),
  );
});

test.for(referenceOnly)("%s, where it lies beside the project: the same", (name, context) => {
  const source = referenceCase(name);
  if (source === null) return context.skip("its reference data is not beside the project");
  expect(source.ids.length).toBeGreaterThan(0);
  expectAccounted(name, source.ids);
});
