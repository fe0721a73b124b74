import { useTranslation } from "react-i18next";
import { shareText } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Table } from "~/ui/table.tsx";
import { agreementFinding } from "../../domain/agreement.ts";
import {
  type Adjusted,
  type Estimate,
  minimaOf,
  OTHERS,
  type ReportRow,
} from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { signed } from "./figure-words.ts";

type Props = { report: ReportPageData; name: string; rows: readonly ReportRow[] };

/** How many say too little, right and too much, and how far they agree: for all others, competency by competency. */
export function SharesTable({ report, name, rows }: Props) {
  const { t } = useTranslation("report");
  const share = (row: ReportRow, part: "under" | "right" | "over") => {
    const shares = othersOf(row)?.shares;
    return shares ? shareText(shares[part]) : t("competencies.shares.hidden");
  };
  const any = rows.some(
    (row) => othersOf(row)?.shares || (othersOf(row)?.agreement ?? null) !== null,
  );
  if (!any)
    return (
      <Disclosure summary={t("competencies.shares.title")}>
        <p className="max-w-reading">
          {t("competencies.shares.none", { ...minimaOf(report.content) })}
        </p>
      </Disclosure>
    );
  return (
    <Disclosure summary={t("competencies.shares.title")}>
      <Table
        caption={t("competencies.shares.caption", { hat: name })}
        captionHidden
        columns={[
          {
            key: "competency",
            header: t("competencies.adjusted.competency"),
            rowHeader: true,
            cell: (row: ReportRow) => competencyName(report, row.id),
          },
          ...(["under", "right", "over"] as const).map((part) => ({
            key: part,
            header: t(`competencies.shares.${part}`),
            align: "end" as const,
            cell: (row: ReportRow) => share(row, part),
          })),
          {
            key: "agreement",
            header: t("competencies.shares.agreement"),
            cell: (row: ReportRow) =>
              t(
                `competencies.shares.${agreementFinding(othersOf(row)?.agreement ?? null) ?? "hidden"}`,
              ),
          },
          {
            key: "n",
            header: t("competencies.shares.n"),
            align: "end",
            cell: (row: ReportRow) => othersOf(row)?.n ?? t("behaviours.noAnswer"),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Disclosure>
  );
}

type AdjustedRow = { row: ReportRow; adjusted: Adjusted; others: Estimate & { shown: true } };

/** The plain average beside what would come out if all raters used the scale alike; or why there is none. */
export function AdjustedTable({ report, name, rows }: Props) {
  const { t } = useTranslation("report");
  const { adjustment } = report.content;
  const kind = adjustment === "leniency" ? "leniency" : "prediction";
  const found = rows.flatMap((row): AdjustedRow[] => {
    const others = othersOf(row);
    return row.adjusted && others ? [{ row, adjusted: row.adjusted, others }] : [];
  });
  return (
    <Disclosure summary={t("competencies.adjusted.title")}>
      {found.length === 0 ? (
        <p className="max-w-reading">
          {t(`competencies.adjusted.none.${adjustment}`, { ...minimaOf(report.content) })}
        </p>
      ) : (
        <>
          <p className="mb-3 max-w-reading text-sm text-ink-muted">
            {t(`competencies.adjusted.lead.${kind}`, { ...minimaOf(report.content) })}
          </p>
          <Table
            caption={t("competencies.adjusted.caption", { hat: name })}
            captionHidden
            columns={[
              {
                key: "competency",
                header: t("competencies.adjusted.competency"),
                rowHeader: true,
                cell: ({ row }: AdjustedRow) =>
                  row.id === row.hat ? name : competencyName(report, row.id),
              },
              {
                key: "plain",
                header: t("competencies.adjusted.plain"),
                align: "end",
                cell: ({ others }: AdjustedRow) => signed(others.mean),
              },
              {
                key: "adjusted",
                header: t("competencies.adjusted.mean"),
                align: "end",
                cell: ({ adjusted }: AdjustedRow) => signed(adjusted.mean),
              },
              {
                key: "likely",
                header: t("competencies.adjusted.likely"),
                align: "end",
                cell: ({ adjusted }: AdjustedRow) =>
                  t("competencies.adjusted.range", {
                    low: signed(adjusted.low),
                    high: signed(adjusted.high),
                  }),
              },
              {
                key: "raters",
                header: t(`competencies.adjusted.raters.${kind}`),
                align: "end",
                cell: ({ adjusted }: AdjustedRow) => adjusted.raters,
              },
            ]}
            rows={found}
            rowKey={({ row }) => row.id}
          />
        </>
      )}
    </Disclosure>
  );
}

function competencyName({ guides }: ReportPageData, id: string): string {
  return guides[id]?.name ?? id;
}

function othersOf(row: ReportRow): (Estimate & { shown: true }) | null {
  const others = row.estimates[OTHERS];
  return others?.shown ? others : null;
}
