import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { BaseLink } from "./base-link.tsx";
import { cx } from "./cx.ts";
import { SortDownIcon, SortIcon, SortUpIcon } from "./icons.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** What a row or cell is, said even to browsers to which what folds is no table any more. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

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
  /** Has room for long words, such as addresses. */
  wide?: boolean;
  /**
   * Where rows fold, a cell stands below the row's name, after its heading. A tick stands before the name, an action
   * below everything without its heading, and what the row's own page says as well can be away.
   */
  folded?: "before" | "below" | "away";
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
      className="inline-flex items-center gap-1 rounded-small text-inherit no-underline hover:text-ink hover:underline pointer-coarse:min-h-11"
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
      {...as.columnheader}
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
  const { align, header, noWrap, rowHeader } = column;
  const content = column.cell(row);
  const folded = isNothing(content) ? "away" : column.folded;
  const className = cx(
    "px-3 py-2.5 first:ps-4 last:pe-4",
    column.folded === "before" ? "align-top" : "align-baseline",
    align === "end" ? "text-end tabular-nums" : "text-start",
    noWrap && "whitespace-nowrap",
  );
  // The longest word breaks before it widens the table, and short ones stay whole.
  const inCell =
    noWrap || align === "end" || column.folded === "before" ? (
      content
    ) : (
      <div
        className={cx(
          "wrap-anywhere",
          column.wide ? "min-w-60" : rowHeader ? "min-w-36" : "min-w-24",
        )}
      >
        {content}
      </div>
    );
  if (rowHeader)
    return (
      <th scope="row" {...as.rowheader} className={cx(className, "font-normal")}>
        {inCell}
      </th>
    );
  return (
    <td
      {...as.cell}
      data-folded={folded}
      data-label={folded === undefined && typeof header === "string" ? header : undefined}
      className={className}
    >
      {inCell}
    </td>
  );
}

/** A cell with nothing in it needs no line of its own. */
function isNothing(content: ReactNode): boolean {
  return content === null || content === undefined || content === false || content === "";
}

/**
 * A semantic table. Where there is little room its rows fold: the name above, every other cell after its heading below.
 * What is between scrolls sideways inside its own region, which the keyboard can reach.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, count, tools, columns, rows, rowKey, empty, boxed } = props;
  const captionId = useId();
  return (
    <section className="@container flex w-full min-w-0 max-w-page flex-col gap-3">
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
          boxed ? "max-h-[70dvh] overflow-auto" : "@max-[60rem]:overflow-x-auto",
        )}
      >
        <table
          {...as.table}
          aria-labelledby={captionId}
          className="folds w-full border-separate border-spacing-0 text-sm"
        >
          <thead {...as.rowgroup}>
            <tr {...as.row}>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody
            {...as.rowgroup}
            className="[&>tr+tr>*]:border-t [&>tr+tr>*]:border-line [&>tr:hover>*]:bg-canvas [&>tr:last-child>:first-child]:rounded-es-large [&>tr:last-child>:last-child]:rounded-ee-large"
          >
            {rows.map((row) => (
              <tr key={rowKey(row)} {...as.row}>
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
