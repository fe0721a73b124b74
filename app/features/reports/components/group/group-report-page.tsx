import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { SectionOnPage } from "~/ui/blocks/page-section.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { groupSections } from "../../sections/group/group-sections.ts";

/** HR's view of a closed cycle: where participants stand together, never one of them. */
export function GroupReportPage({ page }: { page: GroupReportData }) {
  const { t } = useTranslation("group-report");
  return (
    <article className="grid grid-cols-1 gap-12">
      <title>{t("title", { cycle: page.cycleName })}</title>
      <div>
        <PageHeader
          title={t("title", { cycle: page.cycleName })}
          lead={t("lead", { date: writtenDate(page.closedOn) })}
        />
        <Link href={`/cycles/${page.cycleId}`}>{t("back")}</Link>
      </div>
      {groupSections(page, t).map((section) => (
        <SectionOnPage key={section.id} section={section} />
      ))}
    </article>
  );
}
