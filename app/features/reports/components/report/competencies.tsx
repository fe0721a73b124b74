import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { AmountAxis } from "~/ui/charts/amount-axis.tsx";
import type { Group, GroupRow } from "~/ui/charts/data.ts";
import { DotInterval } from "~/ui/charts/dot-interval.tsx";
import { useChartTexts } from "~/ui/charts/use-chart-texts.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { type Estimate, OTHERS, type ReportRow, SELF } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { AdjustedTable, SharesTable } from "./competency-figures.tsx";
import { ReportSection } from "./report-section.tsx";

const MOST_NAMED = 3;

/** Amounts per competency, hat by hat, then what stands above the hats. */
export function Competencies({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  return (
    <ReportSection id="competencies" title={t("competencies.title")} lead={t("competencies.lead")}>
      {report.hats.map(({ key, name }, index) => (
        <HatChart
          key={key}
          report={report}
          hat={key}
          name={name}
          tone={index === 0 ? "managing" : "leading"}
        />
      ))}
      <AboveHats report={report} />
    </ReportSection>
  );
}

/** A heading names a few; the chart shows which others. */
function namesOf(t: TFunction<"report">, names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return listed(names);
  const named = names.slice(0, MOST_NAMED - 1);
  return listed([...named, t("competencies.chart.more", { count: names.length - named.length })]);
}

type HatProps = { report: ReportPageData; hat: string; name: string; tone: "managing" | "leading" };

function HatChart({ report, hat, name, tone }: HatProps) {
  const { t } = useTranslation("report");
  const texts = { ...useChartTexts(), self: t("groups.self") };
  const rows = report.content.competencies.filter((row) => row.hat === hat);
  const standing = report.findings.places
    .filter((place) => place.hat === hat)
    .map((place) => report.guides[place.id]?.name ?? place.id);
  const any = rows.some((each) => each.estimates[OTHERS]?.shown);
  const finding =
    standing.length > 0
      ? t("competencies.chart.clear", { names: namesOf(t, standing), count: standing.length })
      : t(any ? "competencies.chart.none" : "competencies.chart.hidden");
  const chart = (kind: "all" | "groups") => (
    <AmountAxis
      title={kind === "all" ? t("competencies.chart.title", { hat: name, finding }) : name}
      description={t("competencies.chart.description")}
      rows={rows.map((row) => chartRow(t, report, row, tone, kind))}
      texts={texts}
    />
  );
  return (
    <div className="grid grid-cols-1 gap-3">
      {chart("all")}
      {groupIds(report).length > 1 && (
        <Disclosure summary={t("competencies.byGroup")}>{chart("groups")}</Disclosure>
      )}
      <SharesTable report={report} name={name} rows={rows} />
      <AdjustedTable
        report={report}
        name={name}
        rows={[...report.content.hats.filter(({ id }) => id === hat), ...rows]}
      />
    </div>
  );
}

function AboveHats({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const texts = { ...useChartTexts(), self: t("groups.self") };
  const rows = report.content.competencies.filter((row) => row.hat === null);
  if (rows.length === 0) return null;
  return (
    <DotInterval
      title={t("competencies.above.title", {
        names: listed(rows.map((row) => report.guides[row.id]?.name ?? row.id)),
      })}
      description={t("competencies.above.description")}
      rows={rows.map((row) => chartRow(t, report, row, "neutral", "groups"))}
      ends={[t("competencies.ends.low"), t("competencies.ends.high")]}
      texts={texts}
    />
  );
}

function groupIds({ content }: ReportPageData): string[] {
  return content.groups.map((group) => group.id).filter((id) => id !== SELF);
}

function chartRow(
  t: TFunction<"report">,
  report: ReportPageData,
  row: ReportRow,
  tone: GroupRow["tone"],
  kind: "all" | "groups",
): GroupRow {
  const self = row.estimates[SELF];
  const ids = kind === "all" ? [OTHERS] : [...groupIds(report), OTHERS];
  return {
    key: row.id,
    label: report.guides[row.id]?.name ?? row.id,
    tone,
    self: self?.shown ? self.mean : undefined,
    groups: ids.map((id) => chartGroup(t, t(`groups.${id}`), row.estimates[id])),
  };
}

function chartGroup(t: TFunction<"report">, label: string, estimate: Estimate | undefined): Group {
  if (!estimate?.shown)
    return { label, hidden: t(`reasons.${estimate?.reason ?? "hidden-few-raters"}`) };
  const { mean, low, high, n } = estimate;
  return { label, value: mean, n, ...(low === null || high === null ? {} : { low, high }) };
}
