import type { GroupRow as ChartRow, Group } from "~/ui/charts/data.ts";
import type { GroupRow } from "../../domain/group/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportBlock, ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

/** Participants' averages per competency, hat by hat, then what stands above the hats. */
export function competencies(page: GroupReportData, t: T): ReportSection {
  const { hats, competencies: all } = page.content;
  const chartRow = (row: GroupRow, tone: NonNullable<ChartRow["tone"]>): ChartRow => ({
    key: row.id,
    label: nameOf(page, row.id),
    tone,
    groups: [groupOf(row, t)],
  });
  const above = all.filter((row) => row.hat === null);
  const amounts = hats.map(
    ({ id }, index): ReportBlock => ({
      kind: "chart",
      chart: {
        kind: "amounts",
        title: nameOf(page, id),
        description: t("chart.description"),
        rows: all
          .filter((row) => row.hat === id)
          .map((row) => chartRow(row, index === 0 ? "managing" : "leading")),
        counted: "people",
      },
    }),
  );
  const levels: ReportBlock = {
    kind: "chart",
    chart: {
      kind: "levels",
      title: above.map((row) => nameOf(page, row.id)).join(", "),
      description: t("chart.description"),
      rows: above.map((row) => chartRow(row, "neutral")),
      ends: [t("chart.low"), t("chart.high")],
      counted: "people",
    },
  };
  return {
    id: "competencies",
    title: t("competencies.title"),
    lead: t("competencies.lead"),
    blocks: [{ kind: "parts", blocks: [...amounts, ...(above.length > 0 ? [levels] : [])] }],
  };
}

function groupOf({ all }: GroupRow, t: T): Group {
  const label = t("chart.all");
  if (!all.shown) return { label, hidden: t("hiddenWhy") };
  return { label, value: all.mean, n: all.n, low: all.low, high: all.high };
}
