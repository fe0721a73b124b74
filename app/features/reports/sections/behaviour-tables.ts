import type { Cell } from "~/platform/blocks/block.ts";
import { decimal } from "~/platform/i18n/format.ts";
import { type Estimate, OTHERS, type ReportItem, SELF } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { nearEndWords, signed } from "./figure-words.ts";
import type { ReportBlock, T } from "./report-block.ts";

/** Every question by competency, open at once: the place to look for an example. */
export function behaviourTables(report: ReportPageData, t: T): ReportBlock[] {
  const groups = Map.groupBy(report.content.items, (item) => item.competency);
  return [...groups].flatMap(([competency, items]): ReportBlock[] => {
    if (competency === null) return [];
    const name = report.guides[competency]?.name ?? competency;
    return [{ kind: "fold", open: true, title: name, blocks: [tableOf(report, name, items, t)] }];
  });
}

function tableOf(
  report: ReportPageData,
  name: string,
  items: readonly ReportItem[],
  t: T,
): ReportBlock {
  return {
    kind: "table",
    caption: t("behaviours.caption", { name }),
    columns: [
      { header: t("behaviours.behaviour") },
      { header: t("behaviours.others"), figures: true },
      { header: t("behaviours.raters"), figures: true },
      { header: t("behaviours.you"), figures: true },
    ],
    rows: items.map((item) => ({
      key: item.id,
      cells: [
        report.itemLabels[item.id] ?? item.id,
        figure(report, item, item.estimates[OTHERS], t),
        String(ratersOf(item.estimates[OTHERS]) ?? t("behaviours.noAnswer")),
        figure(report, item, item.estimates[SELF], t),
      ],
    })),
  };
}

function figure(
  { itemScales }: ReportPageData,
  { id }: ReportItem,
  estimate: Estimate | undefined,
  t: T,
): Cell {
  if (!estimate) return t("behaviours.noAnswer");
  const scale = itemScales[id];
  if (estimate.shown) return scale?.isAmount ? signed(estimate.mean) : decimal(estimate.mean, 1);
  if (estimate.reason === "hidden-near-end" && scale) return nearEndWords(t, estimate, scale);
  return { quiet: t(`reasons.${estimate.reason}`) };
}

function ratersOf(estimate: Estimate | undefined): number | null {
  return estimate && "n" in estimate ? estimate.n : null;
}
