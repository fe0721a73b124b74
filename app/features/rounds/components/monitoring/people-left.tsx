import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { Page } from "../../domain/monitoring.ts";
import type { PersonLeft } from "../../monitoring/monitoring-page.server.ts";
import { keptInSearch, listHref } from "./list-href.ts";
import { ProgressDownloads, sortBy } from "./progress-tools.tsx";
import type { Looked } from "./ways.ts";

type Props = Looked & {
  page: Page<PersonLeft>;
  /** Nobody is reminded while the round is paused. */
  paused: boolean;
};

/** Who has something left, to be reminded one by one or all together. */
export function PeopleLeft({ page, paused, ...looked }: Props) {
  const { t } = useTranslation("monitoring");
  const { query, ways } = looked;
  const { search } = query;
  if (page.matching === 0 && search === "")
    return <EmptyState title={t("people.empty.title")}>{t("people.empty.body")}</EmptyState>;
  return (
    <div>
      <Table
        caption={t("people.caption")}
        count={t("people.count", { count: page.matching })}
        tools={
          <div className="flex flex-wrap items-end gap-3">
            <SearchField
              label={t("search.people")}
              defaultValue={search}
              keep={keptInSearch(query)}
            />
            {!paused && <Remind to={ways.page} />}
            <ProgressDownloads {...looked} />
          </div>
        }
        rows={page.rows}
        rowKey={({ personId }) => personId}
        empty={t("search.none")}
        columns={[
          {
            key: "name",
            header: t("people.name"),
            rowHeader: true,
            sort: sortBy(looked, "name", "least"),
            cell: ({ name, gone }) => (
              <span className="flex flex-wrap items-center gap-2">
                <bdi className="font-medium">{name}</bdi>
                {gone && <Badge tone="accent">{t("people.gone")}</Badge>}
              </span>
            ),
          },
          {
            key: "left",
            header: t("people.left"),
            align: "end",
            sort: sortBy(looked, "least", "least", "descending"),
            cell: ({ left }) => t("people.leftValue", { count: left }),
          },
          {
            key: "remind",
            header: <VisuallyHidden>{t("people.remind")}</VisuallyHidden>,
            align: "end",
            cell: (person) =>
              person.gone ? (
                <Link href={listHref(ways.page, { tab: "changes", search: "", page: 1 })}>
                  <span aria-hidden="true">{t("people.standIn")}</span>
                  <VisuallyHidden>{t("people.standInFor", { name: person.name })}</VisuallyHidden>
                </Link>
              ) : !person.hasAddress ? (
                <span className="text-ink-muted">{t("people.noAddress")}</span>
              ) : paused ? null : (
                <Remind to={ways.page} person={person} />
              ),
          },
        ]}
      />
      <p className="mt-3 max-w-reading text-sm text-ink-muted">{t("people.hint")}</p>
      <Pagination
        page={page.page}
        pages={page.pages}
        href={(number) => listHref(ways.page, { ...query, page: number })}
      />
    </div>
  );
}

function Remind({ to, person }: { to: string; person?: PersonLeft }) {
  const { t } = useTranslation("monitoring");
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" action={to}>
      <input type="hidden" name="person" value={person?.personId ?? ""} />
      <Button size={person ? "small" : "regular"} name="intent" value="remind" busy={sending}>
        {person ? (
          <>
            <span aria-hidden="true">{t("people.remind")}</span>
            <VisuallyHidden>{t("people.remindOne", { name: person.name })}</VisuallyHidden>
          </>
        ) : (
          t("people.remindAll")
        )}
      </Button>
    </Form>
  );
}
