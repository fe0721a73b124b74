/** Which days of a calendar are wanted, and whose answers to invitations count. */
export type CalendarRequest = {
  /** The first day and the one after the last, as "2026-03-02". */
  from: string;
  until: string;
  /** Of whose calendar it is, in lower case: what they declined is not theirs. */
  addresses: readonly string[];
};

/** A moment as a calendar writes it down. */
export type CalendarMoment = {
  /** What clocks show, as "2026-03-02T09:00:00". */
  at: string;
  /** Where: "UTC", the name of a zone as the file has it, or null for wherever its reader is. */
  zone: string | null;
  /** The same moment in UTC by the file's own description of that zone, where it has one. */
  utc: string | null;
};

/** One meeting on its day. `title` is null where it is marked as private, and empty where there is none. */
export type CalendarMeeting = {
  title: string | null;
  begins: CalendarMoment;
  ends: CalendarMoment;
};

/** What takes none of the time asked about, or can't be read, by why. Of meetings that repeat, each is one. */
export type CalendarLeft = {
  allDay: number;
  declined: number;
  cancelled: number;
  /** Shown to others as free. */
  free: number;
  /** Without an end, or with one before its beginning. */
  noLength: number;
  unreadable: number;
};

export type CalendarContent = { meetings: CalendarMeeting[]; left: CalendarLeft };

/** Entries a file may have, and meetings within the days asked about. */
export const MOST_ENTRIES = 20_000;
export const MOST_MEETINGS = 20_000;
