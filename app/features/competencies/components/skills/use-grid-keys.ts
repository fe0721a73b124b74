import { type KeyboardEvent, type RefObject, useRef } from "react";

type Grid = {
  region: RefObject<HTMLElement | null>;
  /** The first row that was sent, and the one after the last. */
  first: number;
  rows: number;
  columns: number;
  /** Brings a row into the page that is not in it. */
  bring: (row: number) => void;
  open: (row: number) => void;
};

const STEP_OF_PAGE = 10;

/** Arrows go from cell to cell, Home and End along the row, Page Up and Down ten rows, Enter opens the person. */
export function useGridKeys({ region, first, rows, columns, bring, open }: Grid) {
  // Where one is on the way to, while its row is not drawn yet: who holds a key down goes on from there.
  const pending = useRef<Place | null>(null);
  function go(to: Place, tries = 20): void {
    const { row, column } = to;
    const cell = region.current?.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${column}"]`,
    );
    if (cell) {
      pending.current = null;
      cell.focus();
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (tries > 0) {
      pending.current = to;
      // The cell one comes from may go out of the page, and the keys with it.
      region.current?.focus({ preventScroll: true });
      bring(row);
      requestAnimationFrame(() => pending.current === to && go(to, tries - 1));
    } else pending.current = null;
  }
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return;
    const cell = target.closest<HTMLElement>("[data-row]");
    if (!cell && target !== region.current) return;
    const at = cell ? placeOf(cell) : pending.current;
    if (at && key === "Enter") {
      event.preventDefault();
      open(at.row);
      return;
    }
    const next = at ? moved(key, at, columns) : entered(key, region.current);
    if (!next) return;
    event.preventDefault();
    const clamp = (value: number, most: number) => Math.min(Math.max(0, value), most - 1);
    go({ row: Math.max(first, clamp(next.row, rows)), column: clamp(next.column, columns) });
  };
}

type Place = { row: number; column: number };

const placeOf = ({ dataset }: HTMLElement): Place => ({
  row: Number(dataset.row),
  column: Number(dataset.column),
});

/** The first arrow down leads into the table. */
function entered(key: string, region: HTMLElement | null): Place | null {
  const cell = region?.querySelector<HTMLElement>("[data-row]");
  return key === "ArrowDown" && cell ? placeOf(cell) : null;
}

function moved(key: string, { row, column }: Place, columns: number): Place | null {
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
