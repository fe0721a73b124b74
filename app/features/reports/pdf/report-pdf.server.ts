import type { Paper } from "~/platform/print/paper.ts";
import type { PrintDocument } from "~/platform/print/print-block.ts";
import { setDocument } from "~/platform/print/typst.server.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { reportDocument } from "./report-document.ts";

/** A report as a PDF/UA-1 file, from the same frozen result as the page, under its organisation's logo. */
export function reportPdf(
  report: ReportPageData,
  paper: Paper,
  { now, logo }: { now: Date; logo: string | null },
): Promise<Uint8Array<ArrayBuffer>> {
  const document = withLogo(reportDocument(report, paper), logo);
  return setDocument(document, Math.floor(now.getTime() / 1_000));
}

/** A document with an organisation's logo on its cover; as it is where there is none. */
export function withLogo(document: PrintDocument, logo: string | null): PrintDocument {
  return logo === null ? document : { ...document, cover: { ...document.cover, logo } };
}
