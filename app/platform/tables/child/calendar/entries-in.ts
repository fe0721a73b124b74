import { MOST_ENTRIES } from "../../calendar-messages.ts";
import { Unreadable } from "../rows/unreadable.ts";

/** An entry or a zone of a calendar file: its lines, without those of what is within it. */
export type CalendarPart = { kind: "VEVENT" | "VTIMEZONE"; lines: string[]; isDeclined: boolean };

/**
 * What is read of an entry. What was written to those invited, who they are and what is attached is passed over before
 * anything looks at it.
 */
const WANTED = new Set([
  ...["UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"],
  ...["RECURRENCE-ID", "STATUS", "CLASS", "TRANSP"],
  ...["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-BUSYSTATUS"],
]);

/** Longer than any title or list of days. */
const LONGEST_LINE = 64 * 1024;
const NAME = /^[A-Za-z0-9-]+/;
/** A line that goes on in the next one (RFC 5545, 3.1). */
const FOLD = /\r?\n[ \t]/g;
const LINE_END = /\r\n|\n|\r/;

/**
 * The entries and zones of a calendar file (RFC 5545), as they come; null for what is none.
 * @throws Unreadable for one that breaks off, or holds too much or nothing.
 */
export function entriesIn(text: string, addresses: readonly string[]): CalendarPart[] | null {
  const lines = text.replace(FOLD, "").split(LINE_END);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) throw new Unreadable("file-empty");
  if (lines[first]?.trim().toUpperCase() !== "BEGIN:VCALENDAR") return null;
  const own = [...addresses, ...namedAddress(lines)];
  const parts: CalendarPart[] = [];
  const within: string[] = [];
  for (const line of lines.slice(first)) {
    if (line === "" || line.length > LONGEST_LINE) continue;
    const name = NAME.exec(line)?.[0].toUpperCase() ?? "";
    if (name === "BEGIN") {
      const kind = kindIn(line);
      if (within.length === 1 && (kind === "VEVENT" || kind === "VTIMEZONE")) {
        parts.push({ kind, lines: [], isDeclined: false });
        if (parts.length > MOST_ENTRIES) throw new Unreadable("file-too-many-rows");
      } else if (within[1] === "VTIMEZONE") parts.at(-1)?.lines.push(line);
      within.push(kind);
    } else if (name === "END") {
      if (within.pop() !== kindIn(line)) throw new Unreadable("file-damaged");
      if (within.length > 1 && within[1] === "VTIMEZONE") parts.at(-1)?.lines.push(line);
    } else take(parts.at(-1), within, { name, line }, own);
  }
  if (within.length > 0) throw new Unreadable("file-damaged");
  return parts;
}

function take(
  part: CalendarPart | undefined,
  within: readonly string[],
  { name, line }: { name: string; line: string },
  own: readonly string[],
): void {
  if (!part) return;
  if (within[1] === "VTIMEZONE") part.lines.push(line);
  if (within[1] !== "VEVENT" || within.length !== 2) return;
  if (WANTED.has(name)) part.lines.push(line);
  if (name === "ATTENDEE" && hasDeclined(line, own)) part.isDeclined = true;
}

function kindIn(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .trim()
    .toUpperCase();
}

function hasDeclined(line: string, own: readonly string[]): boolean {
  const said = line.toLowerCase();
  return (
    said.includes("partstat=declined") &&
    own.some((address) => said.trimEnd().endsWith(`mailto:${address}`))
  );
}

/** Some calendars are called by the address of whose they are. */
function namedAddress(lines: readonly string[]): string[] {
  const line = lines.find((each) => each.toUpperCase().startsWith("X-WR-CALNAME"));
  const name =
    line
      ?.slice(line.indexOf(":") + 1)
      .trim()
      .toLowerCase() ?? "";
  return name.includes("@") ? [name] : [];
}
