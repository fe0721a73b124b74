import { paperLogoOf } from "~/features/branding/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { chosenPaper } from "~/platform/print/paper.ts";
import { nameOf, type ReportFile } from "../files/report-file.ts";
import { reportPage } from "../report/report-page.server.ts";
import { countryOfReport } from "./paper-reads.server.ts";
import { reportPdf } from "./report-pdf.server.ts";

/** A report as PDF, for whoever may read the page, and as much of it; null for everyone else. */
export async function reportPdfFile(
  platform: Platform,
  actor: Actor,
  reportId: string,
  paper: string | null,
): Promise<ReportFile | null> {
  const found = await inOrganisation(platform, actor, async (tx) => {
    const report = await reportPage(tx, actor, reportId, await todayWhere(platform, tx, actor));
    const country = report && (await countryOfReport(tx, actor, report.id));
    return report && { report, country, logo: await paperLogoOf(tx, actor) };
  });
  if (!found) return null;
  const { report, country, logo } = found;
  const now = platform.clock.now();
  return {
    name: nameOf(report, "pdf"),
    type: "application/pdf",
    content: await reportPdf(report, chosenPaper(paper, country), { now, logo }),
  };
}
