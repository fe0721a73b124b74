import type { SampleOrganisation, SamplePerson } from "./organisation.ts";
import { chooseOthers, choosePeers, type Reporting, reportingOf } from "./peers.ts";
import { createRandom, type Random } from "./random.ts";
import type { Relationship } from "./truth.ts";

/** `ended`: asked, but the cycle closed before an answer came. */
export type RaterState = "chosen" | "invited" | "started" | "done" | "ended";

export type PlannedRater = {
  employeeId: string;
  relationship: Relationship;
  state: RaterState;
};

export type PlannedParticipant = {
  employeeId: string;
  /** `open`: still choosing; only self, manager and direct reports stand, as the org tree suggests. */
  nomination: "open" | "submitted";
  raters: readonly PlannedRater[];
};

export type PlannedCycle = {
  name: string;
  /** Its place in the plan; names the random streams of its answers. */
  key: keyof CyclePlan;
  state: "released" | "collecting" | "nominating";
  /** Days from today, below 0 in the past. */
  nominateByDay: number;
  opensOnDay: number;
  closesOnDay: number;
  participants: readonly PlannedParticipant[];
};

export type CyclePlan = {
  /** A year before the released round, with some of the same managers as they were then. */
  pilot: PlannedCycle;
  released: PlannedCycle;
  collecting: PlannedCycle;
  nominating: PlannedCycle;
};

const counts = { pilot: 18, released: 40, collecting: 14, nominating: 10 } as const;

/** Nobody is asked to be a peer or an other more often than this in one cycle. */
const mostRequests = 6;

type Chosen = { employeeId: string; relationship: Relationship };

/** Self, manager and direct reports: those whom the org tree suggests. */
function fromTree(reporting: Reporting, person: SamplePerson): Chosen[] {
  const manager = reporting.managerOf(person);
  return [
    { employeeId: person.employeeId, relationship: "self" },
    ...(manager ? [{ employeeId: manager.employeeId, relationship: "manager" } as const] : []),
    ...reporting
      .reportsOf(person)
      .map(({ employeeId }) => ({ employeeId, relationship: "direct_report" }) as const),
  ];
}

function withPeers(
  random: Random,
  reporting: Reporting,
  person: SamplePerson,
  requests: Map<string, number>,
): Chosen[] {
  const tree = fromTree(reporting, person);
  const count = random.weighted([
    [3, 15],
    [4, 30],
    [5, 30],
    [6, 17],
    [7, 8],
  ]);
  const isFull = (other: SamplePerson) => (requests.get(other.employeeId) ?? 0) >= mostRequests;
  const peers = choosePeers(random, reporting, person, count, isFull);
  const wanted = random.chance(0.3) ? 1 + random.integer(4) : 0;
  const others = chooseOthers(random, reporting, person, wanted).filter(
    (other) => !peers.includes(other) && !isFull(other),
  );
  for (const { employeeId } of [...peers, ...others]) {
    requests.set(employeeId, (requests.get(employeeId) ?? 0) + 1);
  }
  return [
    ...tree,
    ...peers.map(({ employeeId }) => ({ employeeId, relationship: "peer" }) as const),
    ...others.map(({ employeeId }) => ({ employeeId, relationship: "other" }) as const),
  ];
}

type Answering = (random: Random, relationship: Relationship, person: string) => RaterState;

function planParticipants(
  random: Random,
  reporting: Reporting,
  people: readonly SamplePerson[],
  answering: Answering,
): PlannedParticipant[] {
  const requests = new Map<string, number>();
  return people.map((person) => ({
    employeeId: person.employeeId,
    nomination: "submitted",
    raters: withPeers(random, reporting, person, requests).map((rater) => ({
      ...rater,
      state: answering(random, rater.relationship, rater.employeeId),
    })),
  }));
}

const finalRate: Record<Relationship, number> = {
  self: 0.97,
  manager: 0.95,
  peer: 0.86,
  direct_report: 0.85,
  other: 0.72,
};

