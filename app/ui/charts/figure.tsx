import type { ReactNode } from "react";
import type { WayTo } from "~/platform/blocks/block.ts";
import { cx } from "../cx.ts";
import { FindingTitle } from "../finding-title.tsx";
import { ChevronRightIcon } from "../icons.tsx";
import { HowToRead } from "./chart-key.tsx";
import type { ChartWords } from "./data.ts";

/** The same figures as rows of words; the first cell of a row names it. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A drawing of fixed proportions: its size in its own units, and what is drawn. */
export interface Picture {
  width: number;
  height: number;
  marks: ReactNode;
}

/** A chart in all its forms: words, drawings and figures. A page and a printed report take what they need of it. */
export interface ChartFigureProps extends ChartWords {
  /** The drawing for phones, and the one for wider places. */
  narrow: Picture;
  wide: Picture;
  /** The wide drawing is no wider than a phone's, only larger. */
  square?: boolean;
  table: FigureTable;
  /** Words on the table's handle. */
  tableLabel: string;
}

/** A drawing that never grows beyond its own size by much. */
export function ChartSvg({ width, height, marks, description }: Picture & { description: string }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={description}
      direction="ltr"
      className="h-auto w-full max-w-full tabular-nums"
    >
      {marks}
    </svg>
  );
}

function SameFigures({
  table,
  label,
  title,
}: {
  table: FigureTable;
  label: string;
  title: string;
}) {
  return (
    <details className="chart-figures mt-3 min-w-0 text-sm print:hidden">
      <summary className="inline-flex min-h-8 items-center gap-1 rounded-small text-ink-muted hover:text-ink pointer-coarse:min-h-11">
        <ChevronRightIcon className="turns size-4 rtl:-scale-x-100" />
        <span className="underline decoration-1 underline-offset-[0.2em]">{label}</span>
      </summary>
      <section
        aria-label={`${title}: ${label}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
        className="chart-figures-scroll mt-1 overflow-x-auto"
      >
        <table className="border-collapse tabular-nums">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-b border-line-strong py-1.5 pe-6 text-start font-medium text-ink-muted"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.slice(0, 2).join(" ")} className="border-b border-line">
                {row.map((cell, index) =>
                  index === 0 ? (
                    <th
                      key={table.columns[index]}
                      scope="row"
                      className="py-1.5 pe-6 text-start font-normal"
                    >
                      <bdi>{cell}</bdi>
                    </th>
                  ) : (
                    <td key={table.columns[index]} className="py-1.5 pe-6">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** A finding in words, the picture of it, and the same figures as a table one press away. */
export function ChartFigure({
  title,
  description,
  note,
  narrow,
  wide,
  square = false,
  table,
  tableLabel,
  reading,
}: ChartFigureProps & { reading?: WayTo | undefined }) {
  return (
    <figure className="@container min-w-0" data-print="together">
      <FindingTitle>{title}</FindingTitle>
      <div className="max-w-104 @min-[40rem]:hidden">
        <ChartSvg {...narrow} description={description} />
      </div>
      <div className={cx("hidden @min-[40rem]:block", square ? "max-w-120" : "max-w-180")}>
        <ChartSvg {...wide} description={description} />
      </div>
      {note && <p className="mt-2 max-w-reading text-sm text-ink-muted">{note}</p>}
      <div className="flex flex-wrap items-baseline justify-between gap-x-5">
        <SameFigures table={table} label={tableLabel} title={title} />
        {reading && (
          <p className="text-sm">
            <HowToRead {...reading} />
          </p>
        )}
      </div>
    </figure>
  );
}
