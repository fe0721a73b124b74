import type { SampleOrganisation, SamplePerson } from "../organisation.ts";
import { createRandom } from "../random.ts";
import { aboard, isEngineer, isOneOf } from "./plan-talks.ts";

export type SampleCertificate = {
  employeeId: string;
  framework: "Seamanship" | "Engine room";
  competency: string;
  title: string;
  level: number;
  /** Days from today: since when, and the last day. */
  since: number;
  until: number;
};

const COURSES = [
  { title: "Basic safety training", competency: "Mustering", level: 2, who: isAboard, years: 5 },
  {
    title: "Advanced fire fighting",
    competency: "Fighting fire",
    level: 3,
    who: isOfficer,
    years: 5,
  },
  { title: "Crowd management", competency: "Calming people", level: 3, who: isCabin, years: 5 },
  { title: "Refrigerants", competency: "Pumps and valves", level: 2, who: isEngineer, years: 3 },
] as const;

function isAboard(person: SamplePerson): boolean {
  return aboard(person).length > 0;
}
function isOfficer(person: SamplePerson): boolean {
  return isOneOf(person, ["Master", "Chief officer", "Second officer", "Third officer", "Bosun"]);
}
function isCabin(person: SamplePerson): boolean {
  return isOneOf(person, ["Chief purser", "Purser", "Steward"]);
}

const DAYS_IN_YEAR = 365;

/** What people at sea hold: each for some years; every twelfth ran out since, every eighth does in the next 90 days. */
export function planCertificates(
  seed: number | string,
  organisation: SampleOrganisation,
): SampleCertificate[] {
  const random = createRandom(seed).fork("certificates");
  return COURSES.flatMap(({ title, competency, level, who, years }) =>
    organisation.people.filter(who).map((person): SampleCertificate => {
      const { employeeId } = person;
      const stream = random.fork(`${title} ${employeeId}`);
      const good = years * DAYS_IN_YEAR;
      const drawn = stream.uniform();
      const until =
        drawn < 1 / 12
          ? -1 - stream.integer(120)
          : drawn < 1 / 12 + 1 / 8
            ? 4 + stream.integer(85)
            : 91 + stream.integer(good - 200);
      const framework = title === "Refrigerants" ? "Engine room" : "Seamanship";
      return { employeeId, framework, competency, title, level, since: until - good, until };
    }),
  );
}
