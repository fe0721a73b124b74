import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { DirectoryRow } from "../directory-reads.server.ts";
import {
  type DirectoryQuery,
  type DirectorySort,
  directoryParameters,
  PAGE_SIZE,
} from "../domain/directory-query.ts";
import { TogetherBar, TogetherTick } from "./bulk/together-bar.tsx";
import { PersonLink } from "./person-link.tsx";
import { SaidSo } from "./said-so.tsx";

type Props = {
  query: DirectoryQuery;
  people: readonly DirectoryRow[];
  total: number;
  /** Stands in the table when nobody matches. */
  empty: ReactNode;
  /** For HR, who downloads everything and changes many at once. */
  mayChange: boolean;
};

/** One page of the directory, sortable by its headings. */
export function DirectoryTable({ query, people, total, empty, mayChange }: Props) {
  const { t } = useTranslation("people");
  const address = (change: Partial<DirectoryQuery>) => {
    const parameters = directoryParameters(query, change).toString();
    return parameters ? `/people?${parameters}` : "/people";
  };
  const sort = (key: DirectorySort) => {
    const current = query.sort === key;
    const direction = query.descending ? ("descending" as const) : ("ascending" as const);
    return {
      href: address({ sort: key, descending: current && !query.descending, page: 1 }),
      direction: current ? direction : ("none" as const),
    };
  };
  const columns = useColumns(sort);
  const tick: TableColumn<DirectoryRow> = {
    key: "tick",
    header: <VisuallyHidden>{t("directory.tick")}</VisuallyHidden>,
    cell: ({ id, name }) => <TogetherTick id={id} name={name} />,
    folded: "before",
  };
  return (
    <>
      <Table
        caption={t("directory.caption")}
        count={t("directory.count", { count: total })}
        tools={
          total > 0 && (
            <div className="flex flex-wrap gap-2">
              <Download href={`/people/export?${directoryParameters(query)}`}>
                {t("directory.export")}
              </Download>
              {mayChange && (
                <Download href="/people/export?all=yes">{t("directory.exportAll")}</Download>
              )}
            </div>
          )
        }
        columns={mayChange ? [tick, ...columns] : columns}
        rows={people}
        rowKey={({ id }) => id}
        empty={empty}
      />
      <Pagination
        page={query.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        href={(page) => address({ page })}
      />
      {mayChange && total > 0 && <TogetherBar query={query} total={total} />}
    </>
  );
}

function Download({ href, children }: { href: string; children: ReactNode }) {
  return (
    <ButtonLink size="small" href={href} reloadDocument icon={<DownloadIcon className="size-4" />}>
      {children}
    </ButtonLink>
  );
}

type Sorting = (key: DirectorySort) => NonNullable<TableColumn<DirectoryRow>["sort"]>;

function useColumns(sort: Sorting): TableColumn<DirectoryRow>[] {
  const { t } = useTranslation("people");
  const text = (key: "jobTitle" | "department" | "country"): TableColumn<DirectoryRow> => ({
    key,
    header: t(`fields.${key}`),
    sort: sort(key),
    cell: (person) => person[key] && <bdi>{person[key]}</bdi>,
  });
  return [
    {
      key: "name",
      header: t("fields.name"),
      sort: sort("name"),
      rowHeader: true,
      cell: ({ id, name, ...said }) => (
        <>
          <PersonLink id={id} name={name} />
          <SaidSo {...said} />
        </>
      ),
    },
    text("jobTitle"),
    text("department"),
    text("country"),
    {
      key: "manager",
      header: t("fields.manager"),
      sort: sort("manager"),
      cell: ({ managerId, managerName }) =>
        managerId && managerName && <PersonLink id={managerId} name={managerName} />,
      folded: "away",
    },
    {
      key: "email",
      wide: true,
      header: t("fields.email"),
      cell: ({ email }) =>
        email && (
          <Link href={`mailto:${email}`}>
            <MailAddress address={email} />
          </Link>
        ),
      folded: "away",
    },
  ];
}
