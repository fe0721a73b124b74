import { useTranslation } from "react-i18next";
import type { Page } from "~/features/people/domain/index.ts";
import { Badge } from "~/ui/badge.tsx";
import { Table } from "~/ui/table.tsx";
import type { PlannedPerson } from "../domain/plan.ts";
import { factIn } from "./fact-in.tsx";

const SHOWN = ["employeeId", "email", "jobTitle", "department"] as const;

/** People the directory does not know yet. */
export function NewTable({ entries, total }: Page<PlannedPerson>) {
  const { t } = useTranslation(["people-import", "people"]);
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
          header: t("people:fields.name"),
          rowHeader: true,
          cell: ({ facts, status }) => (
            <span className="flex flex-wrap items-center gap-2">
              <bdi>{facts.name}</bdi>
              {status === "inactive" && <Badge>{t("people:status.inactive")}</Badge>}
            </span>
          ),
        },
        ...SHOWN.map((field) => ({
          key: field,
          wide: field === "email",
          header: t(`people:fields.${field}`),
          cell: ({ facts }: PlannedPerson) => factIn(field, facts[field]),
        })),
        {
          key: "manager",
          header: t("people:fields.manager"),
          cell: ({ managerName }) => managerName && <bdi>{managerName}</bdi>,
        },
      ]}
    />
  );
}
