import {
  type CarriedLevel,
  estimateLevel,
  type JobKind,
  type LevelEstimate,
  mergedLevel,
  type Pause,
} from "@twohats/psychometrics";
import { countingEvidence, levelSource, monthOf } from "./counting-evidence.ts";
import type { EvidenceFor, EvidenceSource } from "./evidence.ts";
import type { Purpose } from "./purpose.ts";

/** What a level says in the version that is read, as frameworks carry it there (`levelCarrier`). */
export type CarriedTo = {
  competency: string;
  level: number;
  /** The level is that of one part of so many, where competencies were merged. */
  parts: number;
  /** What each change on the way widens the range by, and when that version was published, where that is known. */
  steps: readonly { on: string | null; variance: number }[];
};

export type Reading = {
  /** How many levels there are in the version that is read. */
  levels: number;
  carry: (said: { competency: string; version: number; level: number }) => readonly CarriedTo[];
  today: string;
  /** Whose job it is: managers' ratings of managers are less sure than those of others. */
  job: JobKind;
  /** Long leave, as calendar dates, both days included. */
  leave?: readonly { firstDay: string; lastDay: string }[];
};

/** On which level somebody is as far as it is known, with what it rests on. Never of nothing: that is no level. */
export type KnownLevel = Omit<LevelEstimate, "level"> & {
  /** The day of the newest word, for how old it is. */
  newestOn: string;
  sources: readonly EvidenceSource[];
  /** The evidence that counts; what was replaced or said again since is not among it. */
  evidence: readonly string[];
};

/** In how many cases of a hundred the range holds, if the model does (psychometrics' docs/proficiency). */
export const LIKELY = 0.8;

/**
 * A person's level on each competency of a version, by competency, from evidence of one framework that was read for one
 * purpose. Whatever was said of a competency that was changed since is carried over with a wider range; a competency
 * that was merged of several has their mean, for which a part nobody assessed counts as unknown. A competency of which
 * nothing is known is not in it.
 */
export function knownLevels<P extends Purpose>(
  evidence: readonly EvidenceFor<P>[],
  reading: Reading,
): Map<string, KnownLevel> {
  const carried = new Map<string, Said<P>[]>();
  for (const own of Map.groupBy(evidence, ({ competency }) => competency).values())
    for (const each of countingEvidence(own, reading.today))
      for (const to of reading.carry(each)) {
        const said = carried.get(to.competency);
        if (said) said.push({ evidence: each, to });
        else carried.set(to.competency, [{ evidence: each, to }]);
      }
  const known = new Map<string, KnownLevel>();
  for (const [competency, said] of carried) {
    const level = levelFrom(said, reading);
    if (level) known.set(competency, level);
  }
  return known;
}

type Said<P extends Purpose> = { evidence: EvidenceFor<P>; to: CarriedTo };

function levelFrom<P extends Purpose>(
  said: readonly Said<P>[],
  reading: Reading,
): KnownLevel | null {
  const parts = said.filter(({ to }) => to.parts > 1);
  const whole = parts.length === 0 ? said : said.filter(({ to }) => to.parts === 1);
  const merged = mergedFrom(parts, reading);
  const found = estimated(whole, reading, merged ? [merged] : []);
  if (!found) return null;
  const { estimate, sd, lower, upper } = found;
  let newestOn = "";
  const sources: EvidenceSource[] = [];
  for (const { evidence } of said) {
    if (evidence.saidOn > newestOn) newestOn = evidence.saidOn;
    if (!sources.includes(evidence.source)) sources.push(evidence.source);
  }
  const evidence = said.map((each) => each.evidence.id);
  return { n: said.length, estimate, sd, lower, upper, newestOn, sources, evidence };
}

type Measured = { kind: "measured"; at: number; level: number; spread: number };

/** What the parts of a merged competency say of the whole, as one measurement; null when that is nothing. */
function mergedFrom<P extends Purpose>(
  said: readonly Said<P>[],
  reading: Reading,
): Measured | null {
  const [first] = said;
  if (!first) return null;
  const byPart = [...Map.groupBy(said, ({ evidence }) => evidence.competency).values()];
  const known = byPart.flatMap((own) => estimated(own, reading, []) ?? []);
  const population = { estimate: (1 + reading.levels) / 2, sd: 1 };
  const unknown = Array.from(
    { length: Math.max(0, first.to.parts - known.length) },
    () => population,
  );
  const together = mergedLevel([...known, ...unknown]);
  if (!together) return null;
  // The population is counted once, by the estimate this goes into: here it is taken out again.
  const precision = 1 / together.sd ** 2 - 1 / population.sd ** 2;
  if (!(precision > 0)) return null;
  const weighted = together.estimate / together.sd ** 2 - population.estimate;
  const level = Math.min(reading.levels, Math.max(1, weighted / precision));
  const at = monthOf(reading.today);
  return { kind: "measured", at, level, spread: Math.sqrt(1 / precision) };
}

function estimated<P extends Purpose>(
  said: readonly Said<P>[],
  { levels, today, job, leave = [] }: Reading,
  further: readonly Measured[],
): LevelEstimate | null {
  const sources = said.map(({ evidence, to }) => levelSource(evidence, to.level));
  const pauses: Pause[] = leave.map(({ firstDay, lastDay }) => ({
    from: monthOf(firstDay),
    to: monthOf(lastDay) + monthOf("1970-01-02"),
  }));
  return estimateLevel([...sources, ...carriedBy(said), ...further], {
    scale: { low: 1, high: levels },
    now: monthOf(today),
    pauses,
    job,
    level: LIKELY,
  });
}

/** Each change on the way once, however many were said before it; of what was said later than it, on that day. */
function carriedBy<P extends Purpose>(said: readonly Said<P>[]): CarriedLevel[] {
  if (said.every(({ to }) => to.steps.length === 0)) return [];
  const steps = new Map<string, CarriedLevel>();
  for (const { evidence, to } of said) {
    for (const [at, { on, variance }] of to.steps.entries()) {
      const day = on !== null && on > evidence.saidOn ? on : evidence.saidOn;
      steps.set(`${day} ${on ?? at}`, { kind: "carried", at: monthOf(day), variance });
    }
  }
  return [...steps.values()];
}
