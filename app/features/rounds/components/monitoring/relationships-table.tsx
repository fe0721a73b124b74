import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { Table } from "~/ui/table.tsx";
import type { Steps } from "../../domain/monitoring.ts";
import { stepColumns } from "./step-columns.tsx";

type Row = Steps & { relationship: Relationship };

/** How far raters are, by what they are to whom they are asked about. */
export function RelationshipsTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("monitoring");
  const { t: named } = useTranslation("relationships");
  return (
    <Table
      caption={t("relationships")}
      rows={rows}
      rowKey={({ relationship }) => relationship}
      columns={[
        {
          key: "relationship",
          header: t("relationship"),
          rowHeader: true,
          cell: ({ relationship }) => named(`groups.${relationship}`),
        },
        ...stepColumns(t, (row: Row) => row),
      ]}
    />
  );
}
