import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { BaseLink } from "./base-link.tsx";
import { cx } from "./cx.ts";
import { SortDownIcon, SortIcon, SortUpIcon } from "./icons.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface TableSort {
  /** Where a press on the heading leads: the same page, sorted. */
  href: string;
  direction: "ascending" | "descending" | "none";
}

export interface TableColumn<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, in figures of one width. */
  align?: "start" | "end";
  sort?: TableSort;
  /** Names the row for screen readers; one column of a table. */
  rowHeader?: boolean;
  /** Keeps short things on one line. */
  noWrap?: boolean;
}

export interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  /** Such as "240 people" or "12 of 240 people". */
  count?: ReactNode;
  /** Search, filters or an export beside the caption. */
  tools?: ReactNode;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Stands under the headings when there are no rows. */
  empty?: ReactNode;
  /** Scrolls inside a box of limited height instead of with the page. */
  boxed?: boolean;
}

function SortLink({ sort, children }: { sort: TableSort; children: ReactNode }) {
  const { t } = useTranslation("ui");
  const Icon = { ascending: SortUpIcon, descending: SortDownIcon, none: SortIcon }[sort.direction];
  return (
    <BaseLink
      href={sort.href}
      preventScrollReset
      className="inline-flex items-center gap-1 rounded-small text-inherit no-underline hover:text-ink hover:underline"
    >
      {children}
      <Icon className={cx("size-4", sort.direction === "none" && "text-ink-faint")} />
      <VisuallyHidden>{t(`table.sort.${sort.direction}`)}</VisuallyHidden>
    </BaseLink>
  );
}

function HeadCell<Row>({ column }: { column: TableColumn<Row> }) {
  const { align, header, sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort && sort.direction !== "none" ? sort.direction : undefined}
      className={cx(
        "sticky top-0 z-10 border-b border-line-strong bg-surface px-3 py-2 font-medium text-ink-muted first:rounded-ss-large first:ps-4 last:rounded-se-large last:pe-4",
        align === "end" ? "text-end" : "text-start",
      )}
    >
      {sort ? <SortLink sort={sort}>{header}</SortLink> : header}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const className = cx(
    "px-3 py-2.5 align-top first:ps-4 last:pe-4",
    column.align === "end" ? "text-end tabular-nums" : "text-start",
    column.noWrap && "whitespace-nowrap",
  );
  return column.rowHeader ? (
    <th scope="row" className={cx(className, "font-normal")}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  );
}

/** A semantic table. On phones it scrolls sideways inside its own region, which the keyboard can reach. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, count, tools, columns, rows, rowKey, empty, boxed } = props;
  const captionId = useId();
  return (
    <section className="flex min-w-0 max-w-page flex-col gap-3">
      <div
        className={cx(
          "flex flex-wrap items-end justify-between gap-x-6 gap-y-2",
          captionHidden && !count && !tools && "sr-only",
        )}
      >
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id={captionId} className={cx("text-lg font-semibold", captionHidden && "sr-only")}>
            {caption}
          </h2>
          {count && <p className="text-sm tabular-nums text-ink-muted">{count}</p>}
        </div>
        {tools}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a section would add a second landmark of the same name. */}
      <div
        role="region"
        aria-labelledby={captionId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className={cx(
          "relative rounded-large border border-line bg-surface",
          boxed ? "max-h-[70dvh] overflow-auto" : "max-lg:overflow-x-auto",
        )}
      >
        <table
          aria-labelledby={captionId}
          className="w-full border-separate border-spacing-0 text-sm"
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody className="[&>tr+tr>*]:border-t [&>tr+tr>*]:border-line [&>tr:hover>*]:bg-canvas [&>tr:last-child>:first-child]:rounded-es-large [&>tr:last-child>:last-child]:rounded-ee-large">
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && empty && <div className="p-4">{empty}</div>}
      </div>
    </section>
  );
}
