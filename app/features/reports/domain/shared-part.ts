import type { ReportContent } from "./report-content.ts";
import type { ReportSectionKey } from "./report-reader.ts";

/** A report without what its sections do not need: what was not shared is not sent either. */
export function sharedPart(
  content: ReportContent,
  sections: readonly ReportSectionKey[],
): ReportContent {
  const has = (...wanted: ReportSectionKey[]) => wanted.some((each) => sections.includes(each));
  return {
    ...content,
    hats: has("glance", "balance") ? content.hats : [],
    balance: has("balance")
      ? content.balance
      : {
          self: null,
          others: null,
          versatility: has("glance") ? content.balance.versatility : null,
        },
    competencies: has("competencies", "gaps") ? content.competencies : [],
    items: has("behaviours") ? content.items : [],
    comments: has("comments") ? content.comments : { ...content.comments, questions: [] },
    sinceLastTime: has("change") ? content.sinceLastTime : null,
  };
}
