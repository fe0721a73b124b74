import type { SampleOrganisation, SamplePerson } from "./organisation.ts";
import type { Random } from "./random.ts";

/** Who reports to whom, both ways. */
export type Reporting = {
  people: readonly SamplePerson[];
  personOf(employeeId: string): SamplePerson;
  managerOf(person: SamplePerson): SamplePerson | null;
  reportsOf(person: SamplePerson): readonly SamplePerson[];
};

/** Indexes the tree. Throws on an employee id that is not in the organisation. */
export function reportingOf({ people }: SampleOrganisation): Reporting {
  const byId = new Map(people.map((person) => [person.employeeId, person]));
  const personOf = (employeeId: string) => {
    const person = byId.get(employeeId);
    if (person === undefined) throw new RangeError(`No person ${employeeId}`);
    return person;
  };
  const reports = Map.groupBy(people, (person) => person.managerEmployeeId);
  return {
    people,
    personOf,
    managerOf: ({ managerEmployeeId }) =>
      managerEmployeeId === null ? null : personOf(managerEmployeeId),
    reportsOf: ({ employeeId }) => reports.get(employeeId) ?? [],
  };
}

/**
 * How closely two people work together. Peers share a level or a department; sharing the manager,
 * the department or the place brings them closer. 0 for the person, their manager and their reports.
 */
export function connectedness(person: SamplePerson, other: SamplePerson): number {
  const together =
    other.employeeId === person.employeeId ||
    other.employeeId === person.managerEmployeeId ||
    other.managerEmployeeId === person.employeeId;
  if (together) return 0;
  const sameLevel = other.level === person.level;
  const sameDepartment = other.department === person.department;
  if (!sameLevel && !sameDepartment) return 0;
  // People of a much lower rank are not asked as peers.
  if (!sameLevel && other.level === "Staff" && other.managerEmployeeId !== person.managerEmployeeId)
    return 0;
  let weight = sameLevel ? 1 : 0.5;
  if (other.managerEmployeeId === person.managerEmployeeId) weight += 6;
  if (sameDepartment) weight += 1.5;
  if (other.location === person.location) weight += 1.5;
  return weight;
}

/** Draws peers without replacement in proportion to connectedness; full diaries are passed over. */
export function choosePeers(
  random: Random,
  reporting: Reporting,
  person: SamplePerson,
  count: number,
  isFull: (other: SamplePerson) => boolean,
): SamplePerson[] {
  const chosen: SamplePerson[] = [];
  while (chosen.length < count) {
    const entries = reporting.people
      .filter((other) => !chosen.includes(other) && !isFull(other))
      .map((other) => [other, connectedness(person, other)] as const);
    if (!entries.some(([, weight]) => weight > 0)) break;
    chosen.push(random.weighted(entries));
  }
  return chosen;
}

/** Up to `count` people further away who still meet the participant: the reports of their reports. */
export function chooseOthers(
  random: Random,
  reporting: Reporting,
  person: SamplePerson,
  count: number,
): SamplePerson[] {
  const below = reporting.reportsOf(person).flatMap((report) => reporting.reportsOf(report));
  return random.shuffle(below).slice(0, count);
}
