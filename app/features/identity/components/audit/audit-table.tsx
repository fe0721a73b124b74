import { useTranslation } from "react-i18next";
import { timeOfDay, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ArrowRightIcon, DownloadIcon } from "~/ui/icons.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import type { NamedLine } from "../../audit/audit-names.server.ts";
import { type AuditQuery, auditParameters } from "../../audit/audit-query.ts";
import type { AuditPage } from "../../audit/read-audit.server.ts";

/** One page of what was done, with the way to what is older and to a file of all of it. */
export function AuditTable({ page, query }: { page: AuditPage; query: AuditQuery }) {
  const { t } = useTranslation("audit");
  const columns = useColumns(page.zone);
  return (
    <>
      <Table
        caption={t("caption")}
        tools={
          <ButtonLink
            href={`/access/audit.csv?${auditParameters(query)}`}
            reloadDocument
            size="small"
            icon={<DownloadIcon className="size-4" />}
          >
            {t("export")}
          </ButtonLink>
        }
        columns={columns}
        rows={page.lines}
        rowKey={({ key }) => key}
        empty={
          <EmptyState level={3} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        }
      />
      {(page.next || query.after) && (
        <nav aria-label={t("caption")} className="flex flex-wrap gap-3">
          {query.after && (
            <ButtonLink size="small" href={`/access/audit?${auditParameters(query)}`}>
              {t("newest")}
            </ButtonLink>
          )}
          {page.next && (
            <ButtonLink
              size="small"
              rel="next"
              href={`/access/audit?${auditParameters(query, page.next)}`}
            >
              {t("older")}
              <ArrowRightIcon className="size-4 rtl:rotate-180" />
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

function useColumns(zone: string): TableColumn<NamedLine>[] {
  const { t } = useTranslation("audit");
  return [
    {
      key: "said",
      header: t("columns.said"),
      cell: ({ said }) => <bdi>{said}</bdi>,
      rowHeader: true,
      wide: true,
    },
    { key: "day", header: t("columns.day"), cell: ({ day }) => writtenDate(day), noWrap: true },
    {
      key: "time",
      header: t("columns.time"),
      cell: ({ at }) => (at === null ? t("untilThen") : timeOfDay(at, zone)),
    },
    { key: "who", header: t("columns.who"), cell: (line) => <Who line={line} /> },
    {
      key: "about",
      header: t("columns.about"),
      cell: ({ about }) => (about === "gone" ? t("goneAbout") : about && <bdi>{about.name}</bdi>),
    },
  ];
}

function Who({ line: { who } }: { line: NamedLine }) {
  const { t } = useTranslation("audit");
  if (who === null) return <span className="text-ink-muted">{t("notSaid")}</span>;
  return typeof who === "string" ? t(who) : <bdi>{who.name}</bdi>;
}
