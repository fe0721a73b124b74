import type { SampleOrganisation, SamplePerson } from "../organisation.ts";
import { createRandom, type Random } from "../random.ts";
import type { TruthCompetency } from "../truth.ts";
import { engineRoom, type LevelTruth } from "./level-truth.ts";

/** What two people said of one competency, and what they agreed on; null: nothing. */
export type TalkRow = {
  competency: string;
  self: number | null;
  manager: number | null;
  agreed: number | null;
};

/** One person's assessment, over since a day; competencies by key, or by name in frameworks of Harbourline's own. */
export type SampleTalk = {
  employeeId: string;
  managerId: string;
  framework: "both-hats" | "Seamanship" | "Engine room";
  version: number;
  round: string;
  /** Days from today, below 0 in the past. */
  day: number;
  rows: TalkRow[];
};

type Round = {
  name: string;
  day: number;
  framework: SampleTalk["framework"];
  version: number;
  levels: number;
  /** How many of a hundred take part: of those who lead others, and of the rest. */
  leading: number;
  others: number;
  competenciesOf: (person: SamplePerson, leads: boolean) => readonly string[];
};

const [DECK, WATCH, CABIN, ENGINE] = [
  ["Bosun", "Able seafarer", "Deck cadet"],
  ["Master", "Chief officer", "Second officer", "Third officer", "Ship safety officer"],
  ["Chief purser", "Purser", "Steward"],
  ["Chief engineer", "Second engineer", "Third engineer", "Motor mechanic", "Ship electrician"],
];

export function isOneOf({ jobTitle }: SamplePerson, titles: readonly string[] = []): boolean {
  return titles.some((title) => jobTitle === title || jobTitle.startsWith(`${title},`));
}

const ON_DECK = ["Mooring", "Lookout", "Keeping the log", "Boarding", "Fighting fire", "Mustering"];
const IN_CABINS = ["Boarding", "Calming people", "Fighting fire", "Mustering"];
const WITHOUT_TEAM = [
  "planning-and-organising",
  "delivering-and-coordinating",
  "problem-solving-and-process",
  "empathy-and-integrity",
];
/** Nobody has been asked about it yet. */
const NOT_YET = "range";

export function aboard(person: SamplePerson): readonly string[] {
  if (isOneOf(person, DECK) || isOneOf(person, WATCH)) return ON_DECK;
  return isOneOf(person, CABIN) ? IN_CABINS : [];
}

export const isEngineer = (person: SamplePerson) => isOneOf(person, ENGINE);

function roundsOf(framework: readonly TruthCompetency[]): Round[] {
  const all = framework.flatMap(({ key }) => (key === NOT_YET ? [] : [key]));
  const bothHats = { framework: "both-hats", levels: 5 } as const;
  const ofBoth = (_: SamplePerson, leads: boolean) => (leads ? all : WITHOUT_TEAM);
  const atSea = { framework: "Seamanship", levels: 4, leading: 80, others: 80 } as const;
  return [
    {
      ...bothHats,
      name: "Levels, first round",
      day: -745,
      version: 1,
      leading: 75,
      others: 45,
      competenciesOf: ofBoth,
    },
    {
      ...bothHats,
      name: "Levels, second round",
      day: -380,
      version: 2,
      leading: 85,
      others: 60,
      competenciesOf: ofBoth,
    },
    {
      ...bothHats,
      name: "Levels, third round",
      day: -40,
      version: 2,
      leading: 60,
      others: 35,
      competenciesOf: ofBoth,
    },
    {
      ...atSea,
      name: "Seamanship, before the ramps",
      day: -240,
      version: 1,
      competenciesOf: aboard,
    },
    {
      ...atSea,
      name: "Seamanship, after the ramps",
      day: -12,
      version: 2,
      leading: 20,
      others: 20,
      competenciesOf: aboard,
    },
    {
      ...{ name: "Engine rooms", day: -150, framework: "Engine room", version: 1, levels: 4 },
      ...{
        leading: 90,
        others: 85,
        competenciesOf: (each) => (isEngineer(each) ? engineRoom : []),
      },
    },
  ];
}

