import type { Actor } from "~/features/identity/index.ts";
import { fileName } from "~/platform/http/file-name.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ReportFile } from "../files/report-file.ts";
import { type GroupReportData, groupReportPage } from "../report/group-report-page.server.ts";
import { figuresXlsx } from "./figures-xlsx.server.ts";
import { groupFigures } from "./group-figures.ts";

/** HR's report on a round as a workbook, for whoever may read the page; null for everyone else. */
export async function groupFiguresFile(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<ReportFile | null> {
  const page = await groupReportPage(platform, actor, cycleId);
  if (!page) return null;
  return {
    name: groupFileName(page, "xlsx"),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    content: await figuresXlsx(groupFigures(page)),
  };
}

/** A file's name says of which round it is and of when. */
export function groupFileName(
  { cycleName, closedOn }: Pick<GroupReportData, "cycleName" | "closedOn">,
  extension: "pdf" | "xlsx",
): string {
  return fileName([readerTexts().t("group-report:file.name"), cycleName, closedOn], extension);
}
