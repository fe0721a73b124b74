import { useTranslation } from "react-i18next";
import { AmountAxis } from "~/ui/charts/amount-axis.tsx";
import type { GroupRow as ChartRow, Group } from "~/ui/charts/data.ts";
import { DotInterval } from "~/ui/charts/dot-interval.tsx";
import { useChartTexts } from "~/ui/charts/use-chart-texts.ts";
import type { GroupRow } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";

/** Participants' averages per competency, hat by hat, then what stands above the hats. */
export function GroupChart({ page }: { page: GroupReportData }) {
  const { t } = useTranslation("group-report");
  const texts = {
    ...useChartTexts(),
    raters: t("chart.participants"),
    countRaters: (count: number) => t("chart.countParticipants", { count }),
  };
  const { hats, competencies } = page.content;
  const above = competencies.filter((row) => row.hat === null);
  const chartRow = (row: GroupRow, tone: ChartRow["tone"]): ChartRow => ({
    key: row.id,
    label: page.names[row.id] ?? row.id,
    tone,
    groups: [groupOf(row, t("chart.all"), t("hiddenWhy"))],
  });
  return (
    <div className="grid gap-8">
      {hats.map(({ id }, index) => (
        <AmountAxis
          key={id}
          title={page.names[id] ?? id}
          description={t("chart.description")}
          rows={competencies
            .filter((row) => row.hat === id)
            .map((row) => chartRow(row, index === 0 ? "managing" : "leading"))}
          texts={texts}
        />
      ))}
      {above.length > 0 && (
        <DotInterval
          title={above.map((row) => page.names[row.id] ?? row.id).join(", ")}
          description={t("chart.description")}
          rows={above.map((row) => chartRow(row, "neutral"))}
          ends={[t("chart.low"), t("chart.high")]}
          texts={texts}
        />
      )}
    </div>
  );
}

function groupOf({ all }: GroupRow, label: string, hidden: string): Group {
  if (!all.shown) return { label, hidden };
  return { label, value: all.mean, n: all.n, low: all.low, high: all.high };
}
