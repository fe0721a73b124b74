import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { unitsOf } from "~/features/identity/index.ts";
import { LimitNote } from "~/features/people/index.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Table } from "~/ui/table.tsx";
import { roundReports } from "../report/group-report-reads.server.ts";
import type { Route } from "./+types/round-reports";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadSomeFigures);
  const rounds = await inOrganisation(getPlatform(context), actor, (tx) => roundReports(tx, actor));
  return { rounds, units: unitsOf(actor) };
}

/** Every round with figures that may be shown; the way in for those who read figures and run no rounds. */
export default function RoundReports({ loaderData: { rounds, units } }: Route.ComponentProps) {
  const { t } = useTranslation("group-report");
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <LimitNote units={units} />
      {rounds.length === 0 ? (
        <EmptyState title={t("list.empty.title")}>{t("list.empty.body")}</EmptyState>
      ) : (
        <Table
          caption={t("list.caption")}
          count={t("list.count", { count: rounds.length })}
          rows={rounds}
          rowKey={({ cycleId }) => cycleId}
          columns={[
            {
              key: "round",
              header: t("list.round"),
              rowHeader: true,
              cell: ({ cycleId, name }) => (
                <Link tone="quiet" href={`/cycles/${cycleId}/insights`} dir="auto">
                  {name}
                </Link>
              ),
            },
            {
              key: "closed",
              header: t("list.closed"),
              noWrap: true,
              cell: ({ closedOn }) => writtenDate(closedOn),
            },
            {
              key: "answered",
              header: t("list.answered"),
              align: "end",
              cell: ({ answered, invited }) =>
                t("list.of", { answered: whole(answered), invited: whole(invited) }),
            },
          ]}
        />
      )}
    </>
  );
}
