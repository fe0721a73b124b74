import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { unitsOf } from "~/features/identity/index.ts";
import { LimitNote } from "~/features/people/index.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Table } from "~/ui/table.tsx";
import { runPath } from "../asking/run-path.ts";
import { PulseBadge } from "../components/pulse-badge.tsx";
import { pulsesToRun } from "../pulse/pulse-reads.server.ts";
import type { Route } from "./+types/pulses";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  return inOrganisation(getPlatform(context), actor, async (tx) => ({
    pulses: await pulsesToRun(tx, actor),
    units: unitsOf(actor),
  }));
}

/** Every round that somebody asked for, a pulse or suggestions: that it runs, and never what is asked or told. */
export default function Pulses({ loaderData: { pulses, units } }: Route.ComponentProps) {
  const { t } = useTranslation("pulses");
  return (
    <>
      <PageTitle>{t("place")}</PageTitle>
      <PageHeader title={t("place")} lead={t("run.lead")} />
      <LimitNote units={units} />
      {pulses.length === 0 ? (
        <EmptyState title={t("run.none.title")}>{t("run.none.body")}</EmptyState>
      ) : (
        <Table
          caption={t("place")}
          count={t("run.count", { count: pulses.length })}
          rows={pulses}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("run.name"),
              rowHeader: true,
              cell: ({ id, name }) => (
                <Link tone="quiet" href={runPath(id)} dir="auto">
                  {name}
                </Link>
              ),
            },
            {
              key: "kind",
              header: t("run.kind"),
              cell: ({ kind }) => t(`run.kinds.${kind}`),
            },
            {
              key: "state",
              header: t("run.state"),
              cell: (pulse) => <PulseBadge pulse={pulse} />,
            },
            {
              key: "closes",
              header: t("run.closes"),
              noWrap: true,
              cell: ({ closesOn }) => (closesOn ? writtenDate(closesOn) : null),
            },
          ]}
        />
      )}
    </>
  );
}
