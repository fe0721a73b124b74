import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { RoleEntry } from "../../roles/role-list.server.ts";

type Props = {
  roles: readonly RoleEntry[];
  /** Whether they stand in several frameworks, so that each says in which. */
  several: boolean;
};

/** Every role, with who has it and what comes next. */
export function RolesTable({ roles, several }: Props) {
  const { t } = useTranslation("roles");
  return (
    <Table
      caption={t("list.title")}
      captionHidden
      count={t("list.count", { count: roles.length })}
      rows={roles}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("list.name"),
          rowHeader: true,
          cell: ({ id, name, parent }) => (
            <>
              <Link tone="quiet" href={`/roles/${id}`} dir="auto">
                {name}
              </Link>
              {parent !== null && (
                <span className="block text-sm text-ink-muted" dir="auto">
                  {t("list.inherits", { parent })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "people",
          header: t("list.people"),
          align: "end",
          cell: ({ people }) => people ?? t("list.notYet"),
        },
        { key: "needs", header: t("list.needs"), align: "end", cell: ({ needs }) => needs },
        ...(several
          ? [
              {
                key: "framework",
                header: t("list.framework"),
                cell: ({ framework }: RoleEntry) => <span dir="auto">{framework}</span>,
              },
            ]
          : []),
        {
          key: "next",
          header: t("list.next"),
          cell: ({ nextFrom }) =>
            nextFrom === null
              ? t("list.noNext")
              : t("list.nextFrom", { date: writtenDate(nextFrom) }),
        },
        {
          key: "look",
          header: t("list.look"),
          cell: ({ lookAt, people }) => (
            <>
              {lookAt > 0 && <span className="block">{t("list.lookAt", { count: lookAt })}</span>}
              {people === 0 && t("list.nobody")}
              {lookAt === 0 && people !== 0 && t("list.nothing")}
            </>
          ),
        },
      ]}
    />
  );
}
