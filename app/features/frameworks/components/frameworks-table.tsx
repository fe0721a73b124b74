import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import type { OwnFrameworkEntry } from "../own/own-framework-reads.server.ts";

type Props = {
  frameworks: readonly OwnFrameworkEntry[];
  /** Whether drafts are theirs to see. */
  keeps: boolean;
};

/** Frameworks by name, with what of each is published and whether somebody works on it. */
export function FrameworksTable({ frameworks, keeps }: Props) {
  const { t } = useTranslation("frameworks");
  const draft: TableColumn<OwnFrameworkEntry> = {
    key: "draft",
    header: t("own.draft"),
    cell: ({ id, name, draft }) =>
      draft ? (
        <Link href={`/frameworks/${id}/draft`} aria-label={t("own.draftOf", { name })}>
          {t("own.inWork")}
        </Link>
      ) : (
        t("own.noDraft")
      ),
  };
  return (
    <Table
      caption={t("own.caption")}
      count={t("own.count", { count: frameworks.length })}
      rows={frameworks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("own.name"),
          rowHeader: true,
          cell: ({ id, name, version }) => (
            <Link
              tone="quiet"
              dir="auto"
              href={version ? `/frameworks/${id}` : `/frameworks/${id}/draft`}
            >
              {name}
            </Link>
          ),
        },
        {
          key: "version",
          header: t("own.published"),
          cell: ({ version }) =>
            version
              ? t("own.versionOn", {
                  version: version.version,
                  date: writtenDate(version.publishedOn),
                })
              : t("own.notYet"),
        },
        {
          key: "competencies",
          header: t("own.competencies"),
          align: "end",
          cell: ({ version }) => version?.competencies ?? "",
        },
        ...(keeps ? [draft] : []),
      ]}
    />
  );
}
