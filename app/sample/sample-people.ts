import type { CyclePlan, PlannedCycle, PlannedParticipant } from "./cycles.ts";
import type { SampleOrganisation } from "./organisation.ts";
import { hrAdminTitle } from "./structure-shore.ts";
import type { ManagerTruth, SampleTruth } from "./truth.ts";

/** Employee ids of the four people whose sign-ins the demo prints. */
export type SamplePeople = {
  hrAdmin: string;
  managerWithReport: string;
  managerChoosingRaters: string;
  rater: string;
};

const waiting = new Set(["invited", "started"]);

/** Open requests by employee id, the person's own self-rating not counted. */
export function requestsWaiting(cycle: PlannedCycle): Map<string, number> {
  const requests = new Map<string, number>();
  for (const { raters } of cycle.participants) {
    for (const { employeeId, relationship, state } of raters) {
      if (relationship === "self" || !waiting.has(state)) continue;
      requests.set(employeeId, (requests.get(employeeId) ?? 0) + 1);
    }
  }
  return requests;
}

function answers({ raters }: PlannedParticipant, relationship: string): number {
  return raters.filter((rater) => rater.relationship === relationship && rater.state === "done")
    .length;
}

/**
 * Distance from the result we most want to show: managing near the right amount, leading too little,
 * one competency overdone, a self-image somewhat kinder than the others' view. Smaller is better.
 */
function distanceFromTypical(truth: ManagerTruth): number {
  const [first, second] = Object.values(truth.hats);
  const amounts = Object.values(truth.competencies).map((one) => one.amount);
  return (
    Math.abs((first?.amount ?? 0) - 0.15) +
    Math.abs((second?.amount ?? 0) + 0.55) +
    Math.abs(Math.max(...amounts) - 0.7) +
    0.5 * Math.abs(truth.selfBias - 0.8)
  );
}

function leastDistant(candidates: readonly string[], distance: (id: string) => number): string {
  const best = candidates.toSorted((a, b) => distance(a) - distance(b))[0];
  if (best === undefined) throw new RangeError("Nobody fits the part");
  return best;
}

/** A released participant in the second round, with every group large enough to show, and nothing else going on. */
function castReader(plan: CyclePlan, truth: SampleTruth, requests: Map<string, number>): string {
  const again = new Set(plan.nominating.participants.map((one) => one.employeeId));
  const before = new Set(plan.pilot.participants.map((one) => one.employeeId));
  const candidates = plan.released.participants.filter(
    (one) =>
      before.has(one.employeeId) &&
      !again.has(one.employeeId) &&
      !requests.has(one.employeeId) &&
      answers(one, "self") === 1 &&
      answers(one, "manager") === 1 &&
      answers(one, "peer") >= 3 &&
      answers(one, "direct_report") >= 3,
  );
  return leastDistant(
    candidates.map((one) => one.employeeId),
    (id) => {
      const own = truth.managers.get(id);
      return own === undefined ? Number.POSITIVE_INFINITY : distanceFromTypical(own);
    },
  );
}

/** Still choosing, for the first time, with a team of about five. */
function castChooser(
  organisation: SampleOrganisation,
  plan: CyclePlan,
  requests: Map<string, number>,
): string {
  const released = new Set(plan.released.participants.map((one) => one.employeeId));
  const candidates = plan.nominating.participants.filter(
    (one) => one.nomination === "open" && !released.has(one.employeeId),
  );
  const teamOf = (id: string) =>
    organisation.people.filter((person) => person.managerEmployeeId === id).length;
  return leastDistant(
    candidates.map((one) => one.employeeId),
    (id) => Math.abs(teamOf(id) - 5) + (requests.get(id) ?? 0),
  );
}

/** As near to four requests as there is, and preferably someone who is not rated in the same cycle. */
function castRater(plan: CyclePlan, requests: Map<string, number>, taken: Set<string>): string {
  const rated = new Set(plan.collecting.participants.map((one) => one.employeeId));
  return leastDistant(
    [...requests.keys()].filter((id) => !taken.has(id)),
    (id) => Math.abs((requests.get(id) ?? 0) - 4) + (rated.has(id) ? 0.5 : 0),
  );
}

/** Casts the four parts, four different people. Throws when the plan has nobody for one of them. */
export function samplePeople(
  organisation: SampleOrganisation,
  plan: CyclePlan,
  truth: SampleTruth,
): SamplePeople {
  const hrAdmin = organisation.people.find((person) => person.jobTitle === hrAdminTitle);
  if (hrAdmin === undefined) throw new RangeError("Nobody looks after people systems");
  const requests = requestsWaiting(plan.collecting);
  const managerWithReport = castReader(plan, truth, requests);
  const managerChoosingRaters = castChooser(organisation, plan, requests);
  const taken = new Set([hrAdmin.employeeId, managerWithReport, managerChoosingRaters]);
  const rater = castRater(plan, requests, taken);
  return { hrAdmin: hrAdmin.employeeId, managerWithReport, managerChoosingRaters, rater };
}
