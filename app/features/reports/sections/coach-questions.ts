import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

const MOST_COMPETENCIES = 3;
const MOST_QUESTIONS = 3;

/** What a coach may ask: openings, then the framework's questions for what stands out. Null for everyone else. */
export function coachQuestions(report: ReportPageData, t: T): ReportSection | null {
  if (report.reader !== "coach") return null;
  const opening: unknown = t("coach.opening", { returnObjects: true });
  const chosen = report.focus.flatMap(
    ({ item }) => report.content.items.find((each) => each.id === item)?.competency ?? [],
  );
  const places = report.findings.places.map((each) => each.id);
  const competencies = [...new Set([...chosen, ...places])].slice(0, MOST_COMPETENCIES);
  return {
    id: "coach",
    title: t("coach.title"),
    lead: t("coach.lead", { name: report.participantName }),
    blocks: [
      questions(Array.isArray(opening) ? opening.map(String) : []),
      ...competencies.map(
        (id): ReportBlock => ({
          kind: "heading",
          text: report.guides[id]?.name ?? id,
          under: [questions(report.guides[id]?.questions.slice(0, MOST_QUESTIONS) ?? [])],
        }),
      ),
    ],
  };
}

function questions(asked: readonly string[]): ReportBlock {
  return { kind: "list", marks: "dots", items: asked.map((words) => ({ words })) };
}
