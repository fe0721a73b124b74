import { harbourline } from "./harbourline.ts";
import {
  addressPart,
  type Country,
  drawName,
  drawPreferredName,
  type PersonName,
} from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import type { Department, Level, Place, Unit } from "./structure.ts";

export type SamplePerson = {
  /** HL-0001 joined first. */
  employeeId: string;
  givenName: string;
  familyName: string;
  preferredName: string | null;
  email: string;
  jobTitle: string;
  level: Level;
  department: Department;
  division: string;
  country: Country;
  location: Place;
  /** BCP 47: en, nb or pt. */
  language: string;
  /** IANA name. */
  timezone: string;
  employmentType: string;
  /** YYYY-MM-DD. */
  startDate: string;
  /** Null for the chief executive alone. */
  managerEmployeeId: string | null;
};

/** Listed from the top down: every person comes after their manager. */
export type SampleOrganisation = {
  name: string;
  emailDomain: string;
  people: readonly SamplePerson[];
};

/** The seed of the sample that `twohats demo` loads: its four sign-ins have telling results. */
export const sampleSeed = 2398;

const emailDomain = "harbourline.example";

const places: Record<Place, { country: Country; timezone: string; language: string }> = {
  Bergen: { country: "Norway", timezone: "Europe/Oslo", language: "nb" },
  Stavanger: { country: "Norway", timezone: "Europe/Oslo", language: "nb" },
  Dublin: { country: "Ireland", timezone: "Europe/Dublin", language: "en" },
  Rosslare: { country: "Ireland", timezone: "Europe/Dublin", language: "en" },
  Lisbon: { country: "Portugal", timezone: "Europe/Lisbon", language: "pt" },
  Funchal: { country: "Portugal", timezone: "Atlantic/Madeira", language: "pt" },
};

type Post = {
  title: string;
  level: Level;
  place: Place;
  unit: Unit;
  manager: number | null;
};

function listPosts(unit: Unit, manager: number | null, posts: Post[]): Post[] {
  const own = posts.length;
  posts.push({ title: unit.title, level: unit.level, place: unit.place, unit, manager });
  for (const staff of unit.staff) {
    for (let count = 0; count < staff.count; count += 1) {
      posts.push({ title: staff.title, level: "Staff", place: staff.place, unit, manager: own });
    }
  }
  for (const child of unit.units) listPosts(child, own, posts);
  return posts;
}

const meanYearsOfService: Record<Level, number> = {
  Executive: 11,
  "Senior manager": 12,
  Manager: 10,
  "Team leader": 8,
  Staff: 5,
};

const yearInMilliseconds = 365.25 * 86_400_000;
const today = Date.UTC(2026, 9, 1);

/**
 * Years of service: exponential around the level's mean, at most 33. Managers have been there for
 * 18 months at least, long enough to be rated.
 */
function drawYears(random: Random, post: Post): number {
  if (isInTraining(post)) return 0.2 + 2 * random.uniform();
  const least = post.level === "Staff" ? 0.2 : 1.5;
  return Math.min(33, least - Math.log(1 - random.uniform()) * meanYearsOfService[post.level]);
}

/** Contracts start on the first or the fifteenth. */
function startDate(random: Random, years: number): string {
  const date = new Date(today - years * yearInMilliseconds);
  return `${date.toISOString().slice(0, 8)}${random.chance(0.7) ? "01" : "15"}`;
}

function isInTraining(post: Post): boolean {
  return post.title.startsWith("Apprentice") || post.title.endsWith("cadet");
}

function drawEmploymentType(random: Random, post: Post, years: number): string {
  if (isInTraining(post)) return "Apprentice";
  if (post.level !== "Staff") return "Full-time";
  return random.weighted([
    ["Full-time", 72],
    ["Part-time", 13],
    ["Fixed-term", years < 3 ? 15 : 0],
    ["Seasonal", years < 6 ? 8 : 0],
  ]);
}

type Draft = Omit<SamplePerson, "employeeId" | "managerEmployeeId">;

function addressOf(name: PersonName): string {
  return `${addressPart(name.latinGiven)}.${addressPart(name.latinFamily)}@${emailDomain}`;
}

function drawPerson(random: Random, post: Post, taken: Set<string>): Draft {
  const { country, timezone, language } = places[post.place];
  const years = drawYears(random, post);
  let name = drawName(random, country);
  while (taken.has(addressOf(name))) name = drawName(random, country);
  taken.add(addressOf(name));
  return {
    givenName: name.given,
    familyName: name.family,
    preferredName: drawPreferredName(random, name),
    email: addressOf(name),
    jobTitle: post.title,
    level: post.level,
    department: post.unit.department,
    division: post.unit.division,
    country,
    location: post.place,
    language: random.chance(0.88) ? language : "en",
    timezone,
    employmentType: drawEmploymentType(random, post, years),
    startDate: startDate(random, years),
  };
}

/** Numbers people in the order they joined. */
function employeeIds(drafts: readonly Draft[]): string[] {
  const order = drafts
    .map((draft, index) => ({ startDate: draft.startDate, index }))
    .sort((a, b) => a.startDate.localeCompare(b.startDate) || a.index - b.index);
  const ids: string[] = new Array(drafts.length).fill("");
  order.forEach(({ index }, rank) => {
    ids[index] = `HL-${String(rank + 1).padStart(4, "0")}`;
  });
  return ids;
}

/** Harbourline, a ferry company of 240 people. The posts are fixed, the people come from the seed. */
export function generateOrganisation(seed: number | string): SampleOrganisation {
  const random = createRandom(seed).fork("people");
  const posts = listPosts(harbourline, null, []);
  const taken = new Set<string>();
  const drafts = posts.map((post) => drawPerson(random, post, taken));
  const ids = employeeIds(drafts);
  const people = posts.map((post, index) => ({
    ...(drafts[index] as Draft),
    employeeId: ids[index] ?? "",
    managerEmployeeId: post.manager === null ? null : (ids[post.manager] ?? null),
  }));
  return { name: "Harbourline", emailDomain, people };
}
