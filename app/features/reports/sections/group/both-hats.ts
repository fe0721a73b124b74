import { findingOrder, type GroupRow } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

/** How many participants are clearly on which side, of each hat and of both at once; null unless there are two hats. */
export function bothHats(page: GroupReportData, t: T): ReportSection | null {
  const [down, across] = page.content.hats;
  if (!down || !across) return null;
  const name = (row: GroupRow) => nameOf(page, row.id);
  const cell = (count: number | null | undefined) => (count == null ? t("hidden") : String(count));
  return {
    id: "both",
    title: t("both.title"),
    lead: t("both.lead"),
    blocks: [
      {
        kind: "table",
        caption: t("both.caption"),
        columns: [
          { header: t("both.hat") },
          ...findingOrder.map((finding) => ({
            header: t(`finding.${finding}`),
            figures: true as const,
          })),
        ],
        rows: [down, across].map((row) => ({
          key: row.id,
          cells: [name(row), ...findingOrder.map((finding) => cell(row.findings?.[finding]))],
        })),
      },
      {
        kind: "fold",
        title: t("both.together"),
        blocks: [
          {
            kind: "table",
            caption: t("both.crossCaption", { down: name(down), across: name(across) }),
            columns: [
              { header: name(down) },
              ...findingOrder.map((finding) => ({
                header: t("both.column", { hat: name(across), finding: t(`finding.${finding}`) }),
                figures: true as const,
              })),
            ],
            rows: page.content.both.map(({ finding, counts }) => ({
              key: finding,
              cells: [t(`finding.${finding}`), ...findingOrder.map((_, at) => cell(counts[at]))],
            })),
          },
        ],
      },
    ],
  };
}
