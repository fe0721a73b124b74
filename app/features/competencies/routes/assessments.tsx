import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { unitsOf } from "~/features/identity/index.ts";
import { LimitNote } from "~/features/people/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Table } from "~/ui/table.tsx";
import { roundsToRun } from "../assessments/store/assessment-reads.server.ts";
import { RoundBadge } from "../components/assessments/round-badge.tsx";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessments";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  const query = new URL(request.url).searchParams;
  const archived = query.has("archived");
  return inOrganisation(getPlatform(context), actor, async (tx) => {
    const others = await roundsToRun(tx, actor, { archived: !archived });
    return {
      archived,
      rounds: await roundsToRun(tx, actor, { archived }),
      others: others.length,
      units: unitsOf(actor),
      deleted: query.get("said") === "deleted",
    };
  });
}

/** Every round in which people are placed on levels, for whoever runs them. */
export default function Assessments({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { rounds, archived, others, units, deleted } = loaderData;
  const start = (
    <ButtonLink variant="primary" href="/assessments/new" icon={<PlusIcon />}>
      {t("list.start")}
    </ButtonLink>
  );
  const title = t(archived ? "list.archived" : "place");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        {...(archived && { breadcrumbs: [{ label: t("place"), href: "/assessments" }] })}
        title={title}
        lead={t(archived ? "list.archivedLead" : "list.lead")}
        action={rounds.length > 0 && !archived ? start : undefined}
      />
      {deleted && <Notice tone="success">{t("said.deleted")}</Notice>}
      <LimitNote units={units} />
      {rounds.length === 0 ? (
        <EmptyState
          title={t(archived ? "list.noneArchived" : "list.none.title")}
          action={archived ? undefined : start}
        >
          {archived ? null : t("list.none.body")}
        </EmptyState>
      ) : (
        <Table
          caption={title}
          count={t("list.count", { count: rounds.length })}
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("list.name"),
              rowHeader: true,
              cell: ({ id, name }) => (
                <Link tone="quiet" href={roundPath(id)} dir="auto">
                  {name}
                </Link>
              ),
            },
            {
              key: "state",
              header: t("list.state"),
              cell: (round) => <RoundBadge round={round} />,
            },
            {
              key: "closes",
              header: t("list.closes"),
              noWrap: true,
              cell: ({ closesOn }) => (closesOn ? writtenDate(closesOn) : null),
            },
          ]}
        />
      )}
      {!archived && others > 0 && (
        <p className="mt-6">
          <Link href="/assessments?archived=1">{t("list.showArchived", { count: others })}</Link>
        </p>
      )}
    </>
  );
}
