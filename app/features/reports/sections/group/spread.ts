import type { Side } from "~/ui/charts/spread-data.ts";
import type { AmountFinding } from "../../domain/findings.ts";
import type { GroupRow } from "../../domain/group/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

const sideOf: Record<Side, AmountFinding> = {
  ...{ little: "too-little", right: "about-right", much: "too-much", unclear: "unclear" },
};

/**
 * People, not averages: how many participants are clearly on which side, by hat and by competency, fewest about right
 * first. Null where nothing of it was kept.
 */
export function spread(page: GroupReportData, t: T): ReportSection | null {
  const { hats, competencies } = page.content;
  const rows = hats.flatMap((hat, index) => {
    const tone = index === 0 ? ("managing" as const) : ("leading" as const);
    const own = competencies.filter((row) => row.hat === hat.id).sort(fewestRight);
    return [{ ...hat, strong: true }, ...own].flatMap((row) => {
      const counts = row.spread?.counts;
      if (!row.spread || !counts) return [];
      const count = (side: Side) => counts[sideOf[side]];
      return {
        key: row.id,
        label: nameOf(page, row.id),
        tone,
        strong: "strong" in row,
        counts: {
          ...{ little: count("little"), right: count("right") },
          ...{ much: count("much"), unclear: count("unclear") },
        },
        of: row.spread.of,
      };
    });
  });
  if (rows.length === 0) return null;
  const counted = rows.some(({ of }) => of !== null);
  return {
    id: "spread",
    title: t("spread.title"),
    lead: t("spread.lead"),
    blocks: counted
      ? [
          {
            kind: "chart",
            chart: {
              kind: "spread",
              title: findingOf(page, t),
              description: t("spread.description"),
              note: t("spread.note"),
              rows,
            },
          },
        ]
      : [{ kind: "sentence", words: t("summary.nothing") }],
  };
}

function fewestRight(a: GroupRow, b: GroupRow): number {
  const right = (row: GroupRow) => row.spread?.counts["about-right"] ?? Number.POSITIVE_INFINITY;
  return right(a) === right(b) ? 0 : right(a) - right(b);
}

/** Where most fall short, if anywhere: in one hat more than in the other, or in both; else what the chart shows. */
function findingOf({ findings, ...page }: GroupReportData, t: T): string {
  const [first, second] = [...findings.short].sort((a, b) => b.competencies - a.competencies);
  if (!first || !mostly(first)) return t("spread.finding.none");
  if (second && mostly(second)) {
    const count = first.competencies + second.competencies;
    return t("spread.finding.both", { count, of: first.of + second.of });
  }
  const { hat, competencies: count, of } = first;
  return t("spread.finding.short", { hat: nameOf({ findings, ...page }, hat), count, of });
}

const mostly = ({ competencies, of }: { competencies: number; of: number }) =>
  competencies * 2 > of;
