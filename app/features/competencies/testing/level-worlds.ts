import { chanceOfMeeting, seededRandom } from "@twohats/psychometrics";
import { type Evidence, forPurpose } from "../domain/evidence.ts";
import { type KnownLevel, knownLevels, type Reading } from "../domain/known-level.ts";

/** How people of a made-up organisation are, and how levels are said of them. */
export type LevelWorld = {
  /** Yearly rounds, the last of them a month ago; in between levels wander as the model has it. */
  rounds?: number;
  /** Each manager is lenient by as much, to the whole team. */
  leniency?: { mean: number; sd: number };
  /** Managers' errors have one long tail, to the good. */
  skewed?: boolean;
  /** The weaker somebody is, the likelier nobody has rated them. */
  weakMissing?: boolean;
  /** Manager and person agree on a level, a quarter of the way to what the person said. */
  talks?: boolean;
  /** The person's word alone. */
  selfOnly?: boolean;
  /** People place themselves higher by so many levels. */
  flattering?: number;
  /** Half a year ago the competency became a part of two. */
  split?: boolean;
  /** Levels as the model has them, not whole ones of a form. */
  exact?: boolean;
};

export type SimulatedTeam = { level: number; known: KnownLevel | null }[];

const TODAY = "2026-12-01";
const TEAM = 8;
const RELIABILITY = 0.57;
const [ERROR, SPREAD] = [Math.sqrt((1 - RELIABILITY) / RELIABILITY), Math.sqrt(1 / RELIABILITY)];
const SELF_CORRELATION = 0.29;
const WANDERING_PER_YEAR = 0.024 * 12;
/** What a split widens by: 2 (1 - .8). */
const SPLIT = 0.4;
const LEVELS = 5;

/** Teams of eight, each with one manager, and what `knownLevels` makes of what was said of each. */
export function simulateTeams(world: LevelWorld, teams: number, seed: number): SimulatedTeam[] {
  const random = seededRandom(seed);
  return Array.from({ length: teams }, (_, team) => {
    const { mean, sd } = world.leniency ?? { mean: 0, sd: 0 };
    const kind = mean + sd * random.normal();
    return Array.from({ length: TEAM }, (__, at) =>
      simulatePerson(world, random, `boss ${team}`, `${team}-${at}`, kind),
    );
  });
}

type Random = ReturnType<typeof seededRandom>;

function simulatePerson(
  world: LevelWorld,
  random: Random,
  boss: string,
  personId: string,
  kind: number,
): SimulatedTeam[number] {
  const rounds = world.rounds ?? 1;
  let level = 3 + random.normal();
  const evidence: Evidence[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round > 0) level += random.normal() * Math.sqrt(WANDERING_PER_YEAR);
    const isMissing = world.weakMissing === true && random.normal() > level - 3;
    if (isMissing) continue;
    const saidOn = `${2026 - (rounds - 1 - round)}-11-01`;
    evidence.push(...saidBy(world, random, { level, kind, boss, personId, saidOn }));
  }
  level += random.normal() * Math.sqrt(WANDERING_PER_YEAR / 12);
  if (world.split) level += random.normal() * Math.sqrt(SPLIT);
  const found = knownLevels(forPurpose(evidence, "staffing"), readingIn(world));
  return { level, known: found.get("a") ?? null };
}

type Said = { level: number; kind: number; boss: string; personId: string; saidOn: string };

function saidBy(world: LevelWorld, random: Random, said: Said): Evidence[] {
  const { level, kind, boss, personId, saidOn } = said;
  const written = (value: number) =>
    Math.min(LEVELS, Math.max(1, world.exact ? value : Math.round(value)));
  const noise = world.skewed ? -Math.log(random.uniform()) - 1 : random.normal();
  const rated = written(level + kind + ERROR * noise);
  const r = SELF_CORRELATION;
  const own = r * (level - 3) + Math.sqrt(1 - r * r) * random.normal();
  const placed = written(3 + (world.flattering ?? 0) + SPREAD * own);
  const piece = (
    source: Evidence["source"],
    at: number,
    more: Partial<Evidence> = {},
  ): Evidence => ({
    ...{ id: `${source} ${saidOn}`, personId, framework: "own", version: 1, competency: "a" },
    ...{ source, level: at, spread: null, saidOn, expiresOn: null, purposes: ["staffing"] },
    ...{ voice: boss, name: null, replaces: [], withdrawnOn: null, ...more },
  });
  const self = piece("self", placed, { voice: personId });
  if (world.selfOnly) return [self];
  const manager = piece("manager", rated);
  if (!world.talks) return [self, manager];
  const agreed = written(rated + (placed - rated) / 4);
  return [self, manager, piece("agreed", agreed, { replaces: [self.id, manager.id] })];
}

