// Runs in a process of its own, which reads one file and ends: whatever a file is made to do to its reader, the server
// goes on. The server bounds its time and memory.
import { setPriority } from "node:os";
import type { CalendarRequest } from "../calendar-messages.ts";
import type { ReadingChoices, SheetChoice, SheetHead, TableLimits } from "../messages.ts";
import { ownPeakMemory } from "../peak-memory.ts";
import { receive, send } from "./parent.ts";
import { readFile } from "./read-file.ts";
import { rowSender } from "./row-sender.ts";
import { Unreadable } from "./rows/unreadable.ts";

/** Pages go first when there is not enough for both. */
const NICENESS = 5;

setPriority(NICENESS);
type TableRequest = { limits: TableLimits; choices: ReadingChoices };
const request = JSON.parse(receive().toString()) as TableRequest | { calendar: CalendarRequest };

async function choose(heads: Iterable<SheetHead> | AsyncIterable<SheetHead>) {
  for await (const head of heads) send({ kind: "head", ...head });
  send({ kind: "choose" });
  return (JSON.parse(receive().toString()) as SheetChoice).sheet;
}

async function readTable({ limits, choices }: TableRequest) {
  const rows = rowSender(limits, send);
  const tail = await readFile(receive(), { limits, choices, add: rows.add, choose });
  rows.flush();
  send({ kind: "end", ...tail, peakMemory: ownPeakMemory() });
}

/** What reads calendars is loaded where one is read: tables begin sooner without it. */
async function readCalendar(calendar: CalendarRequest) {
  const { calendarIn } = await import("./calendar/calendar-in.ts");
  send({ kind: "calendar", content: calendarIn(receive(), calendar) });
}

try {
  if ("calendar" in request) await readCalendar(request.calendar);
  else await readTable(request);
} catch (error) {
  if (error instanceof Unreadable) {
    const { reason, row } = error;
    const refusal = { ok: false, reason, ...(row !== undefined && { row }) } as const;
    send({ kind: "refusal", refusal, peakMemory: ownPeakMemory() });
  } else {
    send({ kind: "failure", failure: placeOf(error) });
  }
}

/** Where something broke. What broke may quote the file, and logs must not. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const calls = error.stack?.match(/\n {4}at .+/g)?.slice(0, 5) ?? [];
  return `${error.name}${calls.join("")}`;
}
