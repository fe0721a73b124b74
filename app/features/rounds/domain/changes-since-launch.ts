import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { standsEmpty } from "./empty-place.ts";
import { smallGroups } from "./small-groups.ts";

/** Somebody of a round as they are now; dates are calendar dates. */
export type PersonNow = {
  id: string;
  name: string;
  /** Since when they are not here any more; null: they are, or since when is not known. */
  leftOn: string | null;
  here: boolean;
  /** The first day on which they will not be here any more, as far as it is known. */
  leavesOn: string | null;
  managerId: string | null;
  department: string | null;
  jobTitle: string | null;
};

/** Somebody whom a round is about, as they were written down at the launch. */
export type SubjectThen = {
  id: string;
  personId: string;
  managerId: string | null;
  department: string | null;
  jobTitle: string | null;
  /** Raters who count that a group of theirs needs. */
  minimum: number;
};

/** Somebody who is asked, or declined; whoever was taken off a list is none. */
export type AskedThen = {
  id: string;
  subjectId: string;
  personId: string;
  relationship: Relationship;
  declined: boolean;
  /** Whether they count towards a minimum. */
  counts: boolean;
  /** Whose place they took. */
  replaces: string | null;
};

export type LaunchFacts = {
  closesOn: string | null;
  paused: boolean;
  subjects: readonly SubjectThen[];
  asked: readonly AskedThen[];
  people: ReadonlyMap<string, PersonNow>;
  /** When somebody's address was changed by others since they were asked, and they have not confirmed it. */
  readdressed: ReadonlyMap<string, string>;
  /** Who was added since the launch, or given another manager. */
  moves: readonly {
    personId: string;
    managerThen: string | null;
    managerNow: string | null;
    here: boolean;
    on: string;
  }[];
};

/** One place of a rater: whom they were asked about, and what is left of the group without them. */
export type Place = {
  requestId: string;
  subjectId: string;
  subject: string;
  relationship: Relationship;
  /** How many of the group are still here and count, where a group needs a minimum, and how many it needs. */
  left: { here: number; needed: number; enough: boolean } | null;
  /** Who was asked in their place, and whether somebody can be. */
  standIn: string | null;
  free: boolean;
};

type About = { subjectId: string; subject: string };

/** What became of the people of a round since it was launched, by kind. */
export type SinceLaunch =
  | { kind: "rater-left"; on: string | null; person: string; places: Place[] }
  | { kind: "rater-leaves"; on: string; person: string; places: Place[] }
  | ({ kind: "subject-left"; on: string | null } & About)
  | ({ kind: "subject-leaves"; on: string } & About)
  | ({ kind: "new-manager"; on: null; from: string | null; to: string | null } & About)
  | ({ kind: "rater-now-manager"; on: null; person: string; as: Relationship } & About)
  | ({ kind: "no-report-now"; on: string; person: string } & About)
  | ({ kind: "moved"; on: null; fields: Moved[] } & About)
  | { kind: "readdressed"; on: string; person: string; places: Place[] }
  | ({ kind: "joined"; on: string; person: string } & About);

export type Moved = { field: "department" | "jobTitle"; from: string | null; to: string | null };

/**
 * Everything that happened to a round's people since it was launched and that its lists, groups and promises feel: who
 * left, moved, joined, has another manager or another address. It is worked out from who is asked and how people are
 * now, never from answers, so it tells nothing of who gave any. The newest first; what has no date comes last, by name.
 */
export function changesSinceLaunch(facts: LaunchFacts): SinceLaunch[] {
  const found = [
    ...peopleWhoLeft(facts),
    ...facts.subjects.flatMap((each) => ofSubject(facts, each)),
    ...readdressedRaters(facts),
    ...joiners(facts),
  ];
  return found.sort(
    (one, other) =>
      (other.on ?? "").localeCompare(one.on ?? "") || whom(one).localeCompare(whom(other)),
  );
}

const whom = (change: SinceLaunch) => ("person" in change ? change.person : change.subject);

/** People who left, or will before the round closes: each once as a rater, with all their places. */
function peopleWhoLeft(facts: LaunchFacts): SinceLaunch[] {
  const asked = Map.groupBy(
    facts.asked.filter((each) => each.relationship !== "self" && !each.declined),
    (each) => each.personId,
  );
  return [...asked].flatMap(([personId, own]): SinceLaunch[] => {
    const person = facts.people.get(personId);
    if (!person) return [];
    const places = () => own.flatMap((each) => placeOf(facts, each));
    if (!person.here)
      return [{ kind: "rater-left", on: person.leftOn, person: person.name, places: places() }];
    if (!leavesBeforeClosing(facts, person)) return [];
    return [{ kind: "rater-leaves", on: person.leavesOn, person: person.name, places: places() }];
  });
}

