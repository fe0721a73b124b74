import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireReader } from "~/features/identity/index.server.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { ownReports, sharedReports } from "../report/report-reads.server.ts";
import type { Route } from "./+types/reports";

/** The reports of whoever asks. With just one, it opens. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireReader(context, request);
  const platform = getPlatform(context);
  const { reports, shared } = await inOrganisation(platform, actor, async (tx) => ({
    reports: await ownReports(tx, actor),
    shared: await sharedReports(tx, actor, await todayWhere(platform, tx, actor)),
  }));
  const [only, ...others] = reports;
  if (only && others.length === 0 && shared.length === 0) throw redirect(`/reports/${only.id}`);
  return { reports, shared };
}

export default function Reports({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader
        title={t("list.title")}
        lead={loaderData.reports.length > 0 ? t("list.lead") : undefined}
      />
      {loaderData.reports.length === 0 ? (
        <EmptyState title={t("list.empty.title")}>{t("list.empty.body")}</EmptyState>
      ) : (
        <ReportRows
          rows={loaderData.reports.map(({ id, cycleName, releasedOn }) => ({
            id,
            name: cycleName,
            detail: t("list.released", { date: writtenDate(releasedOn) }),
          }))}
        />
      )}
      {loaderData.shared.length > 0 && (
        <section aria-labelledby="shared" className="mt-8">
          <h2 id="shared" className="mb-3 text-lg font-semibold">
            {t("list.shared.title")}
          </h2>
          <ReportRows
            rows={loaderData.shared.map(({ id, participantName, cycleName, reader, endsOn }) => ({
              id,
              name: `${participantName}, ${cycleName}`,
              detail: t("list.shared.until", {
                reader: t(`share.readerShort.${reader}`),
                date: writtenDate(endsOn),
              }),
            }))}
          />
        </section>
      )}
    </>
  );
}

type RowsProps = { rows: readonly { id: string; name: string; detail: string }[] };

function ReportRows({ rows }: RowsProps) {
  return (
    <ul className="divide-y divide-line rounded-large border border-line bg-surface">
      {rows.map(({ id, name, detail }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 px-5 py-4 hover:bg-canvas"
        >
          {/* The whole row leads there. */}
          <Link
            href={`/reports/${id}`}
            className="min-w-0 wrap-anywhere after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
          <span className="text-sm text-ink-muted">{detail}</span>
        </li>
      ))}
    </ul>
  );
}
