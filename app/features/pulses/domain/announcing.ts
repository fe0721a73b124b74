import { daysAfter } from "~/platform/calendar/days.ts";

/** What somebody tells all who were asked about them, in this order: what they work on, thanks, what came of it. */
export const announcementSteps = ["announced", "thanked", "told"] as const;
export type AnnouncementStep = (typeof announcementSteps)[number];

/** The longest word to them. */
export const LONGEST_WORD = 1200;

/** Nobody gets more than one of these letters a week from the same person. */
const DAYS_BETWEEN = 7;

/** What was sent, and on which calendar date. */
export type SentStep = { step: AnnouncementStep; sentOn: string };

export type AnnouncementTurn =
  /** May be sent now. */
  | { kind: "now"; step: AnnouncementStep }
  /** From that date on. */
  | { kind: "later"; step: AnnouncementStep; from: string }
  /** All three were. */
  | { kind: "over" };

/** What of a report comes next; each is sent once. `today` is a calendar date. */
export function nextStep(sent: readonly SentStep[], today: string): AnnouncementTurn {
  const step = announcementSteps.find((each) => sent.every((other) => other.step !== each));
  if (!step) return { kind: "over" };
  const last = sent
    .map(({ sentOn }) => sentOn)
    .sort()
    .at(-1);
  const from = last === undefined ? today : daysAfter(last, DAYS_BETWEEN);
  return from <= today ? { kind: "now", step } : { kind: "later", step, from };
}

/**
 * The report whose announcement still owes something: thanks, or what came of it. It comes before that of any later
 * report, so that no promise is followed by another one.
 */
export function owedBy(sent: readonly (SentStep & { reportId: string })[]): string | null {
  const byReport = Map.groupBy(sent, ({ reportId }) => reportId);
  const owed = [...byReport].find(([, steps]) => steps.length < announcementSteps.length);
  return owed?.[0] ?? null;
}
