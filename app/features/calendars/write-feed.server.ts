import ical, { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from "ical-generator";
import type { CalendarEntry } from "~/platform/feature/calendar-entry.ts";

type Wording = { name: string; publicUrl: string; madeAt: Date };

/** Programs that ask how often to come again. */
const HOURLY_SECONDS = 3_600;

/**
 * Entries as a calendar file (RFC 5545). They take nobody's time and are marked as private, for programs that heed it.
 * Moments stand in UTC, so no time zone need be described; a whole day is a date, wherever the server is.
 */
export function writeFeed(
  entries: readonly CalendarEntry[],
  { name, publicUrl, madeAt }: Wording,
): string {
  const calendar = ical({
    name,
    prodId: { company: "Twohats", product: "Twohats" },
    ttl: HOURLY_SECONDS,
  });
  for (const { id, title, at, path } of entries)
    calendar.createEvent({
      id: `${id.replaceAll(" ", "-")}@twohats`,
      stamp: madeAt,
      summary: title,
      url: `${publicUrl}${path}`,
      description: `${publicUrl}${path}`,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      ...times(at),
    });
  return calendar.toString();
}

function times(at: CalendarEntry["at"]) {
  if ("from" in at)
    return { start: at.from, end: new Date(at.from.getTime() + at.minutes * 60_000) };
  return { start: new Date(`${at.day}T00:00:00Z`), allDay: true, timezone: "UTC" };
}