/** Before the end about 45 % have answered; some people answer everything at once, some wait. */
function halfway(habits: Random): Answering {
  return (random, relationship, person) => {
    const diligence = habits.fork(person).uniform();
    const done = relationship === "self" ? 0.65 : 0.16 + 0.62 * diligence;
    if (random.chance(done)) return "done";
    return random.chance(0.12) ? "started" : "invited";
  };
}

/** In turn: two have submitted their raters, one has begun to choose, two have not. */
function planNominating(
  random: Random,
  reporting: Reporting,
  people: readonly SamplePerson[],
): PlannedParticipant[] {
  const requests = new Map<string, number>();
  return people.map((person, index) => {
    const stage = index % 5;
    const chosen = stage < 3 ? withPeers(random, reporting, person, requests) : [];
    const begun = chosen.filter(({ relationship }) => relationship === "peer").slice(0, 2);
    const raters = stage < 2 ? chosen : [...fromTree(reporting, person), ...begun];
    return {
      employeeId: person.employeeId,
      nomination: stage < 2 ? "submitted" : "open",
      raters: raters.map((rater) => ({ ...rater, state: "chosen" })),
    };
  });
}

const shipOfficer = /^(Master|Chief officer|Chief purser|Chief engineer),/;

type Groups = Record<PlannedCycle["state"], SamplePerson[]>;

/**
 * Ships' officers are collecting; 40 of the other managers have had their report, most likely those
 * with larger teams; the rest are choosing raters together with some who go round again.
 */
function divideManagers(random: Random, reporting: Reporting): Groups {
  const managers = reporting.people.filter((person) => reporting.reportsOf(person).length > 0);
  const officers = managers.filter((person) => shipOfficer.test(person.jobTitle));
  const collecting = random.shuffle(officers).slice(0, counts.collecting);
  const others = managers.filter((person) => !collecting.includes(person));
  const priority = new Map(
    others.map((person) => [person, reporting.reportsOf(person).length + random.normal(0, 1.5)]),
  );
  const ranked = [...others].sort((a, b) => (priority.get(b) ?? 0) - (priority.get(a) ?? 0));
  const released = ranked.slice(0, counts.released);
  const newcomers = ranked.slice(counts.released);
  const again = random.shuffle(released.filter((person) => person.managerEmployeeId !== null));
  const nominating = [...newcomers, ...again].slice(0, counts.nominating);
  return { released, collecting, nominating };
}

/**
 * Plans Harbourline's four cycles: a pilot of a year before, one released, one collecting answers, one choosing raters.
 */
export function planCycles(seed: number | string, organisation: SampleOrganisation): CyclePlan {
  const random = createRandom(seed).fork("cycles");
  const reporting = reportingOf(organisation);
  const groups = divideManagers(random.fork("groups"), reporting);
  const closed: Answering = (draw, relationship) =>
    draw.chance(finalRate[relationship]) ? "done" : "ended";
  const pilot = random.fork("pilot group").shuffle(groups.released).slice(0, counts.pilot);
  return {
    pilot: {
      name: "Managers 360: pilot",
      key: "pilot",
      state: "released",
      nominateByDay: -555,
      opensOnDay: -548,
      closesOnDay: -527,
      participants: planParticipants(random.fork("pilot"), reporting, pilot, closed),
    },
    released: {
      name: "Managers 360: first round",
      key: "released",
      state: "released",
      nominateByDay: -190,
      opensOnDay: -183,
      closesOnDay: -162,
      participants: planParticipants(random.fork("released"), reporting, groups.released, closed),
    },
    collecting: {
      name: "Ships’ officers 360",
      key: "collecting",
      state: "collecting",
      nominateByDay: -16,
      opensOnDay: -9,
      closesOnDay: 12,
      participants: planParticipants(
        random.fork("collecting"),
        reporting,
        groups.collecting,
        halfway(random.fork("diligence")),
      ),
    },
    nominating: {
      name: "Managers 360: next round",
      key: "nominating",
      state: "nominating",
      nominateByDay: 8,
      opensOnDay: 15,
      closesOnDay: 36,
      participants: planNominating(random.fork("nominating"), reporting, groups.nominating),
    },
  };
}
