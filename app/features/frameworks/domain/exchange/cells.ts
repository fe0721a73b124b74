/** A filled row of a table with its number in the file. */
export type TableLine = { row: number; cells: readonly string[] };

/** Cells of a table by the names of its columns; names are found whatever their letter case, spaces and signs. */
export class Columns {
  readonly #at: Map<string, number>;
  readonly #asked = new Map<string, number | undefined>();
  readonly header: TableLine;

  constructor(header: TableLine) {
    this.header = header;
    this.#at = new Map();
    header.cells.forEach((name, at) => {
      const key = columnKey(name);
      if (!this.#at.has(key)) this.#at.set(key, at);
    });
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#at.has(columnKey(name)));
  }

  /** What stands in the first of these columns that there is; "" when there is none. */
  cell({ cells }: TableLine, ...names: readonly string[]): string {
    for (const name of names) {
      const at = this.#placeOf(name);
      if (at !== undefined) return tidy(cells[at] ?? "");
    }
    return "";
  }

  /** Asked for every cell of a table, so that a name is compared letter by letter only once. */
  #placeOf(name: string): number | undefined {
    if (!this.#asked.has(name)) this.#asked.set(name, this.#at.get(columnKey(name)));
    return this.#asked.get(name);
  }

  /** Names of columns that are none of these. */
  others(names: readonly string[]): string[] {
    const known = new Set(names.map(columnKey));
    return this.header.cells.filter((name) => name !== "" && !known.has(columnKey(name)));
  }
}

export function columnKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Line ends as one kind, without blanks around the whole. */
export function tidy(cell: string): string {
  return cell.replace(/\r\n?/g, "\n").trim();
}

/** The values of a cell that holds several, one a line. */
export function valuesIn(cell: string): string[] {
  return cell
    .split("\n")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** In one line. */
export function oneLine(value: string): string {
  return value.replace(/\s+/gu, " ").trim();
}
