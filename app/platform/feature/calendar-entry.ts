import type { Tx } from "../db/database.server.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";
import type { Platform } from "../platform.server.ts";

/**
 * Something that is due for somebody, as their own calendar shows it. Colleagues and assistants may look into that: a
 * title says that something is due, and never what somebody wrote, chose or was told.
 */
export type CalendarEntry = {
  /** The same each time it is asked for, such as "practice 0198… 2026-03-02". */
  id: string;
  title: string;
  /** A whole day where its reader is, or a moment and for how many minutes. */
  at: { day: string } | { from: Date; minutes: number };
  /** Where in here it leads, such as "/plan". */
  path: string;
};

/** Whose calendar it is, and where they are. */
export type CalendarReader = OrganisationScope & { personId: string; zone: string; today: string };

/** What a feature puts into somebody's own calendar, in the language that is read. */
export type CalendarEntries = (
  platform: Platform,
  tx: Tx,
  reader: CalendarReader,
) => Promise<readonly CalendarEntry[]>;
