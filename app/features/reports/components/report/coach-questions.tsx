import { useTranslation } from "react-i18next";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { ReportSection } from "./report-section.tsx";

const MOST_COMPETENCIES = 3;
const MOST_QUESTIONS = 3;

/** What a coach may ask: openings, then the framework's questions for what stands out. */
export function CoachQuestions({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const opening = t("coach.opening", { returnObjects: true });
  const chosen = new Set(
    report.focus.flatMap(
      ({ item }) => report.content.items.find((each) => each.id === item)?.competency ?? [],
    ),
  );
  const places = report.findings.places.map((each) => each.id);
  const competencies = [...new Set([...chosen, ...places])].slice(0, MOST_COMPETENCIES);
  return (
    <ReportSection
      id="coach"
      title={t("coach.title")}
      lead={t("coach.lead", { name: report.participantName })}
    >
      <Questions questions={Array.isArray(opening) ? opening.map(String) : []} />
      {competencies.map((id) => (
        <div key={id} className="max-w-reading">
          <h3 className="mb-2 font-semibold">{report.guides[id]?.name ?? id}</h3>
          <Questions questions={report.guides[id]?.questions.slice(0, MOST_QUESTIONS) ?? []} />
        </div>
      ))}
    </ReportSection>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <ul className="grid max-w-reading list-disc gap-1.5 ps-5 marker:text-ink-faint">
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  );
}
