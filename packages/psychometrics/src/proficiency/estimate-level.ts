import { type LevelOption, levelOf } from "../data/level.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { monthsAtWork, type Pause } from "./ageing.ts";
import { proficiencyDefaults } from "./defaults.ts";
import type { CarriedLevel, LevelPopulation, LevelScale, LevelSource } from "./level-source.ts";
import { checkTrust, type Measurement, measurementOf, type SourceTrust } from "./measurement.ts";

export interface EstimateLevelOptions extends LevelOption, SourceTrust {
  scale: LevelScale;
  /** Unless told, its mean is the middle of the scale and its sd one level. */
  population?: LevelPopulation;
  /** The moment of reading, in months on the sources' clock; what came later isn't known yet. */
  now: number;
  /** Long leave, during which nothing ages. */
  pauses?: readonly Pause[];
  /** Share of the population's variance by which an estimate becomes less sure in a month at work. */
  ageingPerMonth?: number;
}

export interface LevelEstimate {
  /** Sources it rests on; those replaced by an agreed level are not among them. */
  n: number;
  estimate: number;
  sd: number;
  /** The range, cut at the ends of the scale: its lowest and highest level are open. */
  lower: number;
  upper: number;
  level: number;
}

/**
 * On which level somebody is, and how sure that is: sources are combined by their precision with what is known of the
 * population, each at its time (a Kalman filter). In between the range widens and the level stays, so that nobody
 * sinks by waiting; the range never becomes wider than the population. null when nobody has said anything: not
 * assessed is no level. Throws a RangeError for a level outside the scale and for times, spreads and shares that
 * are none.
 */
export function estimateLevel(
  sources: readonly (LevelSource | CarriedLevel)[],
  options: EstimateLevelOptions,
): LevelEstimate | null {
  const level = levelOf(options);
  const { scale, now, pauses = [] } = options;
  const population = options.population ?? { mean: (scale.low + scale.high) / 2, sd: 1 };
  check(sources, options, population);
  const events = standing(sources.filter(({ at }) => at <= now));
  const n = events.filter(({ kind }) => kind !== "carried").length;
  if (n === 0) return null;

  const most = population.sd ** 2;
  const monthly = (options.ageingPerMonth ?? proficiencyDefaults.ageingPerMonth) * most;
  let known: Measurement = { value: population.mean, variance: most };
  let at = events[0]?.at ?? now;
  const age = (to: number) => {
    const wider = known.variance + monthly * monthsAtWork(at, to, pauses);
    known = { ...known, variance: Math.min(most, wider) };
    at = to;
  };
  for (const group of byTime(events)) {
    age(group.at);
    known = combined(
      known,
      group.said.map((source) => measurementOf(source, population, options)),
    );
    known.variance = Math.min(most, known.variance + group.carried);
  }
  age(now);
  const sd = Math.sqrt(known.variance);
  const half = sd * halfWidth(level);
  const cut = (value: number) => Math.min(scale.high, Math.max(scale.low, value));
  const estimate = cut(known.value);
  return {
    ...{ n, estimate, sd, level },
    lower: cut(known.value - half),
    upper: cut(known.value + half),
  };
}

let widest = { level: Number.NaN, z: Number.NaN };

/** In sds; thousands of levels are read with one confidence. */
function halfWidth(level: number): number {
  if (widest.level !== level) widest = { level, z: normalQuantile((1 + level) / 2) };
  return widest.z;
}

type Event = LevelSource | CarriedLevel;

/** Without what an agreed level took the place of, be it itself replaced or not. */
function standing(events: readonly Event[]): Event[] {
  const replaced = new Set(
    events.flatMap((event) => (event.kind === "agreed" ? event.replaces : [])),
  );
  return events
    .filter((event) => event.kind === "carried" || !replaced.has(event.id ?? ""))
    .sort((a, b) => a.at - b.at);
}

/** What was said at one time is taken together, so that its order does not matter; then what carries it over. */
function byTime(events: readonly Event[]) {
  const groups: { at: number; said: LevelSource[]; carried: number }[] = [];
  for (const event of events) {
    let group = groups.at(-1);
    if (group?.at !== event.at) {
      group = { at: event.at, said: [], carried: 0 };
      groups.push(group);
    }
    if (event.kind === "carried") group.carried += event.variance;
    else group.said.push(event);
  }
  return groups;
}

/** By precision; what leaves no doubt outweighs all else, and several such count alike. */
function combined(known: Measurement, said: readonly Measurement[]): Measurement {
  const certain = said.filter(({ variance }) => variance === 0);
  if (certain.length > 0) {
    const sum = certain.reduce((total, { value }) => total + value, 0);
    return { value: sum / certain.length, variance: 0 };
  }
  if (known.variance === 0 || said.length === 0) return { ...known };
  let precision = 1 / known.variance;
  let weighted = known.value / known.variance;
  for (const { value, variance } of said) {
    precision += 1 / variance;
    weighted += value / variance;
  }
  return { value: weighted / precision, variance: 1 / precision };
}

function check(
  sources: readonly Event[],
  options: EstimateLevelOptions,
  { mean, sd }: LevelPopulation,
): void {
  const { scale, now, ageingPerMonth = 0 } = options;
  checkTrust(options);
  if (!(scale.low < scale.high)) throw new RangeError("a scale needs low < high");
  if (!(sd > 0 && Number.isFinite(sd) && Number.isFinite(mean)))
    throw new RangeError("a population needs a mean and a sd above 0");
  if (!(ageingPerMonth >= 0) || Number.isNaN(now)) throw new RangeError("ageing or time");
  for (const source of sources) checkSource(source, scale);
}

function checkSource(source: Event, scale: LevelScale): void {
  if (!Number.isFinite(source.at)) throw new RangeError(`time ${source.at}`);
  if (source.kind === "carried") {
    if (!(source.variance >= 0)) throw new RangeError(`variance ${source.variance}`);
    return;
  }
  if (!(source.level >= scale.low && source.level <= scale.high))
    throw new RangeError(`level ${source.level} is not on the scale`);
  if (source.kind === "measured" && !(source.spread >= 0))
    throw new RangeError(`spread ${source.spread}`);
  if (source.kind === "rater" && !((source.raters ?? 1) >= 1))
    throw new RangeError(`${source.raters} raters`);
}
