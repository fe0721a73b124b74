import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";
import { type RoundState, takesAnswers } from "./round.ts";

/** What calendars and clocks show where someone is; `off`: they are away or don't work that day. */
export type LocalMoment = { date: string; hour: number; off?: boolean };

export type ReminderRound = {
  id: string;
  state: RoundState;
  paused: boolean;
  opensOn: string | null;
  closesOn: string | null;
  /** So many days before the last one. */
  reminderDays: readonly number[];
  /** The day on which the organisation's last suspension ended; what was due by then is dropped. */
  quietUntil?: string | null;
};

/** What one person still has to do in one round. */
export type WorkLeft = {
  round: ReminderRound;
  left: number;
  /** They were asked only just now, so a reminder would be a nuisance. */
  justAsked: boolean;
};

/** A reminder that was sent; `sentOn` is the date where the person was. */
export type Reminded = { roundId: string; reason: string; sentOn: string };

export type ReminderPlan<Work extends WorkLeft = WorkLeft> = {
  /** Everything the one letter is about, what closes first coming first. */
  about: Work[];
  reasons: { roundId: string; reason: string }[];
};

const FROM_HOUR = 8;
const UNTIL_HOUR = 18;

/** Letters that nobody waits for leave between 8 and 18 o'clock, where their reader is. */
export function isDaytime({ hour }: LocalMoment): boolean {
  return hour >= FROM_HOUR && hour < UNTIL_HOUR;
}

/** The same, on a day on which their reader works and is not away. */
export function isReachable(local: LocalMoment): boolean {
  return isDaytime(local) && !local.off;
}

/** The hour from which reminders leave. */
export const firstHour: number = FROM_HOUR;

/**
 * Why a round's rater is to be reminded on a date; null when not. The last of the reminders whose day has come counts:
 * after a downtime the newest one is caught up with, and those before it are not sent any more. One whose day was the
 * launch, or before it, is none, nor one whose day passed while nobody could get in. A new closing date makes new
 * reminders.
 */
export function dueReason(round: ReminderRound, today: string): string | null {
  const { closesOn, opensOn, reminderDays, quietUntil = null } = round;
  if (closesOn === null || !takesAnswers(round, today)) return null;
  const left = daysBetween(today, closesOn);
  const come = reminderDays.filter((days) => days >= left);
  if (come.length === 0) return null;
  const days = Math.min(...come);
  const day = daysAfter(closesOn, -days);
  if (opensOn !== null && day <= opensOn) return null;
  if (quietUntil !== null && day <= quietUntil) return null;
  return `days-${days}-of-${closesOn}`;
}

/**
 * The reminder one person is to get now, about everything they have left; null when none is due. Never at night or
 * on a day off, never twice on one date, never twice for one reason, and only about what they can still answer.
 */
export function reminderDue<Work extends WorkLeft>(
  local: LocalMoment,
  work: readonly Work[],
  before: readonly Reminded[],
): ReminderPlan<Work> | null {
  const about = remindable(local, work, before);
  if (!about) return null;
  const reasons = about.flatMap(({ round, justAsked }) => {
    const reason = justAsked ? null : dueReason(round, local.date);
    const done = before.some((each) => each.roundId === round.id && each.reason === reason);
    return reason === null || done ? [] : [{ roundId: round.id, reason }];
  });
  return reasons.length > 0 ? { about, reasons } : null;
}

export type AskedReminder<Work extends WorkLeft> =
  | { when: "now"; plan: ReminderPlan<Work> }
  | { when: "in-the-morning" | "already" | "nothing-left" };

/** What comes of HR's wish to remind one person of one round now: at most one letter per date, none at night or off. */
export function reminderAsked<Work extends WorkLeft>(
  roundId: string,
  local: LocalMoment,
  work: readonly Work[],
  before: readonly Reminded[],
): AskedReminder<Work> {
  const open = answerable(local, work);
  if (!open.some(({ round }) => round.id === roundId)) return { when: "nothing-left" };
  return whenPossible(local, before, {
    about: open,
    reasons: [{ roundId, reason: `asked-${local.date}` }],
  });
}

/**
 * What is to leave instead of a reminder that was taken back, about whatever is left; `before` doesn't count that one.
 */
export function reminderInstead<Work extends WorkLeft>(
  local: LocalMoment,
  work: readonly Work[],
  before: readonly Reminded[],
): AskedReminder<Work> {
  const open = answerable(local, work);
  const [first] = open;
  if (!first) return { when: "nothing-left" };
  // What is due as well is done with this letter.
  const due = reminderDue(local, work, before)?.reasons ?? [];
  const instead = { roundId: first.round.id, reason: `instead-${local.date}` };
  return whenPossible(local, before, { about: open, reasons: [...due, instead] });
}

function whenPossible<Work extends WorkLeft>(
  local: LocalMoment,
  before: readonly Reminded[],
  plan: ReminderPlan<Work>,
): AskedReminder<Work> {
  if (wasReminded(local, before)) return { when: "already" };
  return isReachable(local) ? { when: "now", plan } : { when: "in-the-morning" };
}

/**
 * Why a list of raters is asked for again, two days before it should be done; null when it is not, or that day was by
 * `quietUntil`, when a suspension of the organisation ended.
 */
export function nominationReason(
  { nominateBy }: { nominateBy: string | null },
  local: LocalMoment,
  quietUntil: string | null = null,
): string | null {
  if (nominateBy === null || !isReachable(local)) return null;
  if (quietUntil !== null && daysAfter(nominateBy, -2) <= quietUntil) return null;
  const left = daysBetween(local.date, nominateBy);
  return left >= 0 && left <= 2 ? `nominate-2-of-${nominateBy}` : null;
}

function remindable<Work extends WorkLeft>(
  local: LocalMoment,
  work: readonly Work[],
  before: readonly Reminded[],
): Work[] | null {
  if (!isReachable(local) || wasReminded(local, before)) return null;
  const open = answerable(local, work);
  return open.length > 0 ? open : null;
}

/** Someone who went west may have been reminded on a date that has not come where they are now. */
export function wasReminded(local: LocalMoment, before: readonly Reminded[]): boolean {
  return before.some(({ sentOn }) => sentOn >= local.date);
}

function answerable<Work extends WorkLeft>(local: LocalMoment, work: readonly Work[]): Work[] {
  return work
    .filter(({ round, left }) => left > 0 && takesAnswers(round, local.date))
    .sort((a, b) => compareDates(a.round.closesOn, b.round.closesOn));
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
