import { type Setting, settingOf } from "./comments/pool.ts";
import type { SampleOrganisation } from "./organisation.ts";
import { createRandom, type Random } from "./random.ts";

export type Relationship = "self" | "manager" | "peer" | "direct_report" | "other";

/** What the sample needs to know of a framework's competency. */
export type TruthCompetency = { key: string; hat: string | null };

export type CompetencyTruth = { hat: string | null; skill: number; amount: number };

/**
 * One manager as they really are. Amounts are on the scale of the items: 0 is the right amount,
 * -2 far too little, 2 far too much. Skills are in standard deviations of all managers.
 */
export type ManagerTruth = {
  employeeId: string;
  setting: Setting;
  /** By hat key; the amount is the mean of the hat's competencies. */
  hats: Readonly<Record<string, { skill: number; amount: number }>>;
  /** By competency key. */
  competencies: Readonly<Record<string, CompetencyTruth>>;
  /** How far strengths spill over into too much (0 never, 1 nearly always). */
  overuse: number;
  /** On the five-point scale: what the overall items measure. */
  effectiveness: number;
  /** Above 0 the manager sees themselves in a kinder light than others do, below 0 in a harsher. */
  selfBias: number;
  /** How each relationship's view differs, by hat, in amounts. */
  perspective: Readonly<Record<Relationship, Readonly<Record<string, number>>>>;
};

/** One rater's habits, the same for everyone they rate. */
export type RaterTruth = {
  /** In standard deviations: lenient raters (above 0) pull towards the right amount and rate higher. */
  leniency: number;
  /** A wish for more (below 0) or less (above 0) of everything, in amounts. */
  shift: number;
  /** Standard deviation of an answer around what the rater sees, in amounts. */
  noise: number;
  /** Weight (0-1) of the general impression against the behaviour in question. */
  halo: number;
  /** Probability of "can't say" before relationship and item. */
  cantSay: number;
};

export type SampleTruth = {
  managers: ReadonlyMap<string, ManagerTruth>;
  raters: ReadonlyMap<string, RaterTruth>;
};

const relationships: readonly Relationship[] = [
  "self",
  "manager",
  "peer",
  "direct_report",
  "other",
];

/** Correlation between a manager's skills in two hats. */
const hatCorrelation = 0.25;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * Amount from skill: below a skill of 0.4 something is missing, 0.6 per standard deviation; above
 * 0, overuse turns strength into too much (strengths overused: Kaplan and Kaiser 2006). Plus N(0, 0.2).
 */
function drawAmount(random: Random, skill: number, overuse: number): number {
  const missing = 0.6 * Math.min(0, skill - 0.4);
  const excess = 1.1 * overuse * Math.max(0, skill);
  return clamp(missing + excess + random.normal(0, 0.2), -2, 2);
}

/** Skill by hat ~ N(0, 1), correlated; a competency's skill adds N(0, 0.55). */
function drawSkills(random: Random, competencies: readonly TruthCompetency[]) {
  const general = random.normal(0, Math.sqrt(hatCorrelation));
  const hats = new Map<string, number>();
  for (const { hat } of competencies) {
    if (hat === null || hats.has(hat)) continue;
    hats.set(hat, general + random.normal(0, Math.sqrt(1 - hatCorrelation)));
  }
  const both = mean([...hats.values()]);
  const skills = competencies.map(({ key, hat }) => {
    const base = hat === null ? both : (hats.get(hat) ?? general);
    return { key, hat, skill: base + random.normal(0, 0.55) };
  });
  return { hats, skills };
}

/** Each relationship sees each hat N(0, 0.15) differently; the self view has no such shift. */
function drawPerspective(random: Random, hats: readonly string[]): ManagerTruth["perspective"] {
  const view = (relationship: Relationship) =>
    Object.fromEntries(
      hats.map((hat) => [hat, relationship === "self" ? 0 : random.normal(0, 0.15)]),
    );
  return Object.fromEntries(
    relationships.map((relationship) => [relationship, view(relationship)]),
  ) as ManagerTruth["perspective"];
}

