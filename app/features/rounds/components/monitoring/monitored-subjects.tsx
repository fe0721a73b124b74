import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { Badge } from "~/ui/badge.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Progress } from "~/ui/progress.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import type { Page, Steps } from "../../domain/monitoring.ts";
import type { SubjectSteps } from "../../monitoring/monitoring-page.server.ts";
import { keptInSearch, listHref } from "./list-href.ts";
import { ProgressDownloads, sortBy } from "./progress-tools.tsx";
import type { Looked } from "./ways.ts";

type Props = Looked & { page: Page<SubjectSteps>; used: readonly Relationship[] };

/** Whom a round that collects asks about, with how many of each group have answered. */
export function MonitoredSubjects({ page, used, ...looked }: Props) {
  const { t } = useTranslation("monitoring");
  const { t: named } = useTranslation("relationships");
  const { query, ways } = looked;
  const words = (steps: Steps | undefined) =>
    steps ? t("of", { answered: steps.done, asked: steps.asked }) : t("none");
  return (
    <div>
      <Table
        caption={t("participants.caption")}
        count={t("participants.count", { count: page.matching })}
        tools={
          <div className="grid gap-2">
            <SearchField
              label={t("search.participants")}
              defaultValue={query.search}
              keep={keptInSearch(query)}
            />
            <ProgressDownloads {...looked} />
          </div>
        }
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={t("search.none")}
        columns={[
          {
            key: "name",
            header: t("participants.participant"),
            rowHeader: true,
            sort: sortBy(looked, "name", "name"),
            cell: (row) => <Name subject={row} href={ways.subject(row.id)} />,
          },
          {
            key: "total",
            header: t("participants.total"),
            sort: sortBy(looked, "least", "name"),
            cell: ({ total, withdrawn }) =>
              withdrawn ? null : (
                <div className="min-w-32">
                  <Progress
                    label={t("participants.total")}
                    labelHidden
                    value={total.done}
                    max={total.asked || 1}
                    text={words(total)}
                  />
                </div>
              ),
          },
          ...used.map((relationship) => ({
            key: relationship,
            header: named(`groups.${relationship}`),
            align: "end" as const,
            noWrap: true,
            cell: ({ groups }: SubjectSteps) => words(groups[relationship]),
          })),
        ]}
      />
      <Pagination
        page={page.page}
        pages={page.pages}
        href={(number) => listHref(ways.page, { ...query, page: number })}
      />
    </div>
  );
}

function Name({ subject, href }: { subject: SubjectSteps; href: string }) {
  const { t } = useTranslation("monitoring");
  const { name, department, withdrawn, coachName } = subject;
  return (
    <>
      <Link tone="quiet" href={href}>
        <bdi>{name}</bdi>
      </Link>
      {withdrawn && (
        <span className="ms-2 inline-block">
          <Badge>{t("participants.withdrawn")}</Badge>
        </span>
      )}
      {department && <span className="block text-ink-muted">{department}</span>}
      {coachName && (
        <span className="block text-ink-muted">
          {t("participants.coachIs", { name: coachName })}
        </span>
      )}
    </>
  );
}
