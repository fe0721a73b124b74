import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { unitsOf } from "~/features/identity/index.ts";
import { LimitNote } from "~/features/people/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { wordsIn } from "../components/hr/notices.ts";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { cyclesPage } from "../cycle/cycle-page.server.ts";
import type { CycleSummary } from "../cycle/cycle-reads.server.ts";
import type { Route } from "./+types/cycles";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  const parameters = new URL(request.url).searchParams;
  const all = await cyclesPage(getPlatform(context), actor);
  const archived = parameters.has("archived");
  return {
    archived,
    units: unitsOf(actor),
    cycles: all.filter((cycle) => cycle.archived === archived),
    others: all.filter((cycle) => cycle.archived !== archived).length,
    ...wordsIn(parameters),
  };
}

export default function Cycles({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycles, archived, others, units, said, refused } = loaderData;
  const start = (
    <ButtonLink variant="primary" href="/cycles/new" icon={<PlusIcon />}>
      {t("cycles.start")}
    </ButtonLink>
  );
  const title = t(archived ? "cycles.archived.title" : "cycles.title");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        {...(archived && { breadcrumbs: [{ label: t("cycles.title"), href: "/cycles" }] })}
        title={title}
        lead={t(archived ? "cycles.archived.lead" : "cycles.lead")}
        action={cycles.length > 0 && !archived ? start : undefined}
      />
      <CycleNotice said={said} refused={refused} />
      <LimitNote units={units} />
      {cycles.length > 0 ? (
        <CyclesTable cycles={cycles} archived={archived} />
      ) : archived ? (
        <p className="text-ink-muted">{t("cycles.archived.none")}</p>
      ) : (
        <NoCycles anyArchived={others > 0} start={start} />
      )}
      {!archived && others > 0 && (
        <p className="mt-6">
          <Link href="/cycles?archived=1">{t("cycles.archived.show", { count: others })}</Link>
        </p>
      )}
    </>
  );
}

function NoCycles({ anyArchived, start }: { anyArchived: boolean; start: ReactNode }) {
  const { t } = useTranslation("feedback-hr");
  const words = anyArchived ? "cycles.archived.all" : "cycles.empty";
  return (
    <EmptyState title={t(`${words}.title`)} action={start}>
      {t(`${words}.body`)}
    </EmptyState>
  );
}

type TableProps = { cycles: readonly CycleSummary[]; archived: boolean };

function CyclesTable({ cycles, archived }: TableProps) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  return (
    <Table
      caption={t(archived ? "cycles.archived.caption" : "cycles.caption")}
      count={t("cycles.count", { count: cycles.length })}
      rows={cycles}
      rowKey={(cycle) => cycle.id}
      columns={[
        {
          key: "name",
          header: t("cycles.name"),
          rowHeader: true,
          cell: (cycle) => (
            <Link tone="quiet" href={`/cycles/${cycle.id}`} dir="auto">
              {cycle.name}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("cycles.state"),
          cell: (cycle) => <StateBadge state={cycle.state} waiting={cycle.waiting} />,
        },
        {
          key: "participants",
          header: t("cycles.participants"),
          align: "end",
          cell: (cycle) => whole(cycle.participants),
        },
        {
          key: "answers",
          header: t("cycles.answers"),
          align: "end",
          noWrap: true,
          cell: (cycle) => (hasAsked(cycle) ? t("cycles.answersOf", figures(cycle)) : null),
        },
        {
          key: "closes",
          header: t("cycles.closes"),
          noWrap: true,
          cell: (cycle) => (cycle.closesOn ? writtenDate(cycle.closesOn) : null),
        },
        {
          key: "copy",
          folded: "below",
          header: <VisuallyHidden>{tSetup("copy.link")}</VisuallyHidden>,
          align: "end",
          noWrap: true,
          cell: ({ id, name }) => (
            <ButtonLink size="small" href={`/cycles/${id}/copy`}>
              <span aria-hidden="true">{tSetup("copy.link")}</span>
              <VisuallyHidden>{tSetup("copy.link_for", { name })}</VisuallyHidden>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function hasAsked({ state }: CycleSummary): boolean {
  return state !== "draft" && state !== "nominating" && state !== "called-off";
}

function figures({ answered, asked }: CycleSummary) {
  return { answered: whole(answered), asked: whole(asked) };
}
