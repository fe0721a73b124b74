import { useTranslation } from "react-i18next";
import { ChartBlock } from "~/ui/charts/chart-block.tsx";
import type { GroupRow as ChartRow, Group } from "~/ui/charts/data.ts";
import type { GroupRow } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";

/** Participants' averages per competency, hat by hat, then what stands above the hats. */
export function GroupChart({ page }: { page: GroupReportData }) {
  const { t } = useTranslation("group-report");
  const { hats, competencies } = page.content;
  const above = competencies.filter((row) => row.hat === null);
  const chartRow = (row: GroupRow, tone: NonNullable<ChartRow["tone"]>): ChartRow => ({
    key: row.id,
    label: page.names[row.id] ?? row.id,
    tone,
    groups: [groupOf(row, t("chart.all"), t("hiddenWhy"))],
  });
  return (
    <div className="grid gap-8">
      {hats.map(({ id }, index) => (
        <ChartBlock
          key={id}
          chart={{
            kind: "amounts",
            title: page.names[id] ?? id,
            description: t("chart.description"),
            rows: competencies
              .filter((row) => row.hat === id)
              .map((row) => chartRow(row, index === 0 ? "managing" : "leading")),
            counted: "people",
          }}
        />
      ))}
      {above.length > 0 && (
        <ChartBlock
          chart={{
            kind: "levels",
            title: above.map((row) => page.names[row.id] ?? row.id).join(", "),
            description: t("chart.description"),
            rows: above.map((row) => chartRow(row, "neutral")),
            ends: [t("chart.low"), t("chart.high")],
            counted: "people",
          }}
        />
      )}
    </div>
  );
}

function groupOf({ all }: GroupRow, label: string, hidden: string): Group {
  if (!all.shown) return { label, hidden };
  return { label, value: all.mean, n: all.n, low: all.low, high: all.high };
}
