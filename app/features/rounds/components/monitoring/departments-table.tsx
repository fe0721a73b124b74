import { useTranslation } from "react-i18next";
import { Table } from "~/ui/table.tsx";
import type { DepartmentSteps } from "../../monitoring/monitoring-page.server.ts";
import { ProgressDownloads, sortBy } from "./progress-tools.tsx";
import { stepColumns } from "./step-columns.tsx";
import type { Looked } from "./ways.ts";

type Props = Looked & { departments: readonly DepartmentSteps[] };

/** The same counts by the participants' department, as it was written down with them. */
export function DepartmentsTable({ departments, ...looked }: Props) {
  const { t } = useTranslation("monitoring");
  return (
    <Table
      caption={t("departments.caption")}
      tools={<ProgressDownloads {...looked} />}
      rows={departments}
      rowKey={({ department }) => department ?? ""}
      columns={[
        {
          key: "department",
          header: t("departments.department"),
          rowHeader: true,
          sort: sortBy(looked, "name", "name"),
          cell: ({ department }) => department ?? t("departments.none"),
        },
        {
          key: "participants",
          header: t("departments.participants"),
          align: "end",
          cell: ({ participants }) => participants,
        },
        ...stepColumns(t, ({ total }: DepartmentSteps) => total).map((column) =>
          column.key === "done" ? { ...column, sort: sortBy(looked, "least", "name") } : column,
        ),
      ]}
    />
  );
}
