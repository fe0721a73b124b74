import { fileName } from "~/platform/http/file-name.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { ReportPageData } from "../report/report-page.server.ts";

export type ReportFile = { name: string; type: string; content: Uint8Array<ArrayBuffer> | string };

/** A file's name says whose it is and of when, so that it is found again. */
export function nameOf(
  report: Pick<ReportPageData, "participantName" | "cycleName" | "closedOn">,
  extension: string,
): string {
  const what = readerTexts().t(extension === "pdf" ? "file.report" : "file.figures", {
    ns: "report-pdf",
  });
  return fileName([what, report.participantName, report.cycleName, report.closedOn], extension);
}
