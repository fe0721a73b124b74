import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { isOwnReport } from "../../domain/report-reader.ts";
import { ReportFiles } from "../../pdf/report-files.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { UsefulnessForm } from "../usefulness-form.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { Balance } from "./balance.tsx";
import { Behaviours } from "./behaviours.tsx";
import { CoachQuestions } from "./coach-questions.tsx";
import { Comments } from "./comments.tsx";
import { Competencies } from "./competencies.tsx";
import { Focus, type FocusAnswer } from "./focus.tsx";
import { HowToRead } from "./how-to-read.tsx";
import { SinceLastTimeSection } from "./since-last-time.tsx";
import { WhoAnswered } from "./who-answered.tsx";
import { YouAndOthers } from "./you-and-others.tsx";

type Props = { report: ReportPageData; usualDueDay: string; focusAnswer: FocusAnswer | null };

/** The report, in the order in which it should be read: what stands out, the evidence, and what to do next. */
export function ReportPage({ report, usualDueDay, focusAnswer }: Props) {
  const { t } = useTranslation("report");
  const has = (section: ReportPageData["sections"][number]) => report.sections.includes(section);
  const own = isOwnReport(report.reader);
  const acts = report.reader === "participant";
  const title = own ? t("title") : t("titleOf", { name: report.participantName });
  const facts = { cycle: report.cycleName, date: writtenDate(report.closedOn) };
  return (
    <article className="grid grid-cols-1 gap-12">
      <title>{title}</title>
      <div>
        <PageHeader
          title={title}
          lead={
            own ? t("lead", facts) : t("leadShared", { ...facts, name: report.participantName })
          }
        />
        <WhoAnswered content={report.content} />
      </div>
      {has("glance") && <AtAGlance report={report} />}
      <div>
        {acts && (
          <p className="mt-3">
            <Link href={`/reports/${report.id}/share`}>{t("share.link")}</Link>
          </p>
        )}
        <ReportFiles reportId={report.id} />
      </div>
      {report.reader === "coach" && <CoachQuestions report={report} />}
      {has("balance") && <Balance report={report} />}
      {has("competencies") && <Competencies report={report} />}
      {has("gaps") && <YouAndOthers report={report} />}
      {has("behaviours") && <Behaviours report={report} />}
      {has("comments") && <Comments report={report} />}
      {has("change") && <SinceLastTimeSection report={report} />}
      {has("focus") && <Focus report={report} usualDueDay={usualDueDay} answer={focusAnswer} />}
      <HowToRead content={report.content} />
      {acts && <UsefulnessForm reportId={report.id} cycleName={report.cycleName} rating={null} />}
    </article>
  );
}
