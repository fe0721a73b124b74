import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import type { ReportPageData } from "../../report-page.server.ts";
import { AllBehaviours } from "./all-behaviours.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { Balance } from "./balance.tsx";
import { Comments } from "./comments.tsx";
import { Competencies } from "./competencies.tsx";
import { HowToRead } from "./how-to-read.tsx";
import { NextStep } from "./next-step.tsx";
import { WhoAnswered } from "./who-answered.tsx";
import { YouAndOthers } from "./you-and-others.tsx";

/** The report, in the order in which it should be read: what stands out, the evidence, and what to do next. */
export function ReportPage({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  return (
    <article className="grid gap-12">
      <title>{t("title")}</title>
      <div>
        <PageHeader
          title={t("title")}
          lead={t("lead", { cycle: report.cycleName, date: writtenDate(report.closedOn) })}
        />
        <WhoAnswered content={report.content} />
      </div>
      <AtAGlance report={report} />
      <Balance report={report} />
      <Competencies report={report} />
      <YouAndOthers report={report} />
      <Comments report={report} />
      <NextStep report={report} />
      <AllBehaviours report={report} />
      <HowToRead />
    </article>
  );
}