function ofSubject(facts: LaunchFacts, then: SubjectThen): SinceLaunch[] {
  const now = facts.people.get(then.personId);
  if (!now) return [];
  const about = { subjectId: then.id, subject: now.name };
  if (!now.here) return [{ kind: "subject-left", on: now.leftOn, ...about }];
  const fields = (["department", "jobTitle"] as const).flatMap((field): Moved[] =>
    now[field] === then[field] ? [] : [{ field, from: then[field], to: now[field] }],
  );
  return [
    ...(leavesBeforeClosing(facts, now)
      ? [{ kind: "subject-leaves" as const, on: now.leavesOn, ...about }]
      : []),
    ...newManager(facts, then, now).map((change) => ({ ...change, ...about })),
    ...noReportsNow(facts, then).map((found) => ({
      ...{ kind: "no-report-now" as const, ...found },
      ...about,
    })),
    ...(fields.length > 0 ? [{ kind: "moved" as const, on: null, fields, ...about }] : []),
  ];
}

function newManager({ people, asked }: LaunchFacts, then: SubjectThen, now: PersonNow) {
  if (now.managerId === then.managerId) return [];
  const to = now.managerId && people.get(now.managerId);
  const from = then.managerId && people.get(then.managerId);
  const rates = asked.find(
    (each) =>
      each.subjectId === then.id &&
      each.personId === now.managerId &&
      each.relationship !== "manager" &&
      !each.declined,
  );
  if (to && rates)
    return [
      {
        ...{ kind: "rater-now-manager" as const, on: null },
        ...{ person: to.name, as: rates.relationship },
      },
    ];
  return [
    {
      ...{ kind: "new-manager" as const, on: null },
      ...{ from: from ? from.name : null, to: to ? to.name : null },
    },
  ];
}

/** Who is asked as a direct report, was one at the launch, and reports to somebody else now. */
function noReportsNow({ people, asked, moves }: LaunchFacts, then: SubjectThen) {
  return moves.flatMap(({ personId, managerThen, managerNow, here, on }) => {
    const rates = asked.some(
      (each) =>
        each.subjectId === then.id &&
        each.personId === personId &&
        each.relationship === "direct_report" &&
        !each.declined,
    );
    const person = people.get(personId)?.name;
    const left = managerThen === then.personId && managerNow !== then.personId;
    return rates && left && here && person !== undefined ? [{ person, on }] : [];
  });
}

function readdressedRaters(facts: LaunchFacts): SinceLaunch[] {
  return [...facts.readdressed].flatMap(([personId, on]): SinceLaunch[] => {
    const person = facts.people.get(personId);
    const places = facts.asked
      .filter((each) => each.personId === personId && each.relationship !== "self")
      .flatMap((each) => placeOf(facts, each));
    return person?.here && places.length > 0
      ? [{ kind: "readdressed", on, person: person.name, places }]
      : [];
  });
}

/** Who reports to a subject now, did not at the launch, and is not on their list. */
function joiners({ moves, subjects, people, asked }: LaunchFacts): SinceLaunch[] {
  return moves.flatMap(({ personId, managerThen, managerNow, here, on }): SinceLaunch[] => {
    const person = people.get(personId)?.name;
    const then = subjects.find((each) => each.personId === managerNow);
    const subject = then && people.get(then.personId)?.name;
    if (!then || person === undefined || subject === undefined) return [];
    const known = asked.some((each) => each.subjectId === then.id && each.personId === personId);
    if (known || !here || managerThen === managerNow) return [];
    return [{ kind: "joined", on, person, subjectId: then.id, subject }];
  });
}

function leavesBeforeClosing(
  { closesOn }: LaunchFacts,
  person: PersonNow,
): person is PersonNow & { leavesOn: string } {
  const { leavesOn } = person;
  return leavesOn !== null && (closesOn === null || leavesOn <= closesOn);
}

function placeOf(facts: LaunchFacts, own: AskedThen): Place[] {
  const then = facts.subjects.find((each) => each.id === own.subjectId);
  const subject = then && facts.people.get(then.personId);
  if (!then || !subject) return [];
  const { relationship } = own;
  const group = facts.asked.filter(
    (each) => each.subjectId === then.id && each.relationship === relationship && !each.declined,
  );
  const here = group.filter((each) => stays(facts, each) && each.counts).length;
  const needsMinimum =
    smallGroups([{ relationship, asked: group.length, counting: 0 }], then.minimum).length > 0;
  const standIn = facts.asked.find((each) => each.replaces === own.id);
  const gone = facts.people.get(own.personId)?.here === false;
  return [
    {
      ...{ requestId: own.id, subjectId: then.id, subject: subject.name },
      relationship,
      left: needsMinimum ? { here, needed: then.minimum, enough: here >= then.minimum } : null,
      standIn: (standIn && facts.people.get(standIn.personId)?.name) ?? null,
      free:
        !facts.paused &&
        standsEmpty({
          relationship,
          declined: own.declined,
          gone,
          replaced: standIn !== undefined,
        }),
    },
  ];
}

/** Still here until the round closes. */
function stays(facts: LaunchFacts, { personId }: AskedThen): boolean {
  const person = facts.people.get(personId);
  return person?.here === true && !leavesBeforeClosing(facts, person);
}
