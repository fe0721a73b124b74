import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Page, Steps } from "~/features/rounds/domain/index.ts";
import { Badge } from "~/ui/badge.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Progress } from "~/ui/progress.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import type { ParticipantSteps } from "../../running/running-page.server.ts";
import { listHref } from "./list-href.ts";

type Props = {
  cycleId: string;
  page: Page<ParticipantSteps>;
  search: string;
  used: readonly Relationship[];
};

/** Participants of a cycle that collects, with how many of each group have answered. */
export function MonitoredParticipants({ cycleId, page, search, used }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const words = (steps: Steps | undefined) =>
    steps ? t("cycle.of", { answered: steps.done, asked: steps.asked }) : t("cycle.none");
  return (
    <div>
      <Table
        caption={t("cycle.caption")}
        count={t("cycle.count", { count: page.matching })}
        tools={
          <SearchField
            label={t("search.participants", { ns: "cycle-running" })}
            defaultValue={search}
            keep={{ tab: "participants" }}
          />
        }
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={t("search.none", { ns: "cycle-running" })}
        columns={[
          {
            key: "name",
            header: t("cycle.participant"),
            rowHeader: true,
            cell: (row) => <Name cycleId={cycleId} participant={row} />,
          },
          {
            key: "total",
            header: t("cycle.total"),
            cell: ({ total, withdrawn }) =>
              withdrawn ? null : (
                <div className="min-w-32">
                  <Progress
                    label={t("cycle.total")}
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
            header: t(`groups.${relationship}`),
            align: "end" as const,
            noWrap: true,
            cell: ({ groups }: ParticipantSteps) => words(groups[relationship]),
          })),
        ]}
      />
      <Pagination
        page={page.page}
        pages={page.pages}
        href={(number) => listHref(cycleId, { tab: "participants", search, page: number })}
      />
    </div>
  );
}

function Name({ cycleId, participant }: { cycleId: string; participant: ParticipantSteps }) {
  const { t } = useTranslation("cycle-running");
  const { id, name, department, withdrawn, coachName } = participant;
  return (
    <>
      <Link tone="quiet" href={`/cycles/${cycleId}/participants/${id}`}>
        <bdi>{name}</bdi>
      </Link>
      {withdrawn && (
        <span className="ms-2 inline-block">
          <Badge>{t("participant.withdrawnBadge")}</Badge>
        </span>
      )}
      {department && <span className="block text-ink-muted">{department}</span>}
      {coachName && (
        <span className="block text-ink-muted">
          {t("participant.coachIs", { name: coachName })}
        </span>
      )}
    </>
  );
}
