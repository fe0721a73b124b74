import type { HiddenReason } from "@twohats/disclosure";
import { listed } from "~/platform/i18n/format.ts";
import type { AmountChart, LevelChart } from "~/ui/charts/chart.ts";
import type { Group, GroupRow } from "~/ui/charts/data.ts";
import { type Estimate, minimaOf, OTHERS, type ReportRow, SELF } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { adjustedFold, sharesFold } from "./competency-figures.ts";
import { directionWords } from "./direction-words.ts";
import { howToReadIt, type ReportBlock, type ReportSection, type T } from "./report-block.ts";
import { seenWords } from "./sureness.ts";

type Fold = Extract<ReportBlock, { kind: "fold" }>;

/** What is shown of one hat's competencies: a chart or why there is none, and what opens under it. */
export type HatFigures = {
  name: string;
  first: ReportBlock;
  /** Group by group; none where there is one group. */
  byGroup: Fold | null;
  tables: Fold[];
};

/** Amounts per competency, hat by hat, then what stands above the hats. */
export function competencies(report: ReportPageData, t: T): ReportSection {
  const hats = hatFigures(report, t).map(
    ({ first, byGroup, tables }): ReportBlock =>
      first.kind === "chart"
        ? { ...first, reading: howToReadIt(t), more: [...(byGroup ? [byGroup] : []), ...tables] }
        : first,
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
    const chart = (title: string, kind: "all" | "groups"): AmountChart & Names => ({
      kind: "amounts",
      title,
      description: t("competencies.chart.description"),
      rows: rows.map((row) => chartRow(t, report, row, tone, kind)),
      names: { self: t("groups.self") },
    });
    const reason = nothingShown(report, rows);
    if (reason)
      return {
        name,
        first: {
          kind: "sentence",
          words: t("competencies.nothing", {
            hat: name,
            reason: t(`reasons.${reason}`, { ...minimaOf(report.content) }),
          }),
        },
        ...{ byGroup: null, tables: [] },
      };
    const finding = findingOf(report, key, t);
    return {
      name,
      first: {
        kind: "chart",
        chart: chart(t("competencies.chart.title", { hat: name, finding }), "all"),
      },
      byGroup:
        groupIds(report).length > 1
          ? {
              kind: "fold",
              title: t("competencies.byGroup"),
              blocks: rows.some((row) => groupIds(report).some((id) => row.estimates[id]?.shown))
                ? [{ kind: "chart", chart: chart(name, "groups") }]
                : [{ kind: "sentence", words: t("competencies.noGroup") }],
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

type Names = { names: { self: string } };

/** Why nothing of a hat can be shown, not even the participant's own view; null where something can. */
function nothingShown(report: ReportPageData, rows: readonly ReportRow[]): HiddenReason | null {
  const ids = [OTHERS, SELF, ...groupIds(report)];
  const all = rows.flatMap(({ estimates }) => ids.flatMap((id) => estimates[id] ?? []));
  if (all.some((each) => each.shown)) return null;
  const [first] = rows.flatMap(({ estimates }) => estimates[OTHERS] ?? []);
  return first && !first.shown ? first.reason : "hidden-few-raters";
}

/** The finding with its direction: "too much of X; too little of Y and Z". */
function findingOf(report: ReportPageData, hat: string, t: T): string {
  const places = report.findings.places.filter((place) => place.hat === hat);
  if (places.length > 0) return directionWords(report, places, t);
  const rows = report.content.competencies.filter((row) => row.hat === hat);
  const any = rows.some((each) => each.estimates[OTHERS]?.shown);
  return t(any ? "competencies.chart.none" : "competencies.chart.hidden");
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
  return [
    {
      kind: "chart",
      chart: { ...chart, names: { self: t("groups.self") } },
      reading: howToReadIt(t),
    },
  ];
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
  const seen = kind === "all" ? seenWords(row.estimates[OTHERS], t) : null;
  return {
    key: row.id,
    label: report.guides[row.id]?.name ?? row.id,
    tone,
    ...(self?.shown && { self: self.mean }),
    ...(seen && { seen }),
    groups: ids.map((id) => chartGroup(t, t(`groups.${id}`), row.estimates[id])),
  };
}

function chartGroup(t: T, label: string, estimate: Estimate | undefined): Group {
  if (!estimate?.shown)
    return { label, hidden: t(`reasons.${estimate?.reason ?? "hidden-few-raters"}`) };
  const { mean, low, high, n } = estimate;
  // One person's answer is theirs: there is no telling where more such people would lie.
  const sure = n > 1 && low !== null && high !== null;
  return { label, value: mean, n, ...(sure && { low, high }) };
}
