import { listed } from "~/platform/i18n/format.ts";
import type { AmountChart, LevelChart } from "~/ui/charts/chart.ts";
import type { Group, GroupRow } from "~/ui/charts/data.ts";
import { type Estimate, OTHERS, type ReportRow, SELF } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { adjustedFold, sharesFold } from "./competency-figures.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

const MOST_NAMED = 3;

type Fold = Extract<ReportBlock, { kind: "fold" }>;

/** What is shown of one hat's competencies: a chart, and what opens under it. */
export type HatFigures = {
  name: string;
  chart: AmountChart & { names: { self: string } };
  /** Group by group; none where there is one group. */
  byGroup: Fold | null;
  tables: Fold[];
};

/** Amounts per competency, hat by hat, then what stands above the hats. */
export function competencies(report: ReportPageData, t: T): ReportSection {
  const hats = hatFigures(report, t).map(
    ({ chart, byGroup, tables }): ReportBlock => ({
      kind: "chart",
      chart,
      more: [...(byGroup ? [byGroup] : []), ...tables],
    }),
  );
  return { ...competenciesHead(t), blocks: [...hats, ...aboveHats(report, t)] };
}

/** The section's heading, under which page and paper put the same in their own order. */
export function competenciesHead(t: T): Omit<ReportSection, "blocks"> {
  return { id: "competencies", title: t("competencies.title"), lead: t("competencies.lead") };
}

export function hatFigures(report: ReportPageData, t: T): HatFigures[] {
  return report.hats.map(({ key, name }, index) => {
    const rows = report.content.competencies.filter((row) => row.hat === key);
    const tone = index === 0 ? "managing" : "leading";
    const chart = (title: string, kind: "all" | "groups"): HatFigures["chart"] => ({
      kind: "amounts",
      title,
      description: t("competencies.chart.description"),
      rows: rows.map((row) => chartRow(t, report, row, tone, kind)),
      names: { self: t("groups.self") },
    });
    const finding = findingOf(report, key, rows, t);
    return {
      name,
      chart: chart(t("competencies.chart.title", { hat: name, finding }), "all"),
      byGroup:
        groupIds(report).length > 1
          ? {
              kind: "fold",
              title: t("competencies.byGroup"),
              blocks: [{ kind: "chart", chart: chart(name, "groups") }],
            }
          : null,
      tables: [
        sharesFold(report, { name, rows }, t),
        adjustedFold(
          report,
          { name, rows: [...report.content.hats.filter(({ id }) => id === key), ...rows] },
          t,
        ),
      ],
    };
  });
}

function findingOf(report: ReportPageData, hat: string, rows: readonly ReportRow[], t: T): string {
  const standing = report.findings.places
    .filter((place) => place.hat === hat)
    .map((place) => report.guides[place.id]?.name ?? place.id);
  if (standing.length > 0)
    return t("competencies.chart.clear", { names: namesOf(t, standing), count: standing.length });
  const any = rows.some((each) => each.estimates[OTHERS]?.shown);
  return t(any ? "competencies.chart.none" : "competencies.chart.hidden");
}

/** A heading names a few; the chart shows which others. */
function namesOf(t: T, names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return listed(names);
  const named = names.slice(0, MOST_NAMED - 1);
  return listed([...named, t("competencies.chart.more", { count: names.length - named.length })]);
}

/** Competencies that no hat has, on the scale of how true. */
export function aboveHats(report: ReportPageData, t: T): ReportBlock[] {
  const rows = report.content.competencies.filter((row) => row.hat === null);
  if (rows.length === 0) return [];
  const chart: LevelChart = {
    kind: "levels",
    title: t("competencies.above.title", {
      names: listed(rows.map((row) => report.guides[row.id]?.name ?? row.id)),
    }),
    description: t("competencies.above.description"),
    rows: rows.map((row) => chartRow(t, report, row, "neutral", "groups")),
    ends: [t("competencies.ends.low"), t("competencies.ends.high")],
  };
  return [{ kind: "chart", chart: { ...chart, names: { self: t("groups.self") } } }];
}

function groupIds({ content }: ReportPageData): string[] {
  return content.groups.map((group) => group.id).filter((id) => id !== SELF);
}

function chartRow(
  t: T,
  report: ReportPageData,
  row: ReportRow,
  tone: NonNullable<GroupRow["tone"]>,
  kind: "all" | "groups",
): GroupRow {
  const self = row.estimates[SELF];
  const ids = kind === "all" ? [OTHERS] : [...groupIds(report), OTHERS];
  return {
    key: row.id,
    label: report.guides[row.id]?.name ?? row.id,
    tone,
    ...(self?.shown && { self: self.mean }),
    groups: ids.map((id) => chartGroup(t, t(`groups.${id}`), row.estimates[id])),
  };
}

function chartGroup(t: T, label: string, estimate: Estimate | undefined): Group {
  if (!estimate?.shown)
    return { label, hidden: t(`reasons.${estimate?.reason ?? "hidden-few-raters"}`) };
  const { mean, low, high, n } = estimate;
  return { label, value: mean, n, ...(low === null || high === null ? {} : { low, high }) };
}
