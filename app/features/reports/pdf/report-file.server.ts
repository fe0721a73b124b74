import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { figuresCsv } from "../figures/figures-csv.ts";
import { figuresXlsx } from "../figures/figures-xlsx.server.ts";
import { reportFigures } from "../figures/report-figures.ts";
import { type ReportPageData, reportPage } from "../report/report-page.server.ts";
import { fileName } from "./file-name.ts";
import { chosenPaper } from "./paper.ts";
import { countryOfReport } from "./paper-reads.server.ts";
import { reportPdf } from "./report-pdf.server.ts";

export type ReportFile = { name: string; type: string; content: Uint8Array<ArrayBuffer> | string };

/** A report as PDF, for whoever may read the page, and as much of it; null for everyone else. */
export async function reportPdfFile(
  platform: Platform,
  actor: Actor,
  reportId: string,
  paper: string | null,
): Promise<ReportFile | null> {
  const found = await inOrganisation(platform, actor, async (tx) => {
    const report = await reportPage(tx, actor, reportId, await todayWhere(platform, tx, actor));
    return report && { report, country: await countryOfReport(tx, actor, report.id) };
  });
  if (!found) return null;
  const { report, country } = found;
  return {
    name: nameOf(report, "pdf"),
    type: "application/pdf",
    content: await reportPdf(report, chosenPaper(paper, country), platform.clock.now()),
  };
}

/** The figures that the page shows, for whoever may read it; null for everyone else. */
export async function reportFiguresFile(
  platform: Platform,
  actor: Actor,
  reportId: string,
  format: "csv" | "xlsx",
): Promise<ReportFile | null> {
  const report = await inOrganisation(platform, actor, async (tx) =>
    reportPage(tx, actor, reportId, await todayWhere(platform, tx, actor)),
  );
  if (!report) return null;
  const figures = reportFigures(report);
  return format === "csv"
    ? { name: nameOf(report, "csv"), type: "text/csv; charset=utf-8", content: figuresCsv(figures) }
    : {
        name: nameOf(report, "xlsx"),
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: await figuresXlsx(figures),
      };
}

/** A file's name says whose it is and of when, so that it is found again. */
export function nameOf(
  report: Pick<ReportPageData, "participantName" | "cycleName" | "closedOn">,
  extension: string,
): string {
  const what = texts.t(extension === "pdf" ? "file.report" : "file.figures", { ns: "report-pdf" });
  return fileName([what, report.participantName, report.cycleName, report.closedOn], extension);
}
