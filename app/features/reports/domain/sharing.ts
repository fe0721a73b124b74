import { z } from "zod";
import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";
import { isReportSection, sharedReaders } from "./report-reader.ts";

const LONGEST_DAYS = 366;
const USUAL_MONTHS = 3;

/** With whom, as what, which parts and until when a report is shared. A coach sees everything. */
export const shareReportInput = z.object({
  person: z.uuid("person"),
  reader: z.enum(sharedReaders, "reader"),
  sections: z.array(z.string()).transform((keys) => keys.filter(isReportSection)),
  endsOn: z.iso.date("endsOn-missing"),
});

/** What of it can't be; every problem is named. `today` is a calendar date. */
export function sharingProblems(
  { person, reader, sections, endsOn }: z.output<typeof shareReportInput>,
  { own, today }: { own: string; today: string },
) {
  return [
    ...(person === own ? [{ field: "person", code: "self" }] : []),
    ...(reader !== "coach" && sections.length === 0
      ? [{ field: "sections", code: "sections" }]
      : []),
    ...(endsOn <= today ? [{ field: "endsOn", code: "endsOn-past" }] : []),
    ...(endsOn > daysAfter(today, LONGEST_DAYS) ? [{ field: "endsOn", code: "endsOn-far" }] : []),
  ];
}

/** Until when a report is shared when nobody says otherwise. */
export function usualEnd(today: string): string {
  return monthsAfter(today, USUAL_MONTHS);
}
