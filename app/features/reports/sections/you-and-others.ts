import type { Words } from "~/platform/blocks/block.ts";
import { emphasised } from "~/platform/blocks/emphasised.ts";
import { SELF } from "../domain/report-content.ts";
import type { SelfOtherFinding } from "../domain/self-and-others.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { signed } from "./figure-words.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

/** Differences between the participant's view and others', and only those that are clear. */
export function youAndOthers(report: ReportPageData, t: T): ReportSection {
  const { gaps, selfAndOthers, anyCompetency } = report.findings;
  const named = { id: "gaps", title: t("gaps.title") };
  const only = (words: string): ReportSection => ({
    ...named,
    blocks: [{ kind: "sentence", words }],
  });
  if (!report.content.groups.some((group) => group.id === SELF)) return only(t("gaps.noSelf"));
  if (gaps.length === 0) return only(t(anyCompetency ? "gaps.none" : "gaps.hiddenAll"));
  const told = new Set(selfAndOthers.map((each) => each.id));
  const nameOf = (id: string) => report.guides[id]?.name ?? id;
  const others = gaps
    .filter((each) => !told.has(each.id))
    .map(({ id, sees }) => emphasised(t, `gaps.${sees}`, { name: nameOf(id) }));
  const of = (kind: SelfOtherFinding["kind"]) =>
    selfAndOthers
      .filter((each) => each.kind === kind)
      .map(({ id, direction, self, others: seen, n }) =>
        emphasised(t, sentences[kind][direction], {
          name: nameOf(id),
          self: signed(self),
          others: signed(seen),
          n,
        }),
      );
  return {
    ...named,
    lead: t("gaps.lead"),
    blocks: [
      {
        kind: "parts",
        blocks: [
          ...found(t("gaps.blind"), of("blind-spot")),
          ...found(t("gaps.hidden"), of("hidden-strength")),
          ...found(t("gaps.other"), others),
          { kind: "sentence", look: "quiet", words: t("gaps.rest") },
        ],
      },
    ],
  };
}

const sentences = {
  "blind-spot": { more: "gaps.blindMore", less: "gaps.blindLess" },
  "hidden-strength": { more: "gaps.hiddenMore", less: "gaps.hiddenLess" },
} as const;

function found(text: string, said: readonly Words[]): ReportBlock[] {
  if (said.length === 0) return [];
  const list: ReportBlock = {
    kind: "list",
    marks: "none",
    items: said.map((words) => ({ words })),
  };
  return [{ kind: "heading", text, under: [list] }];
}
