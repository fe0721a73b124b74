// biome-ignore-all lint/style/noRestrictedGlobals: a command around the library, not a part of it.
/**
 * The attack suite in full: `node packages/disclosure/attacks/run.ts [organisations] [pairs]`.
 * Exits with 1 when anything was found through our rules that they promise to keep.
 */
import { campaign, collusion } from "./campaign.ts";

const organisations = Number(process.argv[2] ?? 1000);
const pairs = process.argv[3] === "pairs";
const outcomes = campaign(organisations, pairs);
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
let failed = false;
for (const [name, { ours, plain }] of Object.entries(outcomes)) {
  process.stdout.write(
    `${name.padEnd(34)} ours: ${ours.broken} of ${ours.tried} broken ` +
      `(algebra ${ours.algebra}, bounds ${ours.bounds});  ` +
      `plain rule: ${share(plain.broken, plain.tried)} broken ` +
      `(algebra ${plain.algebra}, bounds ${plain.bounds})\n`,
  );
  if (ours.broken > 0 && !name.startsWith(collusion)) failed = true;
}
process.exitCode = failed ? 1 : 0;
