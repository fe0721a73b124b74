import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import type { DirectoryRow } from "../directory-reads.server.ts";
import {
  type DirectoryQuery,
  type DirectorySort,
  directoryParameters,
  PAGE_SIZE,
} from "../domain/directory-query.ts";
import { PersonLink } from "./person-link.tsx";

type Props = {
  query: DirectoryQuery;
  people: readonly DirectoryRow[];
  total: number;
  /** Stands in the table when nobody matches. */
  empty: ReactNode;
};

/** One page of the directory, sortable by its headings. */
export function DirectoryTable({ query, people, total, empty }: Props) {
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
  return (
    <>
      <Table
        caption={t("directory.caption")}
        count={t("directory.count", { count: total })}
        tools={
          total > 0 && (
            <ButtonLink
              size="small"
              href={`/people/export?${directoryParameters(query)}`}
              reloadDocument
              icon={<DownloadIcon className="size-4" />}
            >
              {t("directory.export")}
            </ButtonLink>
          )
        }
        columns={useColumns(sort)}
        rows={people}
        rowKey={({ id }) => id}
        empty={empty}
      />
      <Pagination
        page={query.page}
        pages={Math.ceil(total / PAGE_SIZE)}
        href={(page) => address({ page })}
      />
    </>
  );
}

type Sorting = (key: DirectorySort) => NonNullable<TableColumn<DirectoryRow>["sort"]>;

function useColumns(sort: Sorting): TableColumn<DirectoryRow>[] {
  const { t } = useTranslation("people");
  const text = (key: "jobTitle" | "department" | "country"): TableColumn<DirectoryRow> => ({
    key,
    header: t(`fields.${key}`),
    sort: sort(key),
    cell: (person) => <bdi>{person[key]}</bdi>,
  });
  return [
    {
      key: "name",
      header: t("fields.name"),
      sort: sort("name"),
      rowHeader: true,
      cell: ({ id, name }) => <PersonLink id={id} name={name} />,
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
    },
    {
      key: "email",
      header: t("fields.email"),
      cell: ({ email }) => email && <Link href={`mailto:${email}`}>{email}</Link>,
    },
  ];
}
