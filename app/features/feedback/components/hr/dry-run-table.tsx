import { useTranslation } from "react-i18next";
import { listed, localeOf, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Table } from "~/ui/table.tsx";
import type { PlannedLetter } from "../../domain/launch-plan.ts";

type Props = { letters: readonly PlannedLetter[]; matching: number };

/** Who would get which letter, where, in which language, and when they would be reminded. */
export function DryRunTable({ letters, matching }: Props) {
  const { t } = useTranslation("cycle-setup");
  if (matching === 0) return <p className="text-ink-muted">{t("dryRun.none")}</p>;
  return (
    <Table
      caption={t("dryRun.caption")}
      count={t("dryRun.count", { count: matching, matching: whole(matching) })}
      rows={letters}
      rowKey={({ kind, personId }) => `${kind} ${personId}`}
      columns={[
        {
          key: "name",
          header: t("dryRun.columns.name"),
          rowHeader: true,
          cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
        },
        {
          key: "kind",
          header: t("dryRun.columns.kind"),
          noWrap: true,
          cell: ({ kind }) => t(`dryRun.letter.${kind}`),
        },
        {
          key: "address",
          header: t("dryRun.columns.address"),
          noWrap: true,
          cell: ({ address, left }) =>
            address === null ? (
              <span className="text-ink-muted">{t(left ? "dryRun.left" : "dryRun.noAddress")}</span>
            ) : (
              <bdi>{address}</bdi>
            ),
        },
        {
          key: "requests",
          header: t("dryRun.columns.requests"),
          align: "end",
          cell: ({ kind, requests }) => (kind === "invitation" ? whole(requests) : null),
        },
        {
          key: "language",
          header: t("dryRun.columns.language"),
          cell: ({ language }) => languageName(language),
        },
        {
          key: "reminders",
          header: t("dryRun.columns.reminders"),
          cell: ({ reminders }) => listed(reminders.map((day) => writtenDate(day))),
        },
      ]}
    />
  );
}

function languageName(language: string): string {
  return (
    new Intl.DisplayNames(localeOf(), { type: "language", fallback: "code" }).of(language) ??
    language
  );
}
