import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DestinationShown } from "~/platform/feature/destination.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { BlocksOnPage } from "~/ui/blocks/blocks.tsx";
import { RaisedSection, SectionOnPage } from "~/ui/blocks/page-section.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithContents } from "~/ui/with-contents.tsx";
import { isOwnReport } from "../../domain/report-reader.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { atAGlance, restOfGlance } from "../../sections/at-a-glance.ts";
import { balance } from "../../sections/balance.ts";
import { behaviours } from "../../sections/behaviours.ts";
import { coachQuestions } from "../../sections/coach-questions.ts";
import { comments } from "../../sections/comments.ts";
import { competencies } from "../../sections/competencies.ts";
import { focusHead } from "../../sections/focus.ts";
import { howToRead } from "../../sections/how-to-read.ts";
import type { ReportSection, T } from "../../sections/report-block.ts";
import { sinceLastTime } from "../../sections/since-last-time.ts";
import { whoAnswered } from "../../sections/who-answered.ts";
import { youAndOthers } from "../../sections/you-and-others.ts";
import type { ReportReaders } from "../../sharing/report-readers.server.ts";
import { UsefulnessForm } from "../usefulness-form.tsx";
import { Focus, type FocusAnswer } from "./focus.tsx";
import { ReportActions } from "./report-actions.tsx";
import { ReportAside } from "./report-aside.tsx";

type Props = {
  report: ReportPageData;
  /** Who can read it, for the one it is about. */
  readers: ReportReaders | null;
  usualDueDay: string;
  focusAnswer: FocusAnswer | null;
  /** Where a chosen focus can go on to. */
  destinations: readonly DestinationShown[];
};

/** What stands between the few things to know first and what to do next. */
const evidence = [
  ["balance", balance],
  ["competencies", competencies],
  ["gaps", youAndOthers],
  ["behaviours", behaviours],
  ["comments", comments],
  ["change", sinceLastTime],
] as const;

type Part = { id: string; title: string; shown: ReactNode };

/** The report, in the order in which it should be read: what stands out, the evidence, and what to do next. */
export function ReportPage(props: Props) {
  const { report, readers, usualDueDay, focusAnswer, destinations } = props;
  const { t } = useTranslation("report");
  const own = isOwnReport(report.reader);
  const acts = report.reader === "participant";
  const title = own ? t("title") : t("titleOf", { name: report.participantName });
  const facts = { cycle: report.cycleName, date: writtenDate(report.closedOn) };
  const has = (section: ReportPageData["sections"][number]) => report.sections.includes(section);
  const parts: Part[] = [
    ...(has("glance") ? [glance(report, t)] : []),
    ...[coachQuestions(report, t)].flatMap(plain),
    ...evidence.flatMap(([key, section]) => (has(key) ? plain(section(report, t)) : [])),
    ...(has("focus")
      ? [
          {
            ...focusHead(report, t),
            shown: <Focus {...{ report, usualDueDay, destinations }} answer={focusAnswer} />,
          },
        ]
      : []),
    ...plain(howToRead(report.content, t)),
  ];
  return (
    <article>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t("crumb"), href: "/reports" }]}
        lead={own ? t("lead", facts) : t("leadShared", { ...facts, name: report.participantName })}
        action={<ReportActions reportId={report.id} mayShare={acts} />}
      />
      <section
        aria-label={t("who.title")}
        className="-mt-4 mb-8 grid max-w-reading gap-1 text-sm text-ink-muted"
      >
        <BlocksOnPage blocks={whoAnswered(report.content, t)} />
      </section>
      <WithContents
        contents={parts.map(({ id, title: name }) => ({ id, title: name }))}
        aside={<ReportAside reportId={report.id} readers={readers} />}
      >
        <div className="grid grid-cols-1 gap-12 sm:gap-16 print:block print:*:mb-8">
          {parts.map(({ id, shown }) => (
            <div key={id} className="min-w-0">
              {shown}
            </div>
          ))}
          {acts && (
            <UsefulnessForm reportId={report.id} cycleName={report.cycleName} rating={null} />
          )}
        </div>
      </WithContents>
    </article>
  );
}

function plain(section: ReportSection | null): Part[] {
  if (!section) return [];
  const { id, title } = section;
  return [{ id, title, shown: <SectionOnPage section={section} /> }];
}

/** The card to read first, and under it what else all raters together tell. */
function glance(report: ReportPageData, t: T): Part {
  const section = atAGlance(report, t);
  return {
    id: section.id,
    title: section.title,
    shown: (
      <div className="grid grid-cols-1 gap-4">
        <RaisedSection section={section} />
        <BlocksOnPage blocks={restOfGlance(report, t)} />
      </div>
    ),
  };
}