function drawManager(
  random: Random,
  employeeId: string,
  setting: Setting,
  framework: readonly TruthCompetency[],
): ManagerTruth {
  // Exponential with mean 0.35: most overdo little, a few overdo a lot.
  const overuse = Math.min(1, -0.35 * Math.log(1 - random.uniform()));
  const { hats, skills } = drawSkills(random, framework);
  const competencies = skills.map(({ key, hat, skill }) => ({
    key,
    hat,
    skill,
    amount: drawAmount(random, skill, overuse),
  }));
  const amountsOf = (hat: string) =>
    competencies.filter((one) => one.hat === hat).map((one) => one.amount);
  const skill = mean(competencies.map((one) => one.skill));
  const distance = mean(competencies.map((one) => Math.abs(one.amount)));
  return {
    employeeId,
    setting,
    hats: Object.fromEntries(
      [...hats].map(([hat, value]) => [hat, { skill: value, amount: mean(amountsOf(hat)) }]),
    ),
    competencies: Object.fromEntries(competencies.map(({ key, ...truth }) => [key, truth])),
    overuse,
    effectiveness: clamp(4 + 0.35 * skill - 0.7 * distance + random.normal(0, 0.15), 1, 5),
    // People see themselves a little kindlier than others see them.
    selfBias: random.normal(0.3, 0.7),
    perspective: drawPerspective(random, [...hats.keys()]),
  };
}

/**
 * The same managers a year before, when fewer had worked on it: two of every three were further from the right amount
 * in one hat, by 0.3 to 0.9 in each of its competencies; everything else has moved by N(0, 0.1) since.
 */
export function truthYearBefore(seed: number | string, truth: SampleTruth): SampleTruth {
  const random = createRandom(seed).fork("year before");
  const managers = [...truth.managers].map(([id, now]): [string, ManagerTruth] => [
    id,
    managerBefore(random.fork(id), now),
  ]);
  return { ...truth, managers: new Map(managers) };
}

function managerBefore(random: Random, now: ManagerTruth): ManagerTruth {
  const [far] = Object.entries(now.hats).toSorted(
    ([, a], [, b]) => Math.abs(b.amount) - Math.abs(a.amount),
  );
  const [workedOn, { amount }] = far ?? ["", { amount: 0 }];
  const step = random.chance(2 / 3) ? Math.sign(amount) * (0.3 + 0.6 * random.uniform()) : 0;
  const competencies = Object.fromEntries(
    Object.entries(now.competencies).map(([key, one]) => {
      const moved = one.hat === workedOn ? step : 0;
      return [key, { ...one, amount: clamp(one.amount + moved + random.normal(0, 0.1), -2, 2) }];
    }),
  );
  const amountOf = (hat: string) =>
    mean(
      Object.values(competencies)
        .filter((one) => one.hat === hat)
        .map((one) => one.amount),
    );
  const hats = Object.entries(now.hats).map(([hat, one]) => [
    hat,
    { ...one, amount: amountOf(hat) },
  ]);
  return { ...now, competencies, hats: Object.fromEntries(hats) };
}

function drawRater(random: Random): RaterTruth {
  return {
    leniency: random.normal(0, 1),
    shift: random.normal(0, 0.2),
    // Log-normal around 0.55.
    noise: 0.55 * Math.exp(random.normal(0, 0.3)),
    // Triangular on 0 to 0.6.
    halo: 0.3 * (random.uniform() + random.uniform()),
    // Log-normal around 0.04: most rarely, a few often.
    cantSay: Math.min(0.35, 0.04 * Math.exp(random.normal(0, 0.8))),
  };
}

/**
 * Draws what is true of every manager and every rater of the organisation. Estimates made from the
 * simulated ratings can be compared with it.
 */
export function generateTruth(
  seed: number | string,
  organisation: SampleOrganisation,
  framework: readonly TruthCompetency[],
): SampleTruth {
  const random = createRandom(seed).fork("truth");
  const managing = new Set(organisation.people.map((person) => person.managerEmployeeId));
  const managers = organisation.people
    .filter((person) => managing.has(person.employeeId))
    .map((person) => {
      const stream = random.fork(`manager ${person.employeeId}`);
      return drawManager(stream, person.employeeId, settingOf(person), framework);
    });
  return {
    managers: new Map(managers.map((truth) => [truth.employeeId, truth])),
    raters: new Map(
      organisation.people.map(({ employeeId }) => [
        employeeId,
        drawRater(random.fork(`rater ${employeeId}`)),
      ]),
    ),
  };
}
