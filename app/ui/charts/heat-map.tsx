import { cx } from "../cx.ts";
import type { ChartWords } from "./data.ts";

export type HeatCell = { value: number; n?: number } | { hidden: string };

export interface HeatRow {
  key: string;
  label: string;
  cells: readonly HeatCell[];
}

export interface HeatMapProps extends Omit<ChartWords, "description"> {
  /** What the map shows, read out before the table. */
  description: string;
  /** Heading of the first column. */
  subject: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly HeatRow[];
  /** The whole scale; hues run evenly from one end to the other. */
  scale: readonly [low: number, high: number];
  /** Words for the ends of the scale. */
  ends: readonly [low: string, high: string];
  value: (value: number) => string;
  /** Under the number, such as "9 raters". */
  count?: (n: number) => string;
}

const hues = ["bg-heat-1", "bg-heat-2", "bg-heat-3", "bg-heat-4", "bg-heat-5"] as const;

/** Which of the five hues a value has: equal steps over the whole scale. */
export function heatStep(value: number, [low, high]: readonly [number, number]): number {
  const share = (value - low) / (high - low);
  return Math.min(4, Math.max(0, Math.floor(share * 5)));
}

function Cell({
  cell,
  scale,
  value,
  count,
}: Pick<HeatMapProps, "scale" | "value" | "count"> & { cell: HeatCell }) {
  if ("hidden" in cell) {
    return (
      <td className="hatched border border-surface px-2 py-2 text-center align-middle">
        <span className="rounded-small bg-surface px-1 text-xs leading-4 text-ink-muted box-decoration-clone">
          {cell.hidden}
        </span>
      </td>
    );
  }
  return (
    <td
      className={cx(
        "border border-surface px-2 py-2 text-center align-middle text-ink",
        hues[heatStep(cell.value, scale)],
      )}
    >
      <span className="block font-medium">{value(cell.value)}</span>
      {count && cell.n !== undefined && <span className="block text-xs">{count(cell.n)}</span>}
    </td>
  );
}

function HeatKey({ ends }: Pick<HeatMapProps, "ends">) {
  return (
    <div aria-hidden="true" className="mb-3 flex items-center gap-2 text-sm text-ink-muted">
      <span>{ends[0]}</span>
      <span className="flex">
        {hues.map((hue) => (
          <span
            key={hue}
            className={cx("h-4 w-7 border-y border-line first:border-s last:border-e", hue)}
          />
        ))}
      </span>
      <span>{ends[1]}</span>
    </div>
  );
}

/** A table first: the number stands in every cell, the hue repeats it, and a hidden cell says why. */
export function HeatMap(props: HeatMapProps) {
  const { title, description, note, subject, columns, rows, scale, ends, value, count } = props;
  return (
    <figure className="min-w-0" data-print="together">
      <figcaption className="mb-3 max-w-reading">
        <span className="block font-serif text-xl font-semibold tracking-tight text-balance">
          {title}
        </span>
        <span className="sr-only">{description}</span>
      </figcaption>
      <HeatKey ends={ends} />
      {/* biome-ignore lint/a11y/useSemanticElements: a section would add a second landmark of the same name. */}
      <div
        role="region"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="w-fit max-w-full overflow-x-auto rounded-large border border-line bg-surface p-2"
      >
        <table className="min-w-full border-collapse text-sm tabular-nums">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky inset-s-0 bg-surface py-2 pe-3 text-start align-bottom font-medium text-ink-muted"
              >
                {subject}
              </th>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className="min-w-24 px-2 py-2 text-center align-bottom font-medium text-ink-muted hyphens-auto"
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th
                  scope="row"
                  className="sticky inset-s-0 max-w-56 min-w-32 bg-surface py-2 pe-3 text-start font-medium"
                >
                  <bdi>{row.label}</bdi>
                </th>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]?.key} {...{ cell, scale, value, count }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className="mt-2 max-w-reading text-sm text-ink-muted">{note}</p>}
    </figure>
  );
}
