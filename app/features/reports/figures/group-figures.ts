import { readerTexts } from "~/platform/i18n/i18n.ts";
import { sides, together } from "~/ui/charts/spread-data.ts";
import {
  findingOrder,
  type GroupFigure,
  type GroupRow,
  NO_DEPARTMENT,
} from "../domain/group/group-report.ts";
import type { GroupReportData } from "../report/group-report-page.server.ts";
import type { FigureCell, FigureSheet } from "./report-figures.ts";

const COLUMNS = [
  ...["part", "name", "unit"],
  ...[...sides, "together"],
  ...["mean", "low", "high", "n"],
] as const;

/** The figures of HR's report on a round, as its page shows them: nothing else, and nothing where it shows none. */
export function groupFigures({ content, names }: GroupReportData): FigureSheet {
  const t = readerTexts().getFixedT(null, "group-report");
  const rows = [...content.hats, ...content.competencies];
  const name = ({ id }: GroupRow) => names[id] ?? id;
  const none: FigureCell[] = Array.from({ length: sides.length + 1 }, () => null);
  const figure = (shown: GroupFigure): FigureCell[] =>
    shown.shown
      ? [tenths(shown.mean), tenths(shown.low), tenths(shown.high), shown.n]
      : [null, null, null, null];
  return {
    title: t("file.sheet"),
    columns: COLUMNS.map((column) => t(`file.columns.${column}`)),
    rows: [
      ...rows.flatMap((row) => {
        if (!row.spread) return [];
        const { of, counts } = row.spread;
        const [little, right, much, unclear] = findingOrder.map((finding) => counts[finding]);
        const bySide = {
          ...{ little: little ?? null, right: right ?? null },
          ...{ much: much ?? null, unclear: unclear ?? null },
        };
        const rest = together({ key: row.id, label: "", counts: bySide, of });
        return [
          [
            ...[t("file.parts.spread"), name(row), null],
            ...sides.map((side) => bySide[side]),
            ...[rest || null, null, null, null, of],
          ],
        ];
      }),
      ...rows.map((row) => [t("file.parts.mean"), name(row), null, ...none, ...figure(row.all)]),
      ...rows.flatMap((row) =>
        Object.entries(row.departments)
          .filter(([, shown]) => shown.shown)
          .map(([department, shown]) => [
            ...[t("file.parts.department"), name(row)],
            department === NO_DEPARTMENT ? t("departments.none") : department,
            ...[...none, ...figure(shown)],
          ]),
      ),
    ],
  };
}

/** One decimal, as on the page. */
function tenths(value: number): number {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}
