import { daysAfter } from "~/platform/calendar/days.ts";
import { endOfDay } from "~/platform/calendar/zones.ts";
import { seriesOf, shownTitle } from "./series.ts";
import { MOST_KINDS, mondaysFrom, NO_TITLE, RARE } from "./time.ts";

/** A meeting as far as time is concerned. `title` is null where it is marked as private. */
export type TimedMeeting = { title: string | null; begins: Date; ends: Date };

export type SeriesSpent = { series: string; minutes: number; meetings: number };

export type SpentInWeeks = {
  /** What each series is called, by its latest meeting. */
  titles: Map<string, string>;
  weeks: { weekOn: string; spent: SeriesSpent[] }[];
  meetings: number;
  /** How many titles are counted together, since there are more than anybody looks at. */
  rare: number;
  /** Minutes in which there was more than one meeting. */
  overlapMinutes: number;
};

type Stretch = { series: string; from: number; to: number };

const MINUTE = 60_000;

/**
 * How long each series of meetings took in each week, in minutes. Time counts once: where meetings lie over each other,
 * each has its part of it. A meeting counts in the week in which it begins, or the first asked about; its minutes where
 * they are.
 */
export function spentInWeeks(
  meetings: readonly TimedMeeting[],
  asked: { from: string; weeks: number; zone: string },
): SpentInWeeks {
  const beginnings = mondaysFrom(asked.from, asked.weeks + 1).map((monday) =>
    endOfDay(daysAfter(monday, -1), asked.zone).getTime(),
  );
  const [first = 0, last = 0] = [beginnings[0], beginnings.at(-1)];
  const within = meetings
    .map(({ title, begins, ends }) => ({
      ...{ series: title === null ? NO_TITLE : seriesOf(title), title: title ?? "" },
      ...{ from: Math.max(first, begins.getTime()), to: Math.min(last, ends.getTime()) },
    }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
  const often = mostTime(within);
  const named = within.map((each) => (often.has(each.series) ? each : { ...each, series: RARE }));
  const titles = new Map(
    named.map(({ series, title }) => [series, series === RARE ? "" : shownTitle(title)]),
  );
  let overlap = 0;
  const weeks = mondaysFrom(asked.from, asked.weeks).map((weekOn, at) => {
    const [from = 0, to = 0] = [beginnings[at], beginnings[at + 1]];
    const own = named
      .filter((each) => each.from < to && each.to > from)
      .map(({ series, ...each }) => ({
        ...{ series, from: Math.max(from, each.from), to: Math.min(to, each.to) },
        isBegun: each.from >= from,
      }));
    const shared = sharedTime(own);
    overlap += shared.overlap;
    const spent = [...shared.bySeries].map(([series, time]) => ({
      ...{ series, minutes: Math.round(time / MINUTE) },
      meetings: own.filter((each) => each.series === series && each.isBegun).length,
    }));
    return { weekOn, spent: spent.sort((one, other) => other.minutes - one.minutes) };
  });
  return {
    ...{ titles, weeks, meetings: within.length },
    rare: new Set(within.map(({ series }) => series)).size - often.size,
    overlapMinutes: Math.round(overlap / MINUTE),
  };
}

/** The series that take most time; all of them where they are few. */
function mostTime(stretches: readonly Stretch[]): Set<string> {
  const time = new Map<string, number>();
  for (const { series, from, to } of stretches)
    time.set(series, (time.get(series) ?? 0) + to - from);
  const inOrder = [...time].sort(([, one], [, other]) => other - one);
  return new Set(inOrder.slice(0, MOST_KINDS).map(([series]) => series));
}

/** How much of the time each series has, in milliseconds, and how much of it was of more than one meeting. */
function sharedTime(stretches: readonly Stretch[]): {
  bySeries: Map<string, number>;
  overlap: number;
} {
  const turns = stretches
    .flatMap(({ series, from, to }) => [
      { at: from, series, change: 1 },
      { at: to, series, change: -1 },
    ])
    .sort((one, other) => one.at - other.at);
  const now = new Map<string, number>();
  const bySeries = new Map<string, number>();
  let [count, since, overlap] = [0, 0, 0];
  for (const { at, series, change } of turns) {
    const passed = at - since;
    if (passed > 0 && count > 0) {
      for (const [each, times] of now)
        bySeries.set(each, (bySeries.get(each) ?? 0) + (passed * times) / count);
      if (count > 1) overlap += passed;
    }
    since = at;
    count += change;
    const times = (now.get(series) ?? 0) + change;
    if (times > 0) now.set(series, times);
    else now.delete(series);
  }
  return { bySeries, overlap };
}
