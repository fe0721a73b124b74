// biome-ignore-all lint/style/noRestrictedGlobals: a command around the library, not a part of it.
/**
 * The attack suite in full: `node packages/disclosure/attacks/run.ts [organisations] [pairs]`.
 * Exits with 1 when anything was found through our rules that they promise to keep.
 */
import { campaign, collusion } from "./campaign.ts";
import { chance } from "./chance.ts";
import { readHiding } from "./hiding.ts";
import { attackAdjusted } from "./leniency/attack.ts";
import { readPooledSpread } from "./pooled-spread.ts";

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

const rounds = Math.max(1, Math.round(organisations / 50));
const reading = {
  ours: { withheld: 0, told: 0, surest: 0 },
  plain: { withheld: 0, told: 0, surest: 0 },
};
const spreads = { ours: 0, plain: 0 };
for (const rules of ["ours", "plain"] as const) {
  for (let at = 0; at < rounds; at++) {
    const { withheld, told, surest } = readHiding(chance(`hiding ${at}`), 300, rules);
    const sum = reading[rules];
    sum.withheld += withheld;
    sum.told += told;
    sum.surest = Math.max(sum.surest, surest);
  }
  for (let at = 0; at < organisations; at++) {
    if (readPooledSpread(chance(`spread ${at}`), 5, rules)) spreads[rules]++;
  }
}
for (const [rules, { withheld, told, surest }] of Object.entries(reading)) {
  process.stdout.write(
    `reading what is hidden, ${rules}: ${told} raters told by ${withheld} withheld figures, ` +
      `the surest ${(100 * surest).toFixed(1)} %\n`,
  );
}
process.stdout.write(
  `pooled spread of five groups of three, ours: ${spreads.ours} of ${organisations} broken;  ` +
    `plain rule: ${share(spreads.plain, organisations)} broken\n`,
);
if (reading.ours.told > 0 || spreads.ours > 0) failed = true;

const adjustedRounds = Math.max(5, Math.round(organisations / 5));
for (const rules of ["ours", "plain"] as const) {
  let [raters, scores, broken, most] = [0, 0, 0, 0];
  for (let at = 0; at < adjustedRounds; at++) {
    const found = attackAdjusted(chance(`adjusted ${at}`), at, rules);
    raters += found.raters;
    scores += found.scores;
    most = Math.max(most, found.share);
    if (found.raters + found.scores > 0) broken++;
  }
  process.stdout.write(
    `adjusted means ${rules === "ours" ? "from shown means" : "from single scores"}: ${broken} of ${adjustedRounds} broken ` +
      `(lenient or severe: ${raters} raters, scores: ${scores}; at most ${share(most, 1)} of a rater's leniency told)\n`,
  );
  if (rules === "ours" && (broken > 0 || most > 1e-3)) failed = true;
}
process.exitCode = failed ? 1 : 0;
