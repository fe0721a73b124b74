import type { KeyboardEvent, RefObject } from "react";

type Grid = {
  region: RefObject<HTMLElement | null>;
  rows: number;
  columns: number;
  /** Brings a row into the page that is not in it. */
  bring: (row: number) => void;
  open: (row: number) => void;
};

const STEP_OF_PAGE = 10;

/** Arrows go from cell to cell, Home and End along the row, Page Up and Down ten rows, Enter opens the person. */
export function useGridKeys({ region, rows, columns, bring, open }: Grid) {
  function focus(row: number, column: number, tries = 5): void {
    const cell = region.current?.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${column}"]`,
    );
    if (cell) {
      cell.focus();
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (tries > 0) {
      bring(row);
      requestAnimationFrame(() => focus(row, column, tries - 1));
    }
  }
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return;
    const cell = target.closest<HTMLElement>("[data-row]");
    const isRegion = target === region.current;
    if (!cell && !isRegion) return;
    const row = cell ? Number(cell.dataset.row) : firstRow(region.current);
    const column = cell ? Number(cell.dataset.column) : 0;
    if (cell && key === "Enter") {
      event.preventDefault();
      open(row);
      return;
    }
    const next = cell
      ? moved(key, row, column, columns)
      : key === "ArrowDown"
        ? { row, column }
        : null;
    if (!next) return;
    event.preventDefault();
    const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most - 1);
    focus(clamp(next.row, rows), clamp(next.column, columns));
  };
}

function firstRow(region: HTMLElement | null): number {
  const first = region?.querySelector<HTMLElement>("[data-row]");
  return first ? Number(first.dataset.row) : 0;
}

function moved(key: string, row: number, column: number, columns: number) {
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageDown":
      return { row: row + STEP_OF_PAGE, column };
    case "PageUp":
      return { row: row - STEP_OF_PAGE, column };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: columns - 1 };
    default:
      return null;
  }
}
