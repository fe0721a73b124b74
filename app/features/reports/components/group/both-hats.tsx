import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Table } from "~/ui/table.tsx";
import { findingOrder, type GroupReport, type GroupRow } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";

type Props = { page: GroupReportData; down: GroupRow; across: GroupRow };
type Row = GroupReport["both"][number];

/** How many participants are where on both hats at once. */
export function BothHats({ page: { content, names }, down, across }: Props) {
  const { t } = useTranslation("group-report");
  const nameOf = (row: GroupRow) => names[row.id] ?? row.id;
  const cross = (
    <Table
      caption={t("both.crossCaption", { down: nameOf(down), across: nameOf(across) })}
      columns={[
        {
          key: "down",
          header: nameOf(down),
          rowHeader: true,
          cell: (row: Row) => t(`finding.${row.finding}`),
        },
        ...findingOrder.map((finding, at) => ({
          key: finding,
          header: t("both.column", { hat: nameOf(across), finding: t(`finding.${finding}`) }),
          align: "end" as const,
          cell: (row: Row) => row.counts[at] ?? t("hidden"),
        })),
      ]}
      rows={content.both}
      rowKey={(row) => row.finding}
    />
  );
  return (
    <div className="grid grid-cols-1 gap-3">
      <Table
        caption={t("both.caption")}
        captionHidden
        columns={[
          {
            key: "hat",
            header: t("both.hat"),
            rowHeader: true,
            cell: (row: GroupRow) => nameOf(row),
          },
          ...findingOrder.map((finding) => ({
            key: finding,
            header: t(`finding.${finding}`),
            align: "end" as const,
            cell: (row: GroupRow) => row.findings?.[finding] ?? t("hidden"),
          })),
        ]}
        rows={[down, across]}
        rowKey={(row) => row.id}
      />
      <Disclosure summary={t("both.together")}>{cross}</Disclosure>
    </div>
  );
}
