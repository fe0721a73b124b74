import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  MOST_WEEKS_SHOWN,
  mondayOf,
  type TimeHat,
  type TimeKind,
  type TimeReading,
  timeHats,
  usualWeeks,
  weeksAsked,
} from "../domain/time/time.ts";
import { type TimeBalance, timeBalance } from "../domain/time/time-balance.ts";
import { type OwnTime, timeOf } from "./time-store.server.ts";
import type { Ticking } from "./work-on-time.server.ts";

/** What meetings were called, with how long they took in the weeks shown. */
export type ShownKind = Pick<TimeKind, "id" | "series" | "title" | "hat"> & {
  minutes: number;
  meetings: number;
};

export type TimePage = {
  balance: TimeBalance;
  /** Titles to be put to a hat, and those that are; what takes most time first. */
  open: ShownKind[];
  put: ShownKind[];
  reading: TimeReading | null;
  /** How many weeks there are besides those shown. */
  older: number;
  today: string;
};

const NOTHING: OwnTime = { kinds: [], weeks: [], reading: null };

/** Where the time of whoever asks went, in their latest weeks. */
export function timePage(platform: Ticking, actor: Actor): Promise<TimePage> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const own = actor.personId ? await timeOf(tx, actor, actor.personId) : NOTHING;
    const weeks = own.weeks.slice(0, MOST_WEEKS_SHOWN);
    const spent = Map.groupBy(
      weeks.flatMap((week) => week.spent),
      ({ kindId }) => kindId,
    );
    const kinds = own.kinds
      .flatMap((kind) => {
        const each = spent.get(kind.id);
        if (!each) return [];
        const minutes = each.reduce((sum, one) => sum + one.minutes, 0);
        return [{ ...kind, minutes, meetings: each.reduce((sum, one) => sum + one.meetings, 0) }];
      })
      .sort((one, other) => other.minutes - one.minutes);
    return {
      balance: timeBalance(weeks, own.kinds),
      open: kinds.filter(({ hat }) => hat === null),
      put: kinds.filter(({ hat }) => hat !== null),
      ...{ reading: own.reading, older: own.weeks.length - weeks.length, today },
    };
  });
}

export type WeekFormPage = {
  start: Record<"weekOn" | TimeHat, string>;
  /** Which week the form shows, and the revision it stands in; 0 for one that there is not. */
  seen: { weekOn: string | null; revision: number };
  /** Whether it was read from a calendar, and would be no more. */
  isFromCalendar: boolean;
};

/** The form of a week of whoever asks: the one that a day lies in, else the last that is over. */
export function weekFormPage(
  platform: Ticking,
  actor: Actor,
  on: string | null,
): Promise<WeekFormPage> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const own = actor.personId ? await timeOf(tx, actor, actor.personId) : NOTHING;
    const asked = weeksAsked.shape.from.safeParse(on);
    const weekOn = asked.success ? mondayOf(asked.data) : null;
    const before = own.weeks.find((week) => week.weekOn === weekOn);
    const hours = (hat: TimeHat) =>
      before?.source === "hand" ? String(Math.round((100 * before[hat]) / 60) / 100) : "";
    const [managing, leading, neither] = timeHats.map(hours);
    return {
      start: {
        weekOn: weekOn ?? mondayOf(today),
        ...{ managing: managing ?? "", leading: leading ?? "", neither: neither ?? "" },
      },
      seen: { weekOn, revision: before?.revision ?? 0 },
      isFromCalendar: before?.source === "calendar",
    };
  });
}

/** Which weeks of a calendar are asked for, and whether they can be; the last four that are over unless others are. */
export function calendarFormPage(
  platform: Ticking,
  actor: Actor,
  asked: URLSearchParams,
): Promise<{ from: string; weeks: number; isUnclear: boolean }> {
  return inOrganisation(platform, actor, async (tx) => {
    const usual = usualWeeks(await todayWhere(platform, tx, actor));
    if (!asked.has("from") && !asked.has("weeks")) return { ...usual, isUnclear: false };
    const read = weeksAsked.safeParse(Object.fromEntries(asked));
    return read.success
      ? { from: mondayOf(read.data.from), weeks: read.data.weeks, isUnclear: false }
      : { ...usual, isUnclear: true };
  });
}
