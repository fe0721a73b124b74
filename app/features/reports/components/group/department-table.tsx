import { useTranslation } from "react-i18next";
import { Table } from "~/ui/table.tsx";
import { type GroupFigure, NO_DEPARTMENT } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { signed } from "../../sections/figure-words.ts";

/**
 * Both hats by department, each with its n and likely range; small departments and what would give them away stay
 * hidden.
 */
export function DepartmentTable({ page: { content, names } }: { page: GroupReportData }) {
  const { t } = useTranslation("group-report");
  const departments = [
    ...new Set(content.hats.flatMap((row) => Object.keys(row.departments))),
  ].sort();
  const figure = (found: GroupFigure | undefined) =>
    found?.shown
      ? t("departments.figure", {
          mean: signed(found.mean),
          low: signed(found.low),
          high: signed(found.high),
          count: found.n,
        })
      : t("hidden");
  if (departments.length === 0) return <p className="max-w-reading">{t("summary.nothing")}</p>;
  return (
    <Table
      caption={t("departments.caption")}
      captionHidden
      columns={[
        {
          key: "department",
          header: t("departments.department"),
          rowHeader: true,
          cell: (department: string) =>
            department === NO_DEPARTMENT ? t("departments.none") : department,
        },
        ...content.hats.map((row) => ({
          key: row.id,
          header: names[row.id] ?? row.id,
          cell: (department: string) => figure(row.departments[department]),
        })),
      ]}
      rows={departments}
      rowKey={(department) => department}
    />
  );
}
