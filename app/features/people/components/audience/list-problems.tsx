import { useTranslation } from "react-i18next";
import { whole } from "~/platform/i18n/format.ts";
import { Table } from "~/ui/table.tsx";
import type { PeopleFound } from "../../domain/people-list.ts";

const SHOWN = 200;

/** Every entry of a pasted list that can't be used, with its line and the reason. */
export function ListProblems({ found }: { found: PeopleFound }) {
  const { t } = useTranslation("audience");
  return (
    <Table
      caption={t("list.caption")}
      count={t("list.count", { count: found.problems.length })}
      rows={found.problems.slice(0, SHOWN)}
      rowKey={({ line, text }) => `${line} ${text}`}
      boxed
      columns={[
        {
          key: "line",
          header: t("list.line"),
          align: "end",
          noWrap: true,
          cell: ({ line }) => whole(line),
        },
        {
          key: "text",
          header: t("list.entry"),
          rowHeader: true,
          cell: ({ text }) => <bdi className="wrap-anywhere">{text}</bdi>,
        },
        {
          key: "problem",
          header: t("list.reason"),
          cell: ({ problem }) => t(`list.reasons.${problem}`),
        },
      ]}
    />
  );
}
