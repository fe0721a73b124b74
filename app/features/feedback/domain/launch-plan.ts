import { languageFor } from "~/features/rounds/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";

/** The letters of a cycle that people can count on, in the order in which they leave. */
export const plannedLetterKinds = ["nomination", "invitation", "report"] as const;

export type PlannedLetterKind = (typeof plannedLetterKinds)[number];

export type PlannedPerson = {
  id: string;
  name: string;
  email: string | null;
  language: string | null;
  active: boolean;
};

export type PlannedLetter = {
  kind: PlannedLetterKind;
  personId: string;
  name: string;
  /** Null: it can't be sent. Whoever can sign in is asked all the same. */
  address: string | null;
  /** People they are asked about, their own view included; 0 where a letter asks for none. */
  requests: number;
  /** BCP 47. */
  language: string;
  /** Calendar dates on which they are reminded as long as they have work left. */
  reminders: string[];
  left: boolean;
};

/** How many people each person is asked about. */
export type Requests = { personId: string; requests: number };

export type PlanSettings = {
  /** The day from which answers are taken. */
  opensOn: string;
  closesOn: string | null;
  reminderDays: readonly number[];
  /** The questionnaire's own language, and those that it and its letters are offered in. */
  own: string;
  offered: readonly string[];
};

type Languages = Pick<PlanSettings, "own" | "offered">;

/**
 * Who gets an invitation, about how many people, in which language, and when they are reminded. A launch sends exactly
 * these, and a dry run shows them. @throws when someone asked is not among the people given.
 */
export function plannedInvitations(
  settings: PlanSettings,
  requests: readonly Requests[],
  people: ReadonlyMap<string, PlannedPerson>,
): PlannedLetter[] {
  const reminders = reminderDates(settings);
  return requests.map((each) => ({
    ...letterTo("invitation", people.get(each.personId), settings),
    requests: each.requests,
    reminders,
  }));
}

/** One letter of a kind that asks for no answers, for each of these people. */
export function plannedLetters(
  kind: Exclude<PlannedLetterKind, "invitation">,
  languages: Languages,
  personIds: readonly string[],
  people: ReadonlyMap<string, PlannedPerson>,
): PlannedLetter[] {
  return personIds.map((id) => letterTo(kind, people.get(id), languages));
}

/** The days on which reminders go out: after the first day, and before or on the last. */
export function reminderDates({
  opensOn,
  closesOn,
  reminderDays,
}: Pick<PlanSettings, "opensOn" | "closesOn" | "reminderDays">): string[] {
  if (closesOn === null) return [];
  return reminderDays
    .map((days) => daysAfter(closesOn, -days))
    .filter((day) => day > opensOn)
    .sort();
}

function letterTo(
  kind: PlannedLetterKind,
  person: PlannedPerson | undefined,
  { own, offered }: Languages,
): PlannedLetter {
  if (!person) throw new Error("a letter to nobody");
  return {
    kind,
    personId: person.id,
    name: person.name,
    address: person.active ? person.email : null,
    requests: 0,
    language: languageFor(person.language, offered, own),
    reminders: [],
    left: !person.active,
  };
}
