import { buildWhenNeeded } from "../e2e/support/program.ts";
import type { Outcome } from "./attack.ts";
import { buildWithout } from "./build-without.ts";
import { attacks } from "./channels/index.ts";
import { product, withTarget } from "./target.ts";

/**
 * Attacks the running product through every channel, as it is and with the rule against the attack switched off:
 * `node attacks/run.ts [part of a name]`. Ends with 1 when something was found, or when nothing was found without the
 * rule, since then the attack proves nothing.
 */
const wanted = attacks.filter(({ name }) => name.includes(process.argv[2] ?? ""));
const say = (words: string) => process.stdout.write(`${words}\n`);
const numbers = ({ tried, found }: Outcome) => `${found} of ${tried}`;

let failed = wanted.length === 0;
await buildWhenNeeded();
for (const { name, by, rule, run } of wanted) {
  const ours = await withTarget(product, run);
  const folder = buildWithout(rule, name.replaceAll(/\W+/g, "-"));
  const without = await withTarget(folder, run);
  say(`${name} (${by})`);
  say(`  found: ${numbers(ours)};  with its rule switched off: ${numbers(without)}`);
  if (ours.found > 0 || ours.tried === 0 || without.found === 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
