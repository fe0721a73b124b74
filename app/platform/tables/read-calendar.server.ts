import { Temporal } from "temporal-polyfill";
import { WINDOWS_ZONES } from "../calendar/windows-zones.ts";
import { isZone } from "../calendar/zones.ts";
import type {
  CalendarContent,
  CalendarLeft,
  CalendarMoment,
  CalendarRequest,
} from "./calendar-messages.ts";
import { frameOf, jsonFrameOf } from "./frames.ts";
import { guardReader } from "./guard-reader.ts";
import type { ReaderMessage } from "./messages.ts";
import type { ReadingFault } from "./reading-fault.ts";
import { type Reader, startReader } from "./start-reader.server.ts";
import { createTurns } from "./turns.ts";

/** Files above this size, in bytes, are refused before they are read: years of a full calendar fit into it. */
export const LARGEST_CALENDAR = 10 * 1024 * 1024;

/** A meeting between two moments. `title` is null where it is marked as private, and empty where there is none. */
export type Meeting = { title: string | null; begins: Date; ends: Date };

export type CalendarReading =
  | {
      ok: true;
      meetings: Meeting[];
      left: CalendarLeft & {
        /** Meetings in a zone that nobody knows, taken as where their reader is. */
        unknownZone: number;
      };
    }
  | { ok: false; reason: CalendarFault };

/** Why a calendar file as a whole can't be read. */
export const calendarFaults = [
  ...(["file-no-calendar", "file-empty", "file-too-large", "file-damaged"] as const),
  ...(["file-too-much-inside", "file-too-many-rows", "file-too-slow", "file-busy"] as const),
] as const;
export type CalendarFault = (typeof calendarFaults)[number];

const takeTurn = createTurns({ atOnce: 1, waiting: 12, patience: 60_000 });
const BOUNDS = { time: 30_000, memory: 400 * 2 ** 20 };

type Asked = CalendarRequest & {
  /** Where the reader is: for times that say no zone. */
  here: string;
  /** On whose behalf; of one owner one file is read at a time. */
  owner: string;
};

/**
 * The meetings of a calendar file on some days, read outside this process and within limits of time and memory. Nothing
 * of the file is kept anywhere.
 * @throws when the fault is the reader's. The error holds no words of the file.
 */
export async function readCalendar(bytes: Uint8Array, asked: Asked): Promise<CalendarReading> {
  if (bytes.length === 0) return { ok: false, reason: "file-empty" };
  if (bytes.length > LARGEST_CALENDAR) return { ok: false, reason: "file-too-large" };
  const endTurn = await takeTurn(asked.owner);
  if (!endTurn) return { ok: false, reason: "file-busy" };
  try {
    const content = await contentOf(bytes, asked);
    if (typeof content === "string") {
      const reason = calendarFaults.find((each) => each === content);
      if (!reason) throw new Error(`a calendar is no table: ${content}`);
      return { ok: false, reason };
    }
    if (content === null) return { ok: false, reason: "file-no-calendar" };
    return { ok: true, ...placed(content, asked.here) };
  } finally {
    endTurn();
  }
}

async function contentOf(
  bytes: Uint8Array,
  { from, until, addresses }: CalendarRequest,
): Promise<CalendarContent | ReadingFault | null> {
  const reader = await startReader();
  const guard = guardReader(reader, BOUNDS);
  try {
    reader.tell(jsonFrameOf({ calendar: { from, until, addresses } }));
    reader.tell(frameOf(bytes));
    const message = await firstOf(reader);
    if (message?.kind === "calendar") return message.content;
    if (message?.kind === "refusal") return message.refusal.reason;
    if (message?.kind === "failure")
      throw new Error(`a calendar could not be read: ${message.failure}`);
    const { code, signal } = await reader.ended;
    const reason = guard.ended() ?? (signal === null ? null : "file-too-much-inside");
    if (reason) return reason;
    throw new Error(`the reader of a calendar ended by itself: ${code}`);
  } finally {
    guard.stop();
    reader.kill();
  }
}

async function firstOf(reader: Reader): Promise<ReaderMessage | null> {
  for await (const frame of reader.frames) return JSON.parse(frame.toString()) as ReaderMessage;
  return null;
}

function placed({ meetings, left }: CalendarContent, here: string) {
  let unknownZone = 0;
  const found = meetings.map(({ title, begins, ends }) => {
    if (isLost(begins)) unknownZone += 1;
    return { title, begins: momentOf(begins, here), ends: momentOf(ends, here) };
  });
  return { meetings: found, left: { ...left, unknownZone } };
}

/** The zone by a name that is known everywhere, or to Windows. */
function zoneCalled(name: string): string | null {
  const known = WINDOWS_ZONES.get(name) ?? name;
  return isZone(known) ? known : null;
}

function isLost({ zone, utc }: CalendarMoment): boolean {
  return zone !== null && utc === null && zoneCalled(zone) === null;
}

/** What the world knows of a zone is newer than what a file says of it, which counts where nobody else knows it. */
function momentOf({ at, zone, utc }: CalendarMoment, here: string): Date {
  const known = zone === null ? here : zoneCalled(zone);
  const [local, where] = known !== null ? [at, known] : utc !== null ? [utc, "UTC"] : [at, here];
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(where);
  return new Date(moment.epochMilliseconds);
}
