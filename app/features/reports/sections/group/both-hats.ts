import { findingOrder, type GroupRow } from "../../domain/group/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportBlock, ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

/** With fewer groups that are shown, words say more than a table of gaps. */
const WORTH_A_TABLE = 3;

/** How many participants are where on both hats at once; null unless there are two hats. */
export function bothHats(page: GroupReportData, t: T): ReportSection | null {
  const [down, across] = page.content.hats;
  if (!down || !across) return null;
  const told = cellsShown(page);
  const blocks: ReportBlock[] = [
    {
      kind: "list",
      marks: "none",
      items: inWords(page, t, [down, across]).map((words) => ({ words })),
    },
  ];
  return {
    id: "both",
    title: t("both.title"),
    lead: t("both.lead"),
    blocks: told.length >= WORTH_A_TABLE ? [...blocks, crossed(page, t, [down, across])] : blocks,
  };
}

type Hats = readonly [down: GroupRow, across: GroupRow];

function cellsShown({ content: { both } }: GroupReportData) {
  return both.flatMap(({ finding, counts }) =>
    counts.flatMap((count, at) => {
      const on = findingOrder[at];
      return count === null || on === undefined ? [] : [{ down: finding, across: on, count }];
    }),
  );
}

/** Every group that is shown, the largest first, and how many are in none of them. */
function inWords(page: GroupReportData, t: T, [down, across]: Hats): string[] {
  const cells = cellsShown(page).sort((a, b) => b.count - a.count);
  const of = down.spread?.of ?? null;
  const rest = of === null ? 0 : of - cells.reduce((sum, { count }) => sum + count, 0);
  const said = cells.map((cell) =>
    t("both.cell", {
      count: cell.count,
      down: t("both.side", { hat: nameOf(page, down.id), finding: t(`finding.${cell.down}`) }),
      across: t("both.side", {
        hat: nameOf(page, across.id),
        finding: t(`finding.${cell.across}`),
      }),
    }),
  );
  const left = rest > 0 ? [t("both.rest", { count: rest, of })] : [];
  return said.length + left.length > 0 ? [...said, ...left] : [t("both.nothing")];
}

function crossed(page: GroupReportData, t: T, [down, across]: Hats): ReportBlock {
  const name = (row: GroupRow) => nameOf(page, row.id);
  return {
    kind: "table",
    caption: t("both.crossCaption", { down: name(down), across: name(across) }),
    columns: [
      { header: name(down) },
      ...findingOrder.map((finding) => ({
        header: t("both.column", { hat: name(across), finding: t(`finding.${finding}`) }),
        figures: true as const,
      })),
    ],
    rows: page.content.both.map(({ finding, counts }) => ({
      key: finding,
      cells: [
        t(`finding.${finding}`),
        ...findingOrder.map((_, at) => {
          const count = counts[at] ?? null;
          return count === null ? { quiet: t("hidden") } : String(count);
        }),
      ],
    })),
  };
}
