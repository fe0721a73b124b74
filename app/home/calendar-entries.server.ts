import { features } from "~/features.ts";
import type { CalendarEntries } from "~/platform/feature/calendar-entry.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";

/** What every feature has for somebody's own calendar, by their manifests. */
export const calendarEntriesOfAll: CalendarEntries = async (platform, tx, reader) => {
  const entries = [];
  for (const { calendar } of await manifestsOf(features))
    if (calendar) entries.push(...(await calendar(platform, tx, reader)));
  return entries;
};
