import { useTranslation } from "react-i18next";
import { whole } from "~/platform/i18n/format.ts";
import { Table } from "~/ui/table.tsx";
import type { BadRow } from "../../domain/assignment-plan.ts";

const SHOWN = 200;

/** Rows of a file that can't be used: which, and why. */
export function BadRows({ bad }: { bad: readonly BadRow[] }) {
  const { t } = useTranslation("cycle-setup");
  return (
    <div className="grid gap-3">
      <Table
        caption={t("bad.caption")}
        count={t("bad.count", { count: bad.length })}
        rows={bad.slice(0, SHOWN)}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "row",
            header: t("bad.row"),
            rowHeader: true,
            noWrap: true,
            cell: ({ row }) => whole(row),
          },
          {
            key: "value",
            header: t("bad.value"),
            cell: ({ value }) => <bdi className="wrap-anywhere">{value}</bdi>,
          },
          {
            key: "problem",
            header: t("bad.reason"),
            cell: ({ problem, otherRow, outsider }) =>
              t(`bad.reasons.${outsider ? "outsider" : problem}`, { row: otherRow }),
          },
        ]}
      />
      {bad.length > SHOWN && (
        <p className="text-sm text-ink-muted">
          {t("bad.more", { shown: SHOWN, count: bad.length })}
        </p>
      )}
    </div>
  );
}
