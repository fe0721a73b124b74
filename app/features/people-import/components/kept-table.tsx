import { useTranslation } from "react-i18next";
import type { Page } from "~/features/people/domain/index.ts";
import { PersonLink } from "~/features/people/index.ts";
import { Table } from "~/ui/table.tsx";
import type { KeptChoice } from "../domain/plan.ts";
import { Value } from "./changed-table.tsx";

/** What people chose themselves, and what the file says in its place. */
export function KeptTable({ entries, total }: Page<KeptChoice>) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <Table
      caption={t("review.tabs.kept")}
      count={t("review.table.keptCount", { count: total })}
      rows={entries}
      rowKey={({ personId, field }) => `${personId} ${field}`}
      empty={t("review.empty.kept")}
      columns={[
        { key: "row", header: t("review.table.row"), align: "end", cell: ({ row }) => row },
        {
          key: "name",
          header: t("people:fields.name"),
          rowHeader: true,
          cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
        },
        {
          key: "field",
          header: t("review.table.what"),
          cell: ({ field }) => t(`people:fields.${field}`),
        },
        {
          key: "own",
          header: t("review.table.own"),
          cell: ({ field, own }) => <Value field={field} value={own} />,
        },
        {
          key: "said",
          header: t("review.table.said"),
          cell: ({ field, said }) => <Value field={field} value={said} />,
        },
      ]}
    />
  );
}
