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
      <title>{t("list.title")}</title>
      <PageHeader
        title={t("list.title")}
        lead={loaderData.reports.length > 0 ? t("list.lead") : undefined}
      />
      {loaderData.reports.length === 0 ? (
        <EmptyState title={t("list.empty.title")}>{t("list.empty.body")}</EmptyState>
      ) : (
        <ul className="grid max-w-reading gap-3">
          {loaderData.reports.map((report) => (
            <li key={report.id} className="rounded-large border border-line bg-surface p-5">
              <Link href={`/reports/${report.id}`}>{report.cycleName}</Link>
              <p className="text-sm text-ink-muted">
                {t("list.released", { date: writtenDate(report.releasedOn) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {loaderData.shared.length > 0 && (
        <section aria-labelledby="shared" className="mt-8">
          <h2 id="shared" className="mb-3 text-lg font-semibold">
            {t("list.shared.title")}
          </h2>
          <ul className="grid max-w-reading gap-3">
            {loaderData.shared.map((report) => (
              <li key={report.id} className="rounded-large border border-line bg-surface p-5">
                <Link href={`/reports/${report.id}`}>
                  {`${report.participantName}, ${report.cycleName}`}
                </Link>
                <p className="text-sm text-ink-muted">
                  {t("list.shared.until", {
                    reader: t(`share.readerShort.${report.reader}`),
                    date: writtenDate(report.endsOn),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
