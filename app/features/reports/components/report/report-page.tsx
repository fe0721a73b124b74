import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { BlocksOnPage } from "~/ui/blocks/blocks.tsx";
import { SectionOnPage } from "~/ui/blocks/page-section.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { isOwnReport } from "../../domain/report-reader.ts";
import { ReportFiles } from "../../pdf/report-files.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { atAGlance } from "../../sections/at-a-glance.ts";
import { balance } from "../../sections/balance.ts";
import { behaviours } from "../../sections/behaviours.ts";
import { coachQuestions } from "../../sections/coach-questions.ts";
import { comments } from "../../sections/comments.ts";
import { competencies } from "../../sections/competencies.ts";
import { howToRead } from "../../sections/how-to-read.ts";
import { sinceLastTime } from "../../sections/since-last-time.ts";
import { whoAnswered } from "../../sections/who-answered.ts";
import { youAndOthers } from "../../sections/you-and-others.ts";
import { UsefulnessForm } from "../usefulness-form.tsx";
import { Focus, type FocusAnswer } from "./focus.tsx";

type Props = { report: ReportPageData; usualDueDay: string; focusAnswer: FocusAnswer | null };

/** What stands between the few things to know first and what to do next. */
const evidence = [
  ["balance", balance],
  ["competencies", competencies],
  ["gaps", youAndOthers],
  ["behaviours", behaviours],
  ["comments", comments],
  ["change", sinceLastTime],
] as const;

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
        <section
          aria-label={t("who.title")}
          className="mt-4 grid max-w-reading gap-1 text-sm text-ink-muted"
        >
          <BlocksOnPage blocks={whoAnswered(report.content, t)} />
        </section>
      </div>
      {has("glance") && <SectionOnPage section={atAGlance(report, t)} />}
      <div>
        {acts && (
          <p className="mt-3">
            <Link href={`/reports/${report.id}/share`}>{t("share.link")}</Link>
          </p>
        )}
        <ReportFiles reportId={report.id} />
      </div>
      <SectionOnPage section={coachQuestions(report, t)} />
      {evidence.map(
        ([key, section]) => has(key) && <SectionOnPage key={key} section={section(report, t)} />,
      )}
      {has("focus") && <Focus report={report} usualDueDay={usualDueDay} answer={focusAnswer} />}
      <SectionOnPage section={howToRead(report.content, t)} />
      {acts && <UsefulnessForm reportId={report.id} cycleName={report.cycleName} rating={null} />}
    </article>
  );
}
