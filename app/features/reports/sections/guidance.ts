import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportBlock, T } from "./report-block.ts";

const MOST_STEPS = 2;

/** From finding to doing: guidance and one practice for what stands out most. */
export function guidance(report: ReportPageData, t: T): ReportBlock[] {
  const places = report.findings.places.slice(0, MOST_STEPS);
  if (places.length === 0) {
    const { suggestions, anyCompetency } = report.findings;
    // Single behaviours are suggested even where no whole competency stands out.
    if (suggestions.some((each) => each.direction !== "keep")) return [];
    return [{ kind: "sentence", words: t(anyCompetency ? "next.none" : "next.hidden") }];
  }
  const cards = places.map(({ id, direction }): ReportBlock => {
    const guide = report.guides[id];
    const practice = guide?.practices.find((each) => each.direction === direction);
    const advice = (direction === "more" ? guide?.doMore : guide?.doLess) ?? [];
    return {
      kind: "card",
      title: t(`next.${direction}`, { name: guide?.name ?? id }),
      blocks: [
        { kind: "list", marks: "dots", items: advice.map((words) => ({ words })) },
        ...(practice ? [practiceCard(practice, t)] : []),
      ],
    };
  });
  return [{ kind: "heading", text: t("focus.help"), under: [{ kind: "columns", blocks: cards }] }];
}

function practiceCard({ name, how }: { name: string; how: string }, t: T): ReportBlock {
  return {
    kind: "card",
    tone: "sunken",
    blocks: [
      { kind: "sentence", look: "strong", words: t("next.practice", { name }) },
      { kind: "sentence", words: how },
    ],
  };
}
