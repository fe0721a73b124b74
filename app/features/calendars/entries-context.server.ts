import { createContext } from "react-router";
import type { CalendarEntries } from "~/platform/feature/calendar-entry.ts";

/** What all features have for a calendar; given by whoever knows them. */
export const calendarEntriesContext = createContext<CalendarEntries>();