function readingIn({ split = false }: LevelWorld): Reading {
  const steps = split ? [{ on: "2026-12-01", variance: SPLIT }] : [];
  return {
    ...{ levels: LEVELS, today: TODAY, job: "manager" },
    carry: ({ level }) => [{ competency: "a", level, parts: 1, steps }],
  };
}

export type Calibration = {
  /** Of 80% ranges, how many hold the level. */
  held: number;
  /** Of those who are assessed, how many are at level 4: as told, and as it is. */
  told: number;
  so: number;
  /** How far chances are from shares, on average over tenths of the chance. */
  off: number;
  /** Teams where nobody assessed is at level 4: as told, and as it is. */
  nobodyTold: number;
  nobodySo: number;
  /** How many people's levels it rests on. */
  people: number;
};

/** How well what is told goes with what is so, over many seeds. */
export function calibrationOf(
  world: LevelWorld,
  { seeds, teams, needed = 4 }: { seeds: number; teams: number; needed?: number },
): Calibration {
  const bins = new Float64Array(10);
  let [people, held, told, so, nobodyTold, nobodySo] = [0, 0, 0, 0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++)
    for (const team of simulateTeams(world, teams, seed)) {
      let [none, someone] = [1, false];
      for (const { level, known } of team) {
        if (!known) continue;
        const chance = chanceOfMeeting(known, needed);
        const meets = level >= needed - 0.5;
        const bin = Math.min(9, Math.floor(chance * 10));
        bins[bin] = (bins[bin] ?? 0) + chance - Number(meets);
        people += 1;
        held += Number(holds(level, known));
        told += chance;
        so += Number(meets);
        none *= 1 - chance;
        someone ||= meets;
      }
      nobodyTold += none;
      nobodySo += Number(!someone);
    }
  const all = seeds * teams;
  const off = bins.reduce((sum, each) => sum + Math.abs(each), 0);
  return {
    ...{ people, held: held / people, told: told / people, so: so / people, off: off / people },
    ...{ nobodyTold: nobodyTold / all, nobodySo: nobodySo / all },
  };
}

/** The lowest and the highest level are open: beyond them is on them. */
function holds(level: number, { lower, upper }: KnownLevel): boolean {
  return (level >= lower || lower === 1) && (level <= upper || upper === LEVELS);
}

/** Worlds that are studied, the first two of which are as the model has it. */
export const levelWorlds: Readonly<Record<string, LevelWorld>> = {
  "as the model has it": { exact: true },
  "the same, of a part that was split off": { exact: true, split: true },
  "whole levels, as on a form": {},
  "three yearly rounds": { rounds: 3 },
  "agreed in a conversation": { talks: true },
  "agreed, of people who flatter themselves": { talks: true, flattering: 0.5 },
  "one’s own view alone": { selfOnly: true },
  "one’s own view, of people who flatter themselves": { selfOnly: true, flattering: 0.5 },
  "managers lenient, each in their own way": { leniency: { mean: 0, sd: 0.5 } },
  "managers lenient on the whole": { leniency: { mean: 0.4, sd: 0.5 } },
  "managers strict on the whole": { leniency: { mean: -0.4, sd: 0.5 } },
  "errors with a long tail to the good": { skewed: true },
  "the weak are rated less often": { weakMissing: true },
  "lenient, skewed, and the weak left out": {
    ...{ leniency: { mean: 0.4, sd: 0.5 }, skewed: true, weakMissing: true, talks: true },
  },
};
