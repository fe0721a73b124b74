import type { Lock } from "./licence-problems.ts";
import { run } from "./run.ts";
import { type Weaknesses, weaknessesIn } from "./weaknesses.ts";

/** Asked once: whoever is offline does not wait for it. */
const ONCE = ["--fetch-retries=0", "--fetch-timeout=20000"];

/** Which packages of the lock file the registry knows weaknesses of; its own client asks, by its own settings. */
export async function askForWeaknesses(
  lock: Lock,
  registry: readonly string[] = [],
): Promise<Weaknesses> {
  const args = ["audit", "--json", "--package-lock-only", ...ONCE, ...registry];
  const { output } = await run("npm", args, { quiet: true, timeout: 120_000 });
  return weaknessesIn(output, lock);
}
