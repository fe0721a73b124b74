import { type CoverChange, type CoverTable, chanceOfMeeting, whatIf } from "@twohats/psychometrics";
import { MEASURED_SPREAD } from "../counting-evidence.ts";

/** What might happen to a team, by who and what it is about. */
export type TeamChange =
  | { kind: "go"; person: string }
  /** Somebody from elsewhere joins, as they are known. */
  | { kind: "come"; person: string }
  /** Somebody is trained, or somebody new comes, with a level as a passed test would show it. */
  | { kind: "train"; person: string; competency: string; level: number }
  | { kind: "new"; competency: string; level: number };

/** So many changes at once, so that one still sees which of them does what. */
export const MOST_CHANGES = 8;

/** Reads changes as they stand in an address; what is none is left out. */
export function readChanges(texts: readonly string[]): TeamChange[] {
  return texts.slice(0, MOST_CHANGES).flatMap((text): TeamChange[] => {
    const [kind, ...rest] = text.split("~");
    const [first = "", second = "", third = ""] = rest;
    if ((kind === "go" || kind === "come") && first !== "") return [{ kind, person: first }];
    const level = Number(kind === "train" ? third : second);
    if (!Number.isInteger(level) || level < 1) return [];
    if (kind === "train" && second !== "")
      return [{ kind, person: first, competency: second, level }];
    return kind === "new" && first !== "" ? [{ kind, competency: first, level }] : [];
  });
}

/** A change as it stands in an address. */
export function writeChange(change: TeamChange): string {
  switch (change.kind) {
    case "go":
    case "come":
      return `${change.kind}~${change.person}`;
    case "train":
      return `train~${change.person}~${change.competency}~${change.level}`;
    default:
      return `new~${change.competency}~${change.level}`;
  }
}

type Numbers = {
  /** The row of somebody of the team. */
  person: (id: string) => number | undefined;
  competency: (id: string) => number | undefined;
  /** Somebody from elsewhere by their chances. */
  elsewhere: (id: string) => readonly number[] | undefined;
};

/** The chance that somebody meets a level once a passed test shows them on one. */
export function chanceAfter(level: number, needed: number): number {
  return chanceOfMeeting({ estimate: level, sd: MEASURED_SPREAD }, needed);
}

/**
 * Cover before and after changes to a team. `unknown` are changes that are about nobody of it or no competency: those
 * are left out. Training makes nobody less likely to be at level than they are.
 */
export function coverAfter(
  table: CoverTable,
  changes: readonly TeamChange[],
  numbers: Numbers,
  needed: number,
): { changed: ReturnType<typeof whatIf>; unknown: TeamChange[] } {
  const unknown: TeamChange[] = [];
  const gone = new Set<number>();
  const told = changes.flatMap((change): CoverChange[] => {
    const found = asNumbers(table, change, numbers, needed);
    const person = found && "person" in found ? found.person : null;
    if (!found || (person !== null && gone.has(person))) {
      unknown.push(change);
      return [];
    }
    if (found.kind === "remove") gone.add(found.person);
    return [found];
  });
  // That more or fewer are not assessed changes no cover.
  const changed = whatIf(table, told).filter(
    ({ before, after }) => before.mean !== after.mean || before.atLevel !== after.atLevel,
  );
  return { changed, unknown };
}

function asNumbers(
  { skills, chances, availability }: CoverTable,
  change: TeamChange,
  numbers: Numbers,
  needed: number,
): CoverChange | null {
  const there = availability?.[0] ?? 1;
  if (change.kind === "go") {
    const person = numbers.person(change.person);
    return person === undefined ? null : { kind: "remove", person };
  }
  if (change.kind === "come") {
    const own = numbers.elsewhere(change.person);
    return own === undefined ? null : { kind: "add", chances: own, availability: there };
  }
  const skill = numbers.competency(change.competency);
  if (skill === undefined) return null;
  const chance = chanceAfter(change.level, needed);
  if (change.kind === "new") {
    const own = new Array<number>(skills).fill(Number.NaN).with(skill, chance);
    return { kind: "add", chances: own, availability: there };
  }
  const person = numbers.person(change.person);
  if (person === undefined) return null;
  const before = chances[person * skills + skill] ?? Number.NaN;
  const after = Number.isNaN(before) ? chance : Math.max(before, chance);
  return { kind: "train", person, skill, chance: after };
}
