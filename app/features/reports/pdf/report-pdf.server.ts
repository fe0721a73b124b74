import type { Paper } from "~/platform/print/paper.ts";
import { setDocument } from "~/platform/print/typst.server.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { reportDocument } from "./report-document.ts";

/** A report as a PDF/UA-1 file, from the same frozen result as the page. */
export function reportPdf(
  report: ReportPageData,
  paper: Paper,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return setDocument(reportDocument(report, paper), Math.floor(now.getTime() / 1_000));
}
