import { type Headers, recogniseColumns } from "./columns.ts";
import { type BuilderOptions, RatingTableBuilder, type Reading } from "./rating-table.ts";

export type RowOutcome =
  | { ok: true; reading: Reading; above: number; rowNames: boolean }
  | { ok: false; reason: "empty" }
  /** Lines are longer than the titles, and what stands before or behind them can't be told. */
  | { ok: false; reason: "longer"; line: number }
  | ({ reason: "columns" } & Extract<Headers, { ok: false }>);

/** The titles may have so many lines above them, less one. */
const LINES_SEARCHED = 10;

/**
 * Takes the rows of a file: finds the titles, then hands on what stands below. Row names that have no title, as R
 * writes them, are passed over when they count the rows.
 */
export class RowTaker {
  readonly #options: BuilderOptions;
  #above = 0;
  #firstTitles: string[] | null = null;
  #titles = 0;
  #builder: RatingTableBuilder | null = null;
  #rowNames: boolean | null = null;
  #taken = 0;
  #longer: number | null = null;

  constructor(options: BuilderOptions) {
    this.#options = options;
  }

  take(cells: string[], line: number): void {
    if (this.#builder === null) {
      this.#seek(cells);
      return;
    }
    const length = filled(cells);
    if (length === 0) return;
    this.#taken++;
    this.#rowNames ??= length === this.#titles + 1 && cells[0]?.trim() === "1";
    if (this.#rowNames) {
      if (cells[0]?.trim() !== String(this.#taken) || length > this.#titles + 1)
        this.#longer ??= line;
      this.#builder.add(cells.slice(1), line);
    } else if (length > this.#titles) {
      // The first line decides what the file is like; a later one has slipped.
      if (this.#taken === 1) this.#longer ??= line;
      this.#builder.addTooLong(line);
    } else this.#builder.add(cells, line);
  }

  done(): RowOutcome {
    if (this.#firstTitles === null) return { ok: false, reason: "empty" };
    if (this.#builder === null) {
      const headers = recogniseColumns(this.#firstTitles);
      return headers.ok ? { ok: false, reason: "empty" } : { reason: "columns", ...headers };
    }
    if (this.#longer !== null) return { ok: false, reason: "longer", line: this.#longer };
    const reading = this.#builder.done();
    if (reading.rows === 0) return { ok: false, reason: "empty" };
    return { ok: true, reading, above: this.#above, rowNames: this.#rowNames === true };
  }

  #seek(cells: string[]): void {
    if (filled(cells) === 0 || this.#above >= LINES_SEARCHED) return;
    this.#firstTitles ??= cells;
    const headers = recogniseColumns(cells);
    if (headers.ok) {
      this.#titles = filled(cells);
      this.#builder = new RatingTableBuilder(headers.positions, this.#options);
    } else this.#above++;
  }
}

/** How many cells there are up to the last one that is filled. */
function filled(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? "").trim() === "") end--;
  return end;
}
