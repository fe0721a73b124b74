import type { TFunction } from "i18next";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { type Estimate, minimaOf, OTHERS, type ReportRow, SELF } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";

/** What stands in a cell: words, a figure, or nothing. */
export type FigureCell = string | number | null;

/** Figures as rows under named columns. */
export type FigureSheet = { title: string; columns: string[]; rows: FigureCell[][] };

const COLUMNS = [
  "kind",
  "name",
  "scale",
  "group",
  "mean",
  "low",
  "high",
  "raters",
  "under",
  "right",
  "over",
  "deviation",
  "adjusted",
  "adjustedLow",
  "adjustedHigh",
  "note",
] as const;

/** The figures of the page, rounded as there. Where the page shows none, the row says why in words. */
export function reportFigures(report: ReportPageData): FigureSheet {
  const t = readerTexts().getFixedT(null, "report-pdf");
  const { hats, items } = report.content;
  // Differences rest on the competencies' figures as well; those are shown only with their own section.
  const competencies = report.sections.includes("competencies") ? report.content.competencies : [];
  const names = new Map([
    ...report.hats.map(({ key, name }) => [key, name] as const),
    ...Object.entries(report.guides).map(([key, { name }]) => [key, name] as const),
  ]);
  const groups = report.content.groups.map((group) => group.id).filter((id) => id !== SELF);
  const row = (kind: "hat" | "competency", each: ReportRow, ids: readonly string[]) =>
    rowsOf(t, {
      kind,
      name: names.get(each.id) ?? each.id,
      isAmount: each.hat !== null,
      estimates: each.estimates,
      adjusted: each.adjusted,
      unadjusted: t(`report:competencies.adjusted.none.${report.content.adjustment}`, {
        ...minimaOf(report.content),
      }),
      ids,
    });
  return {
    title: t("figures.title"),
    columns: COLUMNS.map((column) => t(`figures.columns.${column}`)),
    rows: [
      ...hats.flatMap((each) => row("hat", each, [OTHERS, SELF])),
      ...competencies.flatMap((each) => row("competency", each, [...groups, OTHERS, SELF])),
      ...items.flatMap(({ id, estimates }) =>
        rowsOf(t, {
          kind: "behaviour",
          name: report.itemLabels[id] ?? id,
          isAmount: report.itemScales[id]?.isAmount === true,
          estimates,
          adjusted: null,
          unadjusted: null,
          ids: [OTHERS, SELF],
        }),
      ),
    ],
  };
}

type Subject = {
  kind: "hat" | "competency" | "behaviour";
  name: string;
  isAmount: boolean;
  estimates: Record<string, Estimate>;
  adjusted: ReportRow["adjusted"];
  /** Why there is no adjusted mean, where there could be one. */
  unadjusted: string | null;
  ids: readonly string[];
};

function rowsOf(t: TFunction<"report-pdf">, subject: Subject): FigureCell[][] {
  return subject.ids.map((id) => {
    const estimate = subject.estimates[id];
    const { kind, name, isAmount } = subject;
    const about = [
      t(`figures.kinds.${kind}`),
      name,
      t(isAmount ? "figures.amount" : "figures.truth"),
      t(`report:groups.${id}`),
    ];
    if (!estimate?.shown) {
      const known = estimate?.reason === "hidden-near-end" ? estimate : null;
      const cells: FigureCell[] = Array.from(
        { length: COLUMNS.length - about.length - 1 },
        () => null,
      );
      // Where the mean lies between, and of how many; not the mean.
      if (known) cells.splice(1, 3, known.low, known.high, known.n);
      const reason = t(`report:reasons.${estimate?.reason ?? "hidden-no-answer"}`);
      return [...about, ...cells, reason];
    }
    const { mean, low, high, n, shares, agreement } = estimate;
    const adjusted = id === OTHERS ? subject.adjusted : null;
    return [
      ...about,
      ...[mean, low, high].map(rounded),
      n,
      ...[shares?.under, shares?.right, shares?.over].map(percent),
      rounded(agreement),
      ...[adjusted?.mean, adjusted?.low, adjusted?.high].map(rounded),
      id === OTHERS && !adjusted ? subject.unadjusted : null,
    ];
  });
}

/** One decimal, as on the page. */
function rounded(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const tenths = Math.round(Math.abs(value) * 10) / 10;
  return tenths === 0 ? 0 : Math.sign(value) * tenths;
}

function percent(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 100);
}
