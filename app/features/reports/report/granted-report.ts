/** The kind of thing that a report is among what people give others to read. */
export const REPORT = "report";

/** A report as something its participant may give others to read. */
export function grantedReport(id: string) {
  return { kind: REPORT, id };
}
