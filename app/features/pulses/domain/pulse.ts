import type { RoundState } from "~/features/rounds/domain/index.ts";
import { daysAfter, daysBetween } from "~/platform/calendar/days.ts";

/** Days after a report could be read on which the same people may be asked again. */
export const pulseDays = [30, 90] as const;
export type PulseDay = (typeof pulseDays)[number];

/** After so many days a report is too old to be asked about once more: then the next round is nearer. */
const LAST_DAY = 365;
/** So long raters have time. */
const OPEN_DAYS = 10;
/** So many days before the end whoever has not answered is reminded, once. */
export const REMINDED_BEFORE = 3;
/** No figure of a pulse rests on fewer answers, whatever its round promised. */
export const LEAST_ANSWERS = 5;

export type PulseState = "collecting" | "closing" | "done" | "called-off";

/** How the state of a round is shown to whoever asked for it: what is counted is done. */
export function stateShown(state: RoundState): PulseState {
  if (state === "collecting" || state === "closing" || state === "called-off") return state;
  return "done";
}

/** What of a pulse decides whether another one may follow. */
export type PulseAsked = { day: PulseDay; state: PulseState };

export type PulseTurn =
  /** May be asked now. */
  | { kind: "now"; day: PulseDay }
  /** From that date on. */
  | { kind: "later"; day: PulseDay; from: string }
  /** One is being answered. */
  | { kind: "running"; day: PulseDay }
  /** Both were asked, or the report is too old. */
  | { kind: "over" };

/**
 * Which pulse of a report comes next. Each is asked once; one that was called off counts as not asked. Whoever comes
 * late for the first asks the second.
 * @param readSince the calendar date on which the report could be read first; `today` is one too.
 */
export function nextPulse(
  readSince: string,
  today: string,
  pulses: readonly PulseAsked[],
): PulseTurn {
  const running = pulses.find(({ state }) => state === "collecting" || state === "closing");
  if (running) return { kind: "running", day: running.day };
  const done = pulses.filter(({ state }) => state === "done").map(({ day }) => day);
  const latest = Math.max(0, ...done);
  const age = daysBetween(readSince, today);
  const [first, second] = pulseDays;
  const next = latest >= second ? null : latest >= first || age >= second ? second : first;
  if (next === null || age > LAST_DAY) return { kind: "over" };
  return age >= next
    ? { kind: "now", day: next }
    : { kind: "later", day: next, from: daysAfter(readSince, next) };
}

/** The last day on which a pulse takes answers, as a calendar date. */
export function closesOnFrom(today: string): string {
  return daysAfter(today, OPEN_DAYS);
}
