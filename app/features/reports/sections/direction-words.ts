import { listedNames } from "~/platform/i18n/format.ts";
import type { PlaceToLook } from "../domain/findings.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import type { T } from "./report-block.ts";

const MOST_NAMED = 3;

/** What stands out, by its direction, the furthest first: "too much of X; too little of Y and Z". */
export function directionWords(
  { guides }: Pick<ReportPageData, "guides">,
  places: readonly Pick<PlaceToLook, "id" | "direction">[],
  t: T,
): string {
  const named = places.slice(0, places.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED);
  const parts = [...Map.groupBy(named, ({ direction }) => direction)].map(([direction, found]) =>
    t(`competencies.chart.direction.${direction}`, {
      names: listedNames(found.map(({ id }) => guides[id]?.name ?? id)),
    }),
  );
  const rest = places.length - named.length;
  // A title names a few; the chart shows which others.
  return [...parts, ...(rest > 0 ? [t("competencies.chart.more", { count: rest })] : [])].join(
    "; ",
  );
}
