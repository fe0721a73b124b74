import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { SectionOnPage } from "~/ui/blocks/page-section.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { groupSections } from "../../sections/group/group-sections.ts";

/** HR's view of a closed cycle: where participants stand together, never one of them. */
export function GroupReportPage({ page }: { page: GroupReportData }) {
  const { t } = useTranslation("group-report");
  return (
    <article className="grid grid-cols-1 gap-12">
      <PageTitle>{t("title", { cycle: page.cycleName })}</PageTitle>
      <PageHeader
        breadcrumbs={
          page.runsRounds
            ? [
                { label: t("crumb"), href: "/cycles" },
                { label: page.cycleName, href: `/cycles/${page.cycleId}` },
              ]
            : [{ label: t("list.title"), href: "/round-reports" }]
        }
        title={t("title", { cycle: page.cycleName })}
        lead={`${t("closed", { date: writtenDate(page.closedOn) })} ${t("lead")}`}
        action={
          <div className="flex flex-wrap gap-2 print:hidden">
            {(["pdf", "xlsx"] as const).map((format) => (
              <ButtonLink
                key={format}
                size="small"
                icon={<DownloadIcon />}
                href={`/cycles/${page.cycleId}/insights/${format === "pdf" ? "pdf" : "figures.xlsx"}`}
                reloadDocument
              >
                {t(`file.${format}`)}
              </ButtonLink>
            ))}
          </div>
        }
      />
      {groupSections(page, t).map((section) => (
        <SectionOnPage key={section.id} section={section} />
      ))}
    </article>
  );
}
