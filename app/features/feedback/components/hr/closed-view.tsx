import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { UsefulnessPanel } from "~/features/reports/index.ts";
import { readersOf } from "~/features/rounds/domain/index.ts";
import { listHref } from "~/features/rounds/index.ts";
import { listed, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Form } from "~/ui/form.tsx";
import { CheckIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Table } from "~/ui/table.tsx";
import type {
  ClosedCycle,
  ClosedParticipant,
  CycleHead,
} from "../../running/running-page.server.ts";

type Props = { head: CycleHead; closed: ClosedCycle };

/**
 * Once the reports are made: how much came in, releasing them, and how useful they were. What they say is not for HR.
 */
export function ClosedView({ head, closed }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const { cycle, instrument, facts } = head;
  const { answered, invited } = cycle.closure ?? { answered: 0, invited: 0 };
  const { made, released } = facts.reports;
  const all = cycle.state === "released";
  return (
    <div className="grid grid-cols-1 gap-8">
      {all ? (
        <Panel title={t("cycle.released.next")}>
          <p className="max-w-reading">{t("cycle.released.body")}</p>
        </Panel>
      ) : cycle.releaseMode === "coach" ? (
        <CoachesRelease head={head} />
      ) : (
        <ReleasePanel head={head} thin={closed.thin} />
      )}
      <DescriptionList
        items={[
          { term: t("cycle.instrument"), details: instrument },
          {
            term: t("cycle.closed.answers"),
            details: t("cycle.of", { answered: whole(answered), asked: whole(invited) }),
          },
          { term: t("cycle.closed.reports"), details: whole(made) },
          ...(all
            ? []
            : [
                {
                  term: t("cycle.closed.released"),
                  details: t("cycle.of", { answered: whole(released), asked: whole(made) }),
                },
              ]),
        ]}
      />
      <p>
        <Link href={`/cycles/${cycle.id}/insights`}>{t("link", { ns: "group-report" })}</Link>
      </p>
      {released > 0 && (
        <p>
          <Link href={`/cycles/${cycle.id}/files`}>{t("bundle.link", { ns: "report-pdf" })}</Link>
        </p>
      )}
      {released > 0 && <UsefulnessPanel figures={closed.usefulness} />}
      <Participants head={head} closed={closed} />
    </div>
  );
}

function Participants({ head: { cycle }, closed: { participants, search } }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  return (
    <div>
      <Table
        caption={t("cycle.caption")}
        count={t("cycle.count", { count: participants.matching })}
        tools={
          <SearchField
            label={t("search.participants", { ns: "cycle-running" })}
            defaultValue={search}
          />
        }
        rows={participants.rows}
        rowKey={({ id }) => id}
        empty={t("search.none", { ns: "cycle-running" })}
        columns={[
          {
            key: "name",
            header: t("cycle.participant"),
            rowHeader: true,
            cell: ({ id, name }) =>
              cycle.releaseMode === "coach" ? (
                <Link tone="quiet" href={`/cycles/${cycle.id}/participants/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              ) : (
                <bdi>{name}</bdi>
              ),
          },
          {
            key: "department",
            header: t("cycle.department"),
            cell: ({ department }) => <bdi>{department}</bdi>,
          },
          ...(cycle.releaseMode === "coach"
            ? [
                {
                  key: "coach",
                  header: t("coaches.coach", { ns: "cycle-running" }),
                  cell: ({ coachName }: ClosedParticipant) => <bdi>{coachName}</bdi>,
                },
              ]
            : []),
          {
            key: "report",
            header: t("report.header", { ns: "cycle-running" }),
            noWrap: true,
            cell: ({ report }) => <ReportBadge report={report} />,
          },
        ]}
      />
      <Pagination
        page={participants.page}
        pages={participants.pages}
        href={(page) => listHref(`/cycles/${cycle.id}`, { search, page })}
      />
    </div>
  );
}

function ReportBadge({ report }: Pick<ClosedParticipant, "report">) {
  const { t } = useTranslation("cycle-running");
  if (report === "released")
    return (
      <Badge tone="success" icon={<CheckIcon />}>
        {t("report.released")}
      </Badge>
    );
  return <Badge>{t(`report.${report}`)}</Badge>;
}

/** HR releases all, or has set a date and may still be earlier. */
function ReleasePanel({ head: { cycle, facts }, thin }: { head: CycleHead; thin: string[] }) {
  const { t } = useTranslation(["feedback-hr", "cycle-running", "readers"]);
  const sending = useNavigation().state === "submitting";
  const count = facts.reports.made - facts.reports.released;
  const others = count - thin.length;
  const onDate = cycle.releaseMode === "date" && cycle.releaseOn;
  return (
    <Panel title={t("cycle.closed.title")}>
      {onDate && (
        <p className="max-w-reading font-medium">
          {t("onDate", { ns: "cycle-running", date: writtenDate(onDate) })}
        </p>
      )}
      <Points
        points={[
          t("cycle.closed.body", { count }),
          t(`them.${readersOf(cycle)}`, { ns: "readers" }),
          t("cycle.closed.hint"),
          t("cycle.closed.fixed"),
        ]}
      />
      {thin.length > 0 && (
        <Notice title={t("thin.title", { ns: "cycle-running", count: thin.length, of: count })}>
          <p>{t("thin.body", { ns: "cycle-running", count: thin.length, names: listed(thin) })}</p>
        </Notice>
      )}
      <Form method="post" action={`/cycles/${cycle.id}`} className="flex flex-wrap gap-3">
        <Button
          name="intent"
          value="release"
          variant={onDate || (thin.length > 0 && others > 0) ? "secondary" : "primary"}
          wide
          busy={sending}
        >
          {t("cycle.closed.action", { count })}
        </Button>
        {thin.length > 0 && others > 0 && (
          <Button name="intent" value="release-others" variant="primary" wide busy={sending}>
            {t("thin.action", { ns: "cycle-running", count: others })}
          </Button>
        )}
      </Form>
    </Panel>
  );
}

/** Where coaches release: whose report has nobody to read it first. */
function CoachesRelease({ head: { cycle, facts } }: { head: CycleHead }) {
  const { t } = useTranslation(["cycle-running", "readers"]);
  const sending = useNavigation().state === "submitting";
  const count = facts.reports.waitingWithoutCoach;
  return (
    <Panel title={t("coachesRelease.title")}>
      <p className="max-w-reading">{t("coachesRelease.body")}</p>
      <p className="max-w-reading">{t(`them.${readersOf(cycle)}`, { ns: "readers" })}</p>
      {count > 0 && (
        <p className="max-w-reading font-medium">{t("coachesRelease.without", { count })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink
          variant={count > 0 ? "primary" : "secondary"}
          href={`/cycles/${cycle.id}/coaches`}
        >
          {t("coaches.link")}
        </ButtonLink>
        {count > 0 && (
          <Form method="post" action={`/cycles/${cycle.id}`}>
            <Button name="intent" value="release" busy={sending}>
              {t("coachesRelease.action", { count })}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}
