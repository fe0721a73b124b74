import { paperLogoOf } from "~/features/branding/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { chosenPaper } from "~/platform/print/paper.ts";
import { setDocument } from "~/platform/print/typst.server.ts";
import { groupFileName } from "../figures/group-files.server.ts";
import type { ReportFile } from "../files/report-file.ts";
import { groupReportPage } from "../report/group-report-page.server.ts";
import { groupDocument } from "./group-document.ts";
import { withLogo } from "./report-pdf.server.ts";

/** HR's report on a round as a PDF/UA-1 file, for whoever may read the page; null for everyone else. */
export async function groupPdfFile(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  paper: string | null,
): Promise<ReportFile | null> {
  const page = await groupReportPage(platform, actor, cycleId);
  if (!page) return null;
  const logo = await inOrganisation(platform, actor, (tx) => paperLogoOf(tx, actor));
  const document = withLogo(groupDocument(page, chosenPaper(paper, null)), logo);
  return {
    name: groupFileName(page, "pdf"),
    type: "application/pdf",
    content: await setDocument(document, Math.floor(platform.clock.now().getTime() / 1_000)),
  };
}
