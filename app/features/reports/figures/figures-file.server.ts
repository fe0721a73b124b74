import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nameOf, type ReportFile } from "../files/report-file.ts";
import { reportPage } from "../report/report-page.server.ts";
import { figuresCsv } from "./figures-csv.ts";
import { figuresXlsx } from "./figures-xlsx.server.ts";
import { reportFigures } from "./report-figures.ts";

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