/** Rated by one who leads them: Zhou and others (2024); against their own word: Mabe and West (1982). */
const RELIABILITY = { leading: 0.57, others: 0.68 };
const SELF_CORRELATION = 0.29;
const KINDER = 0.2;

/**
 * Three rounds of Both hats in two years, and rounds at sea and in the engine rooms. Each word is the true level with
 * an error as large as studies found; most agree on one in the end, nearer to what whoever leads them said.
 */
export function planTalks(
  seed: number | string,
  organisation: SampleOrganisation,
  truth: LevelTruth,
  framework: readonly TruthCompetency[],
  today: string,
): SampleTalk[] {
  const random = createRandom(seed).fork("talks");
  const leading = new Set(organisation.people.map((person) => person.managerEmployeeId));
  const lenient = new Map(
    organisation.people.map(({ employeeId }) => [
      employeeId,
      random.fork(`lenient ${employeeId}`).normal(0.1, 0.25),
    ]),
  );
  return roundsOf(framework).flatMap((round) =>
    organisation.people.flatMap((person): SampleTalk[] => {
      const { employeeId, managerEmployeeId: managerId } = person;
      const stream = random.fork(`${round.name} ${employeeId}`);
      const leads = leading.has(employeeId);
      const takesPart = stream.chance((leads ? round.leading : round.others) / 100);
      const competencies = round.competenciesOf(person, leads);
      if (!takesPart || managerId === null || competencies.length === 0) return [];
      if (!wasThere(person, round.day, today)) return [];
      const kind = lenient.get(managerId) ?? 0;
      const reliability = leads ? RELIABILITY.leading : RELIABILITY.others;
      const asked = round.version === 1 ? wordedBefore(competencies) : competencies;
      const { name, day, framework: of, version, levels } = round;
      const rows = asked.map((competency) =>
        talkAbout(stream, competency, level(truth, employeeId, competency, day), {
          ...{ levels, reliability, kind },
        }),
      );
      return [{ employeeId, managerId, framework: of, version, round: name, day, rows }];
    }),
  );
}

/** Half a year at least, so that somebody can say something of them. */
function wasThere({ startDate }: SamplePerson, day: number, today: string): boolean {
  const then = Date.parse(today) + (day - 180) * 86_400_000;
  return Date.parse(startDate) <= then;
}

/** Before the second version of Seamanship keeping watch was one thing. */
function wordedBefore(competencies: readonly string[]): readonly string[] {
  const parts: readonly string[] = ["Lookout", "Keeping the log"];
  if (!competencies.includes("Lookout")) return competencies;
  return [
    "Keeping watch",
    ...competencies.filter((each) => !parts.includes(each)),
    "Splicing rope",
  ];
}

function level(truth: LevelTruth, employeeId: string, competency: string, day: number): number {
  const of = (name: string) => truth(employeeId, name, day);
  if (competency === "Keeping watch") return (of("Lookout") + of("Keeping the log")) / 2;
  return of(competency === "Splicing rope" ? "Mooring" : competency);
}

function talkAbout(
  random: Random,
  competency: string,
  real: number,
  { levels, reliability, kind }: { levels: number; reliability: number; kind: number },
): TalkRow {
  const middle = (1 + levels) / 2;
  const whole = (value: number) => Math.min(levels, Math.max(1, Math.round(value)));
  const rated = whole(real + kind + random.normal(0, Math.sqrt((1 - reliability) / reliability)));
  const away =
    SELF_CORRELATION * (real - middle) + Math.sqrt(1 - SELF_CORRELATION ** 2) * random.normal(0, 1);
  const placed = whole(middle + KINDER + away / Math.sqrt(reliability));
  const [talks, agrees, leans] = [random.uniform(), random.uniform(), random.normal(0.75, 0.15)];
  // One in twelve was seen by one side alone, and of the rest one in ten did not agree.
  if (talks < 0.04) return { competency, self: placed, manager: null, agreed: null };
  if (talks < 0.08) return { competency, self: null, manager: rated, agreed: null };
  const agreed =
    agrees < 0.1 ? null : whole(placed + Math.min(1, Math.max(0, leans)) * (rated - placed));
  return { competency, self: placed, manager: rated, agreed };
}
