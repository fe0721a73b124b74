import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Table } from "~/ui/table.tsx";
import type { PlannedPerson } from "../../domain/import/plan.ts";
import type { Page } from "../../domain/import/review-tab.ts";

const SHOWN = ["employeeId", "email", "jobTitle", "department"] as const;

/** People the directory does not know yet. */
export function NewTable({ entries, total }: Page<PlannedPerson>) {
  const { t } = useTranslation("people");
  return (
    <Table
      caption={t("review.tabs.new")}
      count={t("review.table.count", { count: total })}
      rows={entries}
      rowKey={({ key }) => key}
      empty={t("review.empty.new")}
      columns={[
        { key: "row", header: t("review.table.row"), align: "end", cell: ({ row }) => row },
        {
          key: "name",
          header: t("fields.name"),
          rowHeader: true,
          cell: ({ facts, status }) => (
            <span className="flex flex-wrap items-center gap-2">
              <bdi>{facts.name}</bdi>
              {status === "inactive" && <Badge>{t("status.inactive")}</Badge>}
            </span>
          ),
        },
        ...SHOWN.map((field) => ({
          key: field,
          header: t(`fields.${field}`),
          cell: ({ facts }: PlannedPerson) => <bdi>{facts[field]}</bdi>,
        })),
        {
          key: "manager",
          header: t("fields.manager"),
          cell: ({ managerName }) => <bdi>{managerName}</bdi>,
        },
      ]}
    />
  );
}
