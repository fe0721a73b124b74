import type { Line, Sureness } from "~/platform/blocks/block.ts";
import { shareText } from "~/platform/i18n/format.ts";
import type { Behaviour, BehaviourHighlights } from "../domain/behaviours.ts";
import { OTHERS } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { behaviourTables } from "./behaviour-tables.ts";
import { signed } from "./figure-words.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";
import { seenAmount, surenessWord } from "./sureness.ts";

/** The few behaviours to look at first, then all of them. */
export function behaviours(report: ReportPageData, t: T): ReportSection {
  const found = report.findings.behaviours;
  const some = found && Object.values(found).some((each) => each.length > 0);
  return {
    id: "behaviours",
    title: t("behaviours.title"),
    lead: t("behaviours.lead"),
    blocks: [
      some
        ? { kind: "columns", blocks: highlights(report, found, t) }
        : { kind: "sentence", words: t("behaviours.highlights.none") },
      {
        kind: "heading",
        over: "parts",
        text: t("behaviours.all"),
        under: behaviourTables(report, t),
      },
    ],
  };
}

function highlights(report: ReportPageData, found: BehaviourHighlights, t: T): ReportBlock[] {
  const part = (title: keyof BehaviourHighlights, items: Line[], note?: string): ReportBlock[] => {
    if (items.length === 0) return [];
    const under: ReportBlock[] = [{ kind: "list", marks: "none", items }];
    if (note) under.push({ kind: "note", words: note });
    return [{ kind: "heading", text: t(`behaviours.highlights.${title}`), under }];
  };
  const line = ({ id, mean, n }: Behaviour, aSide: boolean): Line => ({
    words: report.itemLabels[id] ?? id,
    under: t("behaviours.highlights.figure", { mean: signed(mean), count: n }),
    ...(aSide && { sure: surenessWord(stepOf(report, id), t) }),
  });
  const split = found.split.map(({ id, under, over, n }) => ({
    words: report.itemLabels[id] ?? id,
    under: t("behaviours.highlights.splitFigure", {
      under: shareText(under),
      over: shareText(over),
      count: n,
    }),
  }));
  return [
    ...(["tooLittle", "tooMuch", "right"] as const).flatMap((kind) =>
      part(
        kind,
        found[kind].map((each) => line(each, kind !== "right")),
      ),
    ),
    ...part("split", split, t("behaviours.highlights.splitNote")),
  ];
}

/** How sure it is that a behaviour is on its side of the right amount. */
function stepOf({ content }: ReportPageData, id: string): Sureness["step"] {
  const estimate = content.items.find((item) => item.id === id)?.estimates[OTHERS];
  return seenAmount(estimate)?.step ?? "open";
}
