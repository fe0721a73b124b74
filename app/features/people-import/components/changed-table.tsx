import { useTranslation } from "react-i18next";
import { daysIn, type Page } from "~/features/people/domain/index.ts";
import { PersonLink } from "~/features/people/index.ts";
import { listed, namesOfWeekdays, writtenDate } from "~/platform/i18n/format.ts";
import { Table } from "~/ui/table.tsx";
import type { FieldChange, PlannedChange } from "../domain/plan.ts";

/** People whose details change, field by field. */
export function ChangedTable({ entries, total }: Page<PlannedChange>) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <Table
      caption={t("review.tabs.changed")}
      count={t("review.table.count", { count: total })}
      rows={entries}
      rowKey={({ key }) => key}
      empty={t("review.empty.changed")}
      columns={[
        { key: "row", header: t("review.table.row"), align: "end", cell: ({ row }) => row },
        {
          key: "name",
          header: t("people:fields.name"),
          rowHeader: true,
          // Someone from outside has no page before they are in the directory.
          cell: ({ key, previousName, changes }) =>
            changes.some((change) => change.field === "external") ? (
              <bdi>{previousName}</bdi>
            ) : (
              <PersonLink id={key} name={previousName} />
            ),
        },
        {
          key: "change",
          header: t("review.table.change"),
          cell: ({ changes }) => (
            <ul className="grid gap-1">
              {changes.map((change) => (
                <li key={change.field}>
                  <Change change={change} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Change({ change: { field, from, to } }: { change: FieldChange }) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <>
      <span className="text-ink-muted">{t(`people:fields.${field}`)}</span>
      {": "}
      <span className="sr-only">{t("review.table.from")} </span>
      <del className="text-ink-muted">
        <Value field={field} value={from} />
      </del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("review.table.to")} </span>
      <ins className="font-medium no-underline">
        <Value field={field} value={to} />
      </ins>
    </>
  );
}

export function Value({ field, value }: { field: FieldChange["field"]; value: string | null }) {
  const { t } = useTranslation(["people-import", "people"]);
  if (value === null) return <i>{t("review.table.nothing")}</i>;
  if (field === "startDate" || field === "endDate") return writtenDate(value);
  if (field === "workingDays") return listed(namesOfWeekdays(daysIn(value)));
  if (field === "status") return t(value === "inactive" ? "status.inactive" : "status.active");
  if (field === "external") return t(value === "yes" ? "external.yes" : "external.no");
  return <bdi>{value}</bdi>;
}
