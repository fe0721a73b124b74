// biome-ignore-all lint/style/noRestrictedGlobals: a command around the library, not a part of it.
/**
 * The attack suite in full: `node packages/disclosure/attacks/run.ts [organisations] [pairs]`.
 * Exits with 1 when anything was found through our rules that they promise to keep.
 */
import { campaign, collusion } from "./campaign.ts";
import { chance } from "./chance.ts";
import { readHiding, readMissingSpreads } from "./hiding.ts";
import type { Making } from "./leniency/knowledge.ts";
import { tallyAdjusted } from "./leniency/tally.ts";
import { readPooledSpread } from "./pooled-spread.ts";
import { hidingInSurveys, readStandingStill } from "./survey-hiding.ts";

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

for (const [name, read] of Object.entries(hidingInSurveys)) {
  for (const rules of ["ours", "plain"] as const) {
    let [withheld, told, surest] = [0, 0, 0];
    for (let at = 0; at < rounds; at++) {
      const found = read(chance(`hiding in a ${name} ${at}`), 100, rules);
      withheld += found.withheld;
      told += found.told;
      surest = Math.max(surest, found.surest);
    }
    process.stdout.write(
      `survey: what is hidden in a ${name}, ${rules}: ${told} people told by ${withheld} withheld figures, ` +
        `the surest ${share(surest, 1)}\n`,
    );
    if (rules === "ours" && told > 0) failed = true;
  }
}
for (const rules of ["ours", "plain"] as const) {
  let [still, alike] = [0, 0];
  let [means, withheld, told, surest] = [0, 0, 0, 0];
  for (let at = 0; at < rounds; at++) {
    const standing = readStandingStill(chance(`still ${at}`), 300, rules);
    still += standing.still;
    alike += standing.alike;
    const spread = readMissingSpreads(chance(`missing spread ${at}`), 300, rules);
    means += spread.means;
    withheld += spread.withheld;
    told += spread.told;
    surest = Math.max(surest, spread.surest);
  }
  process.stdout.write(
    `survey: a live result that stands still, ${rules}: answers alike in ${share(alike, Math.max(1, still))} of ${still}\n` +
      `missing spreads, ${rules}: ${told} raters told by ${withheld} of ${means}, the surest ${share(surest, 1)}\n`,
  );
  if (rules === "ours" && (told > 0 || alike > 0.5 * still)) failed = true;
}

const adjustedRounds = Math.max(5, Math.round(organisations / 5));
const makings: Record<Making, string> = {
  means: "as now, from shown means",
  scores: "from single scores",
  "leave-one-out": "leave-one-out, all decimals",
};
for (const [from, name] of Object.entries(makings) as [Making, string][]) {
  const found = tallyAdjusted(adjustedRounds, from);
  const { raters, scores, broken, lenient, answers } = found;
  process.stdout.write(
    `adjusted means ${name}: ${broken} of ${adjustedRounds} broken (lenient or severe: ${raters} raters, scores: ${scores}; ` +
      `at most ${share(found.share, 1)} of a rater's leniency told); ` +
      `more lenient or less, guessed right: ${share(lenient.before, lenient.of)} from plain means, ` +
      `${share(lenient.after, lenient.of)} with adjusted ones (50 % by chance); ` +
      `scores: ${share(answers.before, answers.of)} and ${share(answers.after, answers.of)}\n`,
  );
  const more = lenient.after > lenient.before || answers.after > answers.before;
  if (from === "means" && (broken > 0 || found.share > 1e-3 || more)) failed = true;
}
process.exitCode = failed ? 1 : 0;
