import { NO_DEPARTMENT } from "../../domain/group/group-report.ts";
import { type HeatCell, heatTable } from "../../domain/group/heat.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { signed } from "../figure-words.ts";
import type { ReportBlock, ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

/**
 * Each hat and its competencies by department, marked where a department is off the right amount by more than chance;
 * small ones and what would give them away stay hidden.
 */
export function departments(page: GroupReportData, t: T): ReportSection {
  const { hats, competencies } = page.content;
  const amounts = [...hats, ...competencies.filter(({ hat }) => hat !== null)];
  const names = [...new Set(amounts.flatMap((row) => Object.keys(row.departments)))].sort();
  const cells = heatTable(amounts, names);
  const peopleIn = (department: string) =>
    Math.max(
      0,
      ...amounts.map(({ departments: of }) => {
        const figure = of[department];
        return figure?.shown ? figure.n : 0;
      }),
    );
  const [shown, hidden] = [true, false].map((any) =>
    names.filter((name) => (cells.get(name) ?? []).some((cell) => cell.shown) === any),
  );
  const called = (department: string) =>
    department === NO_DEPARTMENT ? t("departments.none") : department;
  const tables = hats.map((hat): ReportBlock => {
    const columns = amounts.flatMap((row, at) =>
      row.id === hat.id || row.hat === hat.id ? [{ row, at }] : [],
    );
    return {
      kind: "table",
      caption: t("departments.caption", { hat: nameOf(page, hat.id) }),
      columns: [
        { header: t("departments.department") },
        ...columns.map(({ row }) => ({ header: nameOf(page, row.id), figures: true as const })),
      ],
      rows: (shown ?? []).map((department) => ({
        key: department,
        cells: [
          t("departments.row", { name: called(department), count: peopleIn(department) }),
          ...columns.map(({ at }) => inCell(cells.get(department)?.[at], t)),
        ],
      })),
    };
  });
  const small = (hidden ?? []).map(called);
  const nothing: ReportBlock = { kind: "sentence", words: t("summary.nothing") };
  return {
    id: "departments",
    title: t("departments.title"),
    lead: t("departments.lead"),
    blocks: [
      ...(shown && shown.length > 0 ? tables : [nothing]),
      ...(shown && shown.length > 0
        ? [{ kind: "note" as const, words: t("departments.marks") }]
        : []),
      ...(small.length > 0
        ? [
            {
              kind: "note" as const,
              words: t("departments.hidden", { names: small.join(", "), count: small.length }),
            },
          ]
        : []),
    ],
  };
}

function inCell(cell: HeatCell | undefined, t: T) {
  if (!cell?.shown) return { quiet: t("hidden") };
  const figure = signed(cell.mean);
  if (cell.side === null) return figure;
  return { figure, off: cell.side === "too-little" ? ("little" as const) : ("much" as const) };
}
