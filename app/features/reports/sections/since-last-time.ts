import { writtenDate } from "~/platform/i18n/format.ts";
import type { ChangeRow } from "~/ui/charts/change-data.ts";
import type { ChangeChart } from "~/ui/charts/chart.ts";
import type { Change } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { howToReadIt, type ReportBlock, type ReportSection, type T } from "./report-block.ts";

type Scale = ChangeChart["scale"];

/** What changed in others' eyes, what is only noise, and how the raters changed. */
export function sinceLastTime(report: ReportPageData, t: T): ReportSection {
  const since = report.content.sinceLastTime;
  const named = { id: "change", title: t("change.title") };
  if (!since) return { ...named, blocks: [{ kind: "sentence", words: t("change.first") }] };
  const hatOf = (id: string) => report.guides[id]?.hat ?? null;
  const amounts = [...since.hats, ...since.competencies.filter((each) => hatOf(each.id) !== null)];
  const levels = since.competencies.filter((each) => hatOf(each.id) === null);
  const clear = amounts.filter((each) => each.verdict !== "within-noise").length;
  const chart = (title: string, changes: readonly Change[], scale: Scale): ReportBlock[] => {
    if (changes.length === 0) return [];
    const rows = changes.map((change) => changeRow(report, change, scale, t));
    const description = t("change.chart.description");
    return [
      {
        kind: "chart",
        chart: { kind: "change", title, description, rows, scale },
        reading: howToReadIt(t),
      },
    ];
  };
  return {
    ...named,
    lead: t(`change.lead.${since.claims}`, {
      cycle: since.cycleName,
      date: writtenDate(since.closedOn),
    }),
    blocks: [
      ...chart(
        clear > 0 ? t("change.chart.title", { count: clear }) : t("change.chart.none"),
        amounts,
        "amount",
      ),
      ...chart(levels.map((change) => nameOf(report, change.id)).join(", "), levels, "level"),
      {
        kind: "note",
        words: t("change.asked", {
          before: t("change.before", { count: since.asked.before }),
          again: t("change.again", { count: since.asked.again }),
        }),
      },
    ],
  };
}

function changeRow(report: ReportPageData, change: Change, scale: Scale, t: T): ChangeRow {
  return {
    key: change.id,
    label: nameOf(report, change.id),
    tone: toneOf(report, change.id),
    before: change.before.mean,
    now: change.now.mean,
    noise: change.noise,
    meaning: t(`change.verdict.${meaningOf(change, scale)}`),
  };
}

function nameOf({ hats, guides }: ReportPageData, id: string): string {
  return hats.find((each) => each.key === id)?.name ?? guides[id]?.name ?? id;
}

/** On a scale with a right amount in the middle, higher is not better: nearer is. */
function meaningOf(change: Change, scale: Scale) {
  if (change.verdict === "within-noise" || scale === "level") return change.verdict;
  return Math.abs(change.now.mean) < Math.abs(change.before.mean) ? "nearer" : "further";
}

function toneOf({ hats, guides }: ReportPageData, id: string): "managing" | "leading" | "neutral" {
  const hat = hats.some((each) => each.key === id) ? id : guides[id]?.hat;
  const index = hats.findIndex((each) => each.key === hat);
  return index === 0 ? "managing" : index === 1 ? "leading" : "neutral";
}
