import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ChangeChart } from "~/ui/charts/change-chart.tsx";
import type { ChangeRow } from "~/ui/charts/change-data.ts";
import { useChartTexts } from "~/ui/charts/use-chart-texts.ts";
import type { Change } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { ReportSection } from "./report-section.tsx";

/** What changed in others' eyes, what is only noise, and how the raters changed. */
export function SinceLastTimeSection({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const texts = useChartTexts();
  const since = report.content.sinceLastTime;
  if (!since)
    return (
      <ReportSection id="change" title={t("change.title")}>
        <p className="max-w-reading">{t("change.first")}</p>
      </ReportSection>
    );
  const hatOf = (id: string) => report.guides[id]?.hat ?? null;
  const amounts = [...since.hats, ...since.competencies.filter((each) => hatOf(each.id) !== null)];
  const levels = since.competencies.filter((each) => hatOf(each.id) === null);
  const clear = amounts.filter((each) => each.verdict !== "within-noise").length;
  const nameOf = (id: string) =>
    report.hats.find((each) => each.key === id)?.name ?? report.guides[id]?.name ?? id;
  const row = (change: Change, scale: "amount" | "level"): ChangeRow => ({
    key: change.id,
    label: nameOf(change.id),
    tone: toneOf(report, change.id),
    before: change.before.mean,
    now: change.now.mean,
    noise: change.noise,
    meaning: t(`change.verdict.${meaningOf(change, scale)}`),
  });
  return (
    <ReportSection
      id="change"
      title={t("change.title")}
      lead={t(`change.lead.${since.claims}`, {
        cycle: since.cycleName,
        date: writtenDate(since.closedOn),
      })}
    >
      {amounts.length > 0 && (
        <ChangeChart
          title={clear > 0 ? t("change.chart.title", { count: clear }) : t("change.chart.none")}
          description={t("change.chart.description")}
          rows={amounts.map((change) => row(change, "amount"))}
          scale="amount"
          texts={texts}
        />
      )}
      {levels.length > 0 && (
        <ChangeChart
          title={levels.map((change) => nameOf(change.id)).join(", ")}
          description={t("change.chart.description")}
          rows={levels.map((change) => row(change, "level"))}
          scale="level"
          texts={texts}
        />
      )}
      <p className="max-w-reading text-sm text-ink-muted">
        {t("change.asked", {
          before: t("change.before", { count: since.asked.before }),
          again: t("change.again", { count: since.asked.again }),
        })}
      </p>
    </ReportSection>
  );
}

/** On a scale with a right amount in the middle, higher is not better: nearer is. */
function meaningOf(change: Change, scale: "amount" | "level") {
  if (change.verdict === "within-noise" || scale === "level") return change.verdict;
  return Math.abs(change.now.mean) < Math.abs(change.before.mean) ? "nearer" : "further";
}

function toneOf({ hats, guides }: ReportPageData, id: string): "managing" | "leading" | "neutral" {
  const hat = hats.some((each) => each.key === id) ? id : guides[id]?.hat;
  const index = hats.findIndex((each) => each.key === hat);
  return index === 0 ? "managing" : index === 1 ? "leading" : "neutral";
}
