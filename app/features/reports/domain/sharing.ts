import { z } from "zod";
import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";
import { isReportSection, type ReportSectionKey, sharedReaders } from "./report-reader.ts";

const LONGEST_DAYS = 366;
const USUAL_MONTHS = 3;

const sharing = z.strictObject({
  personId: z.uuid(),
  reader: z.enum(sharedReaders),
  sections: z.array(z.string()),
  endsOn: z.iso.date(),
});

export type Sharing = Omit<z.infer<typeof sharing>, "sections"> & { sections: ReportSectionKey[] };

export type SharingProblem =
  | "person"
  | "self"
  | "reader"
  | "sections"
  | "endsOn-missing"
  | "endsOn-past"
  | "endsOn-far";

/**
 * Reads with whom, as what and until when a report is to be shared; every problem is named. A coach sees everything, so
 * their sections need not be chosen. `today` is a calendar date.
 */
export function readSharing(
  typed: { personId: string; reader: string; sections: readonly string[]; endsOn: string },
  { own, today }: { own: string; today: string },
): { ok: true; sharing: Sharing } | { ok: false; problems: SharingProblem[] } {
  const parsed = sharing.safeParse(typed);
  const problems: SharingProblem[] = [];
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    if (fields.has("personId")) problems.push("person");
    if (fields.has("reader")) problems.push("reader");
    if (fields.has("endsOn")) problems.push("endsOn-missing");
  }
  const sections = typed.sections.filter(isReportSection);
  if (typed.personId === own) problems.push("self");
  if (typed.reader !== "coach" && sections.length === 0) problems.push("sections");
  if (parsed.success && typed.endsOn <= today) problems.push("endsOn-past");
  if (parsed.success && typed.endsOn > daysAfter(today, LONGEST_DAYS)) problems.push("endsOn-far");
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, sharing: { ...parsed.data, sections } };
}

/** Until when a report is shared when nobody says otherwise. */
export function usualEnd(today: string): string {
  return monthsAfter(today, USUAL_MONTHS);
}
