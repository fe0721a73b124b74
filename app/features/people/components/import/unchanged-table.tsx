import { useTranslation } from "react-i18next";
import { Table } from "~/ui/table.tsx";
import type { UnchangedPerson } from "../../domain/import/plan.ts";
import type { Page } from "../../domain/import/review-tab.ts";
import { PersonLink } from "../person-link.tsx";

/** People about whom the file says what is already known. */
export function UnchangedTable({ entries, total }: Page<UnchangedPerson>) {
  const { t } = useTranslation("people");
  return (
    <Table
      caption={t("review.tabs.unchanged")}
      count={t("review.table.count", { count: total })}
      rows={entries}
      rowKey={({ personId }) => personId}
      empty={t("review.empty.unchanged")}
      columns={[
        { key: "row", header: t("review.table.row"), align: "end", cell: ({ row }) => row },
        {
          key: "name",
          header: t("fields.name"),
          rowHeader: true,
          cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
        },
      ]}
    />
  );
}
