import { minimaOf } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

/** What people wrote, as far as disclosure lets it be shown. */
export function comments(report: ReportPageData, t: T): ReportSection {
  const { questions } = report.content.comments;
  const minima = { ...minimaOf(report.content) };
  const named = { id: "comments", title: t("comments.title") };
  if (!questions.some((question) => question.groups.length > 0))
    return { ...named, blocks: [{ kind: "sentence", words: t("comments.none", minima) }] };
  const blocks = report.questions.flatMap(({ key, text }): ReportBlock[] => {
    const found = questions.find((question) => question.question === key);
    if (!found) return [];
    const groups = found.groups.map(
      (group): ReportBlock => ({
        kind: "heading",
        text: t(`groups.${group.id}`),
        under: [{ kind: "quotes", texts: group.texts }],
      }),
    );
    const why: ReportBlock[] = found.anonymous.shown
      ? []
      : [{ kind: "note", words: t(`reasons.${found.anonymous.reason}`, minima) }];
    return [{ kind: "heading", over: "parts", text, under: [...groups, ...why] }];
  });
  return { ...named, lead: t("comments.lead"), blocks };
}
