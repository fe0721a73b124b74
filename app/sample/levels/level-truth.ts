import type { SampleOrganisation } from "../organisation.ts";
import { createRandom } from "../random.ts";
import type { SampleTruth, TruthCompetency } from "../truth.ts";

/** What of a ship's or an engine room's crew is known, by the names of competencies in the newest version. */
export const seamanship = [
  "Mooring",
  "Lookout",
  "Keeping the log",
  "Boarding",
  "Calming people",
  "Fighting fire",
  "Mustering",
] as const;
export const engineRoom = ["Engine rounds", "Saving fuel", "Pumps and valves"] as const;

/** On which level somebody really is in a competency, on the unbounded scale that estimates go by, on a day. */
export type LevelTruth = (employeeId: string, competency: string, day: number) => number;

const DAYS_IN_YEAR = 365;

/**
 * The levels that assessments of the sample are drawn from: around the middle of five levels with an sd of one, or of
 * four; who is skilled in a competency by what the 360s are drawn from is on a high level of it. People have become a
 * little better each year.
 */
export function levelTruth(
  seed: number | string,
  organisation: SampleOrganisation,
  truth: SampleTruth,
  framework: readonly TruthCompetency[],
): LevelTruth {
  const random = createRandom(seed).fork("levels");
  const people = new Map(
    organisation.people.map(({ employeeId }) => {
      const stream = random.fork(employeeId);
      const growth = Math.max(0, stream.normal(0.2, 0.15));
      const general = stream.normal(0, 0.6);
      const own = (middle: number) => middle + general + stream.normal(0, 0.8);
      const skills = truth.managers.get(employeeId)?.competencies;
      const levels = new Map<string, number>([
        ...framework.map(({ key }): [string, number] => {
          const drawn = own(2.8);
          const skill = skills?.[key]?.skill;
          return [key, skill === undefined ? drawn : 3 + 0.87 * skill];
        }),
        ...[...seamanship, ...engineRoom].map((name): [string, number] => [name, own(2.4)]),
      ]);
      return [employeeId, { growth, levels }] as const;
    }),
  );
  return (employeeId, competency, day) => {
    const person = people.get(employeeId);
    const level = person?.levels.get(competency);
    if (!person || level === undefined) throw new Error(`nobody knows ${competency}`);
    return level + (person.growth * day) / DAYS_IN_YEAR;
  };
}
