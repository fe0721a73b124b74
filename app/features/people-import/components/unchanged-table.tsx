import { useTranslation } from "react-i18next";
import type { Page } from "~/features/people/domain/index.ts";
import { PersonLink } from "~/features/people/index.ts";
import { Table } from "~/ui/table.tsx";
import type { UnchangedPerson } from "../domain/plan.ts";

/** People about whom the file says what is already known. */
export function UnchangedTable({ entries, total }: Page<UnchangedPerson>) {
  const { t } = useTranslation(["people-import", "people"]);
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
          header: t("people:fields.name"),
          rowHeader: true,
          cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
        },
      ]}
    />
  );
}
