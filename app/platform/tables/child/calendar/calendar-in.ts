import ICAL from "ical.js";
import {
  type CalendarContent,
  type CalendarLeft,
  type CalendarMeeting,
  type CalendarMoment,
  type CalendarRequest,
  MOST_MEETINGS,
} from "../../calendar-messages.ts";
import { Unreadable } from "../rows/unreadable.ts";
import { type CalendarPart, entriesIn } from "./entries-in.ts";

/** Days beyond those asked about, so that no zone on earth leaves out what lies within them. */
const MARGIN_DAYS = 2;
/** Steps of one rule: more than a hundred years of every day. */
const MOST_STEPS = 50_000;
const DAY_SECONDS = 86_400;
/** What repeats within a day is no meeting. */
const TOO_OFTEN = new Set(["HOURLY", "MINUTELY", "SECONDLY"]);

type Entry = { event: ICAL.Event; part: CalendarPart };

/**
 * The meetings of a calendar file (RFC 5545) on some days, and how many entries are none. A rule without an end is
 * followed as far as the last of these days.
 * @returns null where the file is no calendar.
 * @throws Unreadable for one that is damaged or holds too much.
 */
export function calendarIn(bytes: Uint8Array, request: CalendarRequest): CalendarContent | null {
  const parts = entriesIn(new TextDecoder().decode(bytes), request.addresses);
  if (!parts) return null;
  for (const part of parts) if (part.kind === "VTIMEZONE") keepZone(part);
  const taker = new Taker(request);
  const entries = parts.filter(({ kind }) => kind === "VEVENT").flatMap((part) => taker.read(part));
  const changed = Map.groupBy(
    entries.filter(({ event }) => event.isRecurrenceException()),
    ({ event }) => event.uid,
  );
  for (const entry of entries) {
    if (entry.event.isRecurrenceException()) continue;
    const own = changed.get(entry.event.uid) ?? [];
    changed.delete(entry.event.uid);
    taker.take(entry, own);
  }
  // Somebody was invited to one day alone of what repeats.
  for (const entry of [...changed.values()].flat()) taker.takeOnce(entry);
  return { meetings: taker.meetings, left: taker.left };
}

/** A zone that can't be read is as one that the file doesn't describe. */
function keepZone({ lines }: CalendarPart): void {
  try {
    const text = ["BEGIN:VTIMEZONE", ...lines, "END:VTIMEZONE"].join("\r\n");
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    if (zone.tzid) ICAL.TimezoneService.register(zone, zone.tzid);
  } catch {}
}

class Taker {
  readonly meetings: CalendarMeeting[] = [];
  readonly left: CalendarLeft = {
    ...{ allDay: 0, declined: 0, cancelled: 0, free: 0, noLength: 0, unreadable: 0 },
  };
  readonly #from: ICAL.Time;
  readonly #until: ICAL.Time;

  constructor({ from, until }: CalendarRequest) {
    this.#from = ICAL.Time.fromDateString(from);
    this.#from.adjust(-MARGIN_DAYS, 0, 0, 0);
    this.#until = ICAL.Time.fromDateString(until);
    this.#until.adjust(MARGIN_DAYS, 0, 0, 0);
  }

