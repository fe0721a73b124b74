import { NO_DEPARTMENT } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportBlock, ReportSection } from "../report-block.ts";
import { meanWords, nameOf, type T } from "./words.ts";

/** Both hats by department, each with its n and likely range; small ones and what would give them away stay hidden. */
export function departments(page: GroupReportData, t: T): ReportSection {
  const { hats } = page.content;
  const names = [...new Set(hats.flatMap((row) => Object.keys(row.departments)))].sort();
  const table: ReportBlock = {
    kind: "table",
    caption: t("departments.caption"),
    columns: [
      { header: t("departments.department") },
      ...hats.map((row) => ({ header: nameOf(page, row.id) })),
    ],
    rows: names.map((department) => ({
      key: department,
      cells: [
        department === NO_DEPARTMENT ? t("departments.none") : department,
        ...hats.map((row) => {
          const figure = row.departments[department];
          return figure?.shown ? meanWords(t, figure) : { quiet: t("hidden") };
        }),
      ],
    })),
  };
  return {
    id: "departments",
    title: t("departments.title"),
    lead: t("departments.lead"),
    blocks: names.length > 0 ? [table] : [{ kind: "sentence", words: t("summary.nothing") }],
  };
}
