import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { cx } from "~/ui/cx.ts";
import { SortDownIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { unpackCells } from "../../domain/tables/cells.ts";
import { type MatrixQuery, matrixHref, panelHref } from "../../domain/tables/matrix-query.ts";
import type { MatrixPage, MatrixRow } from "../../matrix/matrix-page.server.ts";
import { CoverFoot } from "./cover-foot.tsx";
import { MatrixCell, ScaleOnce } from "./matrix-cell.tsx";
import { MatrixPager } from "./matrix-pager.tsx";
import { useDrawn } from "./use-drawn.ts";
import { useGridKeys } from "./use-grid-keys.ts";

type Item = { kind: "row"; row: MatrixRow; index: number } | { kind: "group"; name: string | null };

const ROW_HEIGHT = 56;
const GROUP_HEIGHT = 37;
const OVERSCAN = 4;
/** From so many cells on the table scrolls in a box of its own. */
const LONG = 800;

function itemsOf(rows: readonly MatrixRow[], first: number, isGrouped: boolean): Item[] {
  return rows.flatMap((row, at): Item[] => {
    const item: Item = { kind: "row", row, index: first + at };
    const begins = isGrouped && (at === 0 || rows[at - 1]?.group !== row.group);
    return begins ? [{ kind: "group", name: row.group }, item] : [item];
  });
}

/** People by competency: each level with how sure it is, how old and what it rests on. */
export function MatrixTable({ page, query }: { page: MatrixPage; query: MatrixQuery }) {
  const { t } = useTranslation("skills");
  const { rows, columns, place } = page;
  const region = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const drawn = useDrawn();
  const isLong = rows.length * columns.length > LONG;
  const isGrouped = query.by !== "none";
  const items = useMemo(() => {
    const { from, to, sent } = place;
    if (drawn !== "page") return itemsOf(rows, sent.from, isGrouped);
    return itemsOf(rows.slice(from - sent.from, to - sent.from), from, isGrouped);
  }, [drawn, rows, place, isGrouped]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => region.current,
    estimateSize: (at) => (items[at]?.kind === "group" ? GROUP_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
    enabled: isLong && drawn === "sight",
  });
  const sight = isLong && drawn === "sight" ? virtual.getVirtualItems() : null;
  const shown = sight ? sight.flatMap(({ index }) => items[index] ?? []) : items;
  const before = sight?.[0]?.start ?? 0;
  const after = sight ? virtual.getTotalSize() - (sight.at(-1)?.end ?? 0) : 0;
  const hrefOf = (index: number) => {
    const row = rows[index - place.sent.from];
    return row && panelHref(query, row.id);
  };
  const open = (index: number) => {
    const href = hrefOf(index);
    if (href) void navigate(href, { preventScrollReset: true });
  };
  const onKeyDown = useGridKeys({
    ...{ region, open, columns: columns.length },
    first: place.sent.from,
    rows: place.sent.from + rows.length,
    bring: (row) =>
      virtual.scrollToIndex(items.findIndex((each) => each.kind === "row" && each.index === row)),
  });
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    if (cell) open(Number(cell.dataset.row));
  };
  return (
    <div>
      <ScaleOnce levels={page.framework.levels.length} />
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark. */}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the grid in it is moved through from here. */}
      <div
        ref={region}
        role="region"
        aria-label={t("table.region")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onKeyDown={onKeyDown}
        className={cx(
          "relative overflow-auto rounded-large border border-line bg-surface print:max-h-none print:overflow-visible",
          isLong && "max-h-[75dvh]",
        )}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the region around it. */}
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is made of.
          role="grid"
          aria-rowcount={page.shown + 1}
          aria-colcount={columns.length + 1}
          onClick={onClick}
          className="w-full table-fixed border-separate border-spacing-0 text-sm"
        >
          <caption className="sr-only">{t("table.caption")}</caption>
          <MatrixHead page={page} query={query} />
          <tbody>
            {before > 0 && <Gap height={before} columns={columns.length + 1} />}
            {shown.map((item) =>
              item.kind === "group" ? (
                <tr key={`group ${item.name}`}>
                  <th
                    scope="rowgroup"
                    colSpan={columns.length + 1}
                    className="border-b border-line bg-sunken px-3 py-2 text-start font-semibold"
                    dir="auto"
                  >
                    <span className="sticky inset-s-3">{item.name ?? t("table.noGroup")}</span>
                  </th>
                </tr>
              ) : (
                <MatrixLine
                  key={item.row.id}
                  {...{ item, page }}
                  hasScripts={drawn !== "page"}
                  isOpen={item.row.id === query.person}
                  href={panelHref(query, item.row.id)}
                />
              ),
            )}
            {after > 0 && <Gap height={after} columns={columns.length + 1} />}
          </tbody>
          <CoverFoot page={page} />
        </table>
      </div>
      {drawn === "page" ? (
        <Pagination
          page={place.page}
          pages={place.pages}
          href={(to) => matrixHref(query, { page: to })}
        />
      ) : (
        <MatrixPager page={page} query={query} />
      )}
    </div>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function MatrixHead({ page, query }: { page: MatrixPage; query: MatrixQuery }) {
  const { t } = useTranslation("skills");
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky inset-s-0 top-0 z-20 w-40 border-b border-line-strong bg-surface px-3 py-2 text-start align-bottom font-medium text-ink-muted sm:w-56"
        >
          <Link tone="plain" href={matrixHref(query, { sort: "", page: 1 })} preventScrollReset>
            {t("table.person")}
          </Link>
        </th>
        {page.columns.map(({ id, name }) => (
          <th
            key={id}
            scope="col"
            aria-sort={query.sort === id ? "descending" : undefined}
            className="sticky top-0 z-10 w-28 border-b border-line-strong bg-surface px-2 py-2 text-start align-bottom font-medium text-ink-muted wrap-anywhere hyphens-auto"
            dir="auto"
          >
            <Link
              tone="plain"
              href={matrixHref(query, { sort: query.sort === id ? "" : id, page: 1 })}
              preventScrollReset
            >
              {name}
              {query.sort === id && <SortDownIcon className="inline size-4" />}
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MatrixLine({
  item: { row, index },
  page,
  hasScripts,
  isOpen,
  href,
}: {
  item: { row: MatrixRow; index: number };
  page: MatrixPage;
  hasScripts: boolean;
  isOpen: boolean;
  href: string;
}) {
  const { t: skills } = useTranslation("skills");
  const { t: levels } = useTranslation("competencies");
  const texts = { skills, levels };
  const cells = unpackCells(row.cells);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={isOpen || undefined}
      className={cx("h-14 hover:*:bg-canvas", isOpen && "*:bg-accent-soft")}
    >
      <th
        scope="row"
        className="sticky inset-s-0 z-10 border-b border-line bg-surface px-3 py-1.5 text-start font-normal"
      >
        <Link tone="quiet" href={href} preventScrollReset className="block truncate" dir="auto">
          {row.name}
        </Link>
        <span className="block truncate text-xs text-ink-muted" dir="auto">
          {row.jobTitle}
        </span>
      </th>
      {page.columns.map(({ id, tone }, column) => {
        const cell = cells[column];
        return (
          cell && (
            <MatrixCell
              key={id}
              {...{ cell, tone, texts }}
              levels={page.framework.levels.length}
              place={hasScripts ? { row: index, column } : null}
            />
          )
        );
      })}
    </tr>
  );
}