  /** An entry as the library knows it; none that it can't read. */
  read(part: CalendarPart): Entry[] {
    try {
      const text = ["BEGIN:VEVENT", ...part.lines, "END:VEVENT"].join("\r\n");
      const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)), { exceptions: [] });
      if (event.startDate === null) throw new Error("it begins at no time");
      return [{ event, part }];
    } catch {
      this.left.unreadable += 1;
      return [];
    }
  }

  /** An entry and what was changed on single days of it. */
  take(entry: Entry, changed: readonly Entry[]): void {
    const { event } = entry;
    if (!event.isRecurring()) {
      this.takeOnce(entry);
      for (const each of changed) this.takeOnce(each);
      return;
    }
    const why = whyLeft(entry);
    const before = this.meetings.length;
    try {
      this.#takeEach(entry, changed, why);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      this.meetings.length = before;
      this.left.unreadable += 1;
    }
  }

  takeOnce({ event, part }: Entry): void {
    try {
      const isThen = this.#isThen(event.startDate, event.endDate);
      const why = whyLeft({ event, part });
      if (isThen && why) this.left[why] += 1;
      else if (isThen) this.#add(event, event.startDate, event.endDate);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      this.left.unreadable += 1;
    }
  }

  #takeEach({ event }: Entry, changed: readonly Entry[], why: keyof CalendarLeft | null): void {
    if (Object.keys(event.getRecurrenceTypes()).some((often) => TOO_OFTEN.has(often)))
      throw new Error("it repeats within a day");
    const parts = new Map(changed.map(({ event: other, part }) => [other.component, part]));
    for (const { event: other } of changed) event.relateException(other);
    let seen = false;
    const days = event.iterator();
    for (let step = 0; ; step += 1) {
      if (step > MOST_STEPS) throw new Error("too many days to follow");
      const day = days.next();
      if (!day || day.compareDateOnlyTz(this.#until, ICAL.Timezone.localTimezone) > 0) break;
      if (this.#isBefore(day, event.duration)) continue;
      const { item, startDate, endDate } = event.getOccurrenceDetails(day);
      const part = parts.get(item.component);
      const left = part ? whyLeft({ event: item, part }) : why;
      if (!this.#isThen(startDate, endDate)) continue;
      if (left === null) this.#add(item, startDate, endDate);
      // What is left out as a whole is one, however often it repeats.
      else if (part || !seen) this.left[left] += 1;
      seen ||= !part && left !== null;
    }
  }

  /** Long before the days asked about, and not so long that it lasts until then. */
  #isBefore(day: ICAL.Time, duration: ICAL.Duration): boolean {
    const days = Math.ceil(Math.max(0, duration.toSeconds()) / DAY_SECONDS) + 31;
    const last = day.clone();
    last.adjust(days, 0, 0, 0);
    return last.compareDateOnlyTz(this.#from, ICAL.Timezone.localTimezone) < 0;
  }

  #isThen(begins: ICAL.Time, ends: ICAL.Time): boolean {
    const local = ICAL.Timezone.localTimezone;
    return (
      begins.compareDateOnlyTz(this.#until, local) <= 0 &&
      ends.compareDateOnlyTz(this.#from, local) >= 0
    );
  }

  #add(event: ICAL.Event, startDate: ICAL.Time, endDate: ICAL.Time): void {
    const begins = momentOf(event, "dtstart", startDate);
    const ends = momentOf(event, "dtend", endDate);
    if (this.meetings.length >= MOST_MEETINGS) throw new Unreadable("file-too-much-inside");
    this.meetings.push({ title: titleOf(event), begins, ends });
  }
}

/** Why an entry takes no time that can be told; null where it does. */
function whyLeft({ event, part }: Entry): keyof CalendarLeft | null {
  const said = (name: string) => textOf(event, name).toUpperCase();
  if (said("status") === "CANCELLED") return "cancelled";
  if (part.isDeclined) return "declined";
  if (event.startDate.isDate || said("x-microsoft-cdo-alldayevent") === "TRUE") return "allDay";
  if (said("transp") === "TRANSPARENT" || said("x-microsoft-cdo-busystatus") === "FREE")
    return "free";
  const seconds = event.duration.toSeconds();
  if (seconds <= 0) return "noLength";
  // Whole days away, written with hours.
  return seconds >= DAY_SECONDS ? "allDay" : null;
}

function titleOf(event: ICAL.Event): string | null {
  const shown = textOf(event, "class").toUpperCase();
  return shown === "PRIVATE" || shown === "CONFIDENTIAL" ? null : textOf(event, "summary");
}

function textOf({ component }: ICAL.Event, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === "string" ? value.trim() : "";
}

/** A moment with the zone that the entry names for it: an end without one is where its beginning is. */
function momentOf({ component }: ICAL.Event, name: string, time: ICAL.Time): CalendarMoment {
  const property = component.getFirstProperty(name) ?? component.getFirstProperty("dtstart");
  const named = property?.getParameter("tzid");
  const at = `${time.toString().replace(/Z$/, "")}`;
  if (time.zone === ICAL.Timezone.utcTimezone) return { at, zone: "UTC", utc: null };
  const zone = typeof named === "string" ? named : null;
  if (zone === null || time.zone === ICAL.Timezone.localTimezone) return { at, zone, utc: null };
  const utc = time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace(/Z$/, "");
  return { at, zone, utc };
}
