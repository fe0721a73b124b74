import type { TableBlock } from "~/platform/blocks/block.ts";
import { shareText } from "~/platform/i18n/format.ts";
import { agreementFinding } from "../domain/agreement.ts";
import {
  type Adjusted,
  type Estimate,
  minimaOf,
  OTHERS,
  type ReportRow,
} from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { signed } from "./figure-words.ts";
import type { ReportBlock, T } from "./report-block.ts";

type Fold = Extract<ReportBlock, { kind: "fold" }>;
type OfHat = { name: string; rows: readonly ReportRow[] };

/** How many say too little, right and too much, and how far they agree: for all others, competency by competency. */
export function sharesFold(report: ReportPageData, { name, rows }: OfHat, t: T): Fold {
  const title = t("competencies.shares.title");
  const told = rows.filter(
    (row) => othersOf(row)?.shares || (othersOf(row)?.agreement ?? null) !== null,
  );
  if (told.length === 0) {
    const words = t("competencies.shares.none", { ...minimaOf(report.content) });
    return { kind: "fold", title, blocks: [{ kind: "sentence", words }] };
  }
  const parts = ["under", "right", "over"] as const;
  const table: TableBlock = {
    kind: "table",
    caption: t("competencies.shares.caption", { hat: name }),
    columns: [
      { header: t("competencies.adjusted.competency") },
      ...parts.map((part) => ({
        header: t(`competencies.shares.${part}`),
        figures: true as const,
      })),
      { header: t("competencies.shares.agreement") },
      { header: t("competencies.shares.n"), figures: true },
    ],
    rows: told.map((row) => {
      const others = othersOf(row);
      const agreement = agreementFinding(others?.agreement ?? null) ?? "hidden";
      return {
        key: row.id,
        cells: [
          competencyName(report, row.id),
          ...parts.map((part) =>
            others?.shares ? shareText(others.shares[part]) : t("competencies.shares.hidden"),
          ),
          t(`competencies.shares.${agreement}`),
          others ? String(others.n) : t("behaviours.noAnswer"),
        ],
      };
    }),
  };
  const rest = rows.length - told.length;
  const why: ReportBlock[] =
    rest === 0
      ? []
      : [
          {
            kind: "note",
            words: t("competencies.shares.rest", { count: rest, ...minimaOf(report.content) }),
          },
        ];
  return { kind: "fold", title, blocks: [table, ...why] };
}

type AdjustedRow = { row: ReportRow; adjusted: Adjusted; others: Estimate & { shown: true } };

/** The plain average beside what would come out if all raters used the scale alike; or why there is none. */
export function adjustedFold(report: ReportPageData, { name, rows }: OfHat, t: T): Fold {
  const { adjustment } = report.content;
  const minima = { ...minimaOf(report.content) };
  const kind = adjustment === "leniency" ? "leniency" : "prediction";
  const title = t("competencies.adjusted.title");
  const found = rows.flatMap((row): AdjustedRow[] => {
    const others = othersOf(row);
    return row.adjusted && others ? [{ row, adjusted: row.adjusted, others }] : [];
  });
  if (found.length === 0) {
    const words = t(`competencies.adjusted.none.${adjustment}`, minima);
    return { kind: "fold", title, blocks: [{ kind: "sentence", words }] };
  }
  const table: TableBlock = {
    kind: "table",
    caption: t("competencies.adjusted.caption", { hat: name }),
    columns: [
      { header: t("competencies.adjusted.competency") },
      { header: t("competencies.adjusted.plain"), figures: true },
      { header: t("competencies.adjusted.mean"), figures: true },
      { header: t("competencies.adjusted.likely"), figures: true },
      { header: t(`competencies.adjusted.raters.${kind}`), figures: true },
    ],
    rows: found.map(({ row, adjusted, others }) => ({
      key: row.id,
      cells: [
        row.id === row.hat ? name : competencyName(report, row.id),
        signed(others.mean),
        signed(adjusted.mean),
        t("competencies.adjusted.range", {
          low: signed(adjusted.low),
          high: signed(adjusted.high),
        }),
        String(adjusted.raters),
      ],
    })),
  };
  const lead: ReportBlock = {
    kind: "note",
    words: t(`competencies.adjusted.lead.${kind}`, minima),
  };
  return { kind: "fold", title, blocks: [lead, table] };
}

function competencyName({ guides }: ReportPageData, id: string): string {
  return guides[id]?.name ?? id;
}

function othersOf(row: ReportRow): (Estimate & { shown: true }) | null {
  const others = row.estimates[OTHERS];
  return others?.shown ? others : null;
}
