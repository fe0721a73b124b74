import { useTranslation } from "react-i18next";
import type { Page } from "~/features/people/domain/index.ts";
import { PersonLink } from "~/features/people/index.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Table } from "~/ui/table.tsx";
import type { Span } from "../domain/away.ts";
import type { PlannedAbsence } from "../domain/plan.ts";

/** When people are away, as the file has it, and what becomes of each. */
export function AbsencesTable({ entries, total }: Page<PlannedAbsence>) {
  const { t } = useTranslation(["people-import", "people"]);
  const span = useSpan();
  return (
    <Table
      caption={t("review.tabs.absences")}
      count={t("review.absences.count", { count: total })}
      rows={entries}
      rowKey={({ key, firstDay }) => `${key} ${firstDay}`}
      empty={t("review.empty.absences")}
      columns={[
        {
          key: "row",
          header: t("review.table.row"),
          align: "end",
          cell: ({ rows }) => rows.join(", "),
        },
        {
          key: "name",
          header: t("people:fields.name"),
          rowHeader: true,
          // Who is new has no page yet.
          cell: ({ key, name }) =>
            key.startsWith("row:") ? <bdi>{name}</bdi> : <PersonLink id={key} name={name} />,
        },
        { key: "away", header: t("review.absences.away"), cell: (absence) => span(absence) },
        {
          key: "outcome",
          header: t("review.absences.outcome"),
          cell: ({ outcome, replaced }) =>
            outcome === "noted" && replaced.length > 0
              ? t("review.absences.replaces", { spans: listed(replaced.map(span)) })
              : t(`review.absences.${outcome}`),
        },
      ]}
    />
  );
}

/** From when to when, in words; one day is named once. */
function useSpan(): (span: Span) => string {
  const { t } = useTranslation("people-import");
  return ({ firstDay, lastDay }) =>
    firstDay === lastDay
      ? writtenDate(firstDay)
      : t("review.absences.span", { first: writtenDate(firstDay), last: writtenDate(lastDay) });
}
