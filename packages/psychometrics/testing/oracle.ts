import { existsSync, readFileSync } from "node:fs";

/** A reference case: a data table and results computed by other software. */
export interface Oracle {
  /** Names of the results. */
  ids: string[];
  /** One array of cells per column; empty cells are null. */
  columns: Record<string, (string | null)[]>;
  /** A column as numbers, missing as NaN. */
  numbers(name: string): number[];
  /** Rows over the named columns, missing as NaN. */
  rows(names: string[]): number[][];
  // biome-ignore lint/suspicious/noExplicitAny: results have a shape of their own per id
  expected(id: string): any;
}

const open = new URL("../fixtures/oracle/", import.meta.url);
const referenceOnly = new URL("../../../../shared/oracle/reference-only/", import.meta.url);

/** A case that is part of the project. */
export function oracle(name: string): Oracle {
  return read(new URL(`${name}/`, open));
}

/** A case that may be used only where it lies beside the project; null when it doesn't. */
export function referenceCase(name: string): Oracle | null {
  const folder = new URL(`${name}/`, referenceOnly);
  return existsSync(folder) ? read(folder) : null;
}

/** Said by tests that are skipped without their reference data. */
export const withoutReference =
  "its reference data may not be copied and is not beside the project";

function read(folder: URL): Oracle {
  const lines = readFileSync(new URL("data.csv", folder), "utf8").trim().split(/\r?\n/);
  const cells = lines.map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  const names = cells[0] ?? [];
  const columns: Oracle["columns"] = {};
  names.forEach((name, c) => {
    columns[name] = cells.slice(1).map((row) => (row[c] === "" ? null : (row[c] ?? null)));
  });
  const { results } = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8"));
  const numbers = (name: string) => {
    const column = columns[name];
    if (column === undefined) throw new Error(`no column ${name}`);
    return column.map((cell) => (cell === null ? Number.NaN : Number(cell)));
  };
  return {
    ids: results.map((entry: { id: string }) => entry.id),
    columns,
    numbers,
    rows(wanted) {
      const picked = wanted.map(numbers);
      return (picked[0] ?? []).map((_, r) => picked.map((column) => column[r]));
    },
    expected(id) {
      const result = results.find((entry: { id: string }) => entry.id === id);
      if (result === undefined) throw new Error(`no result ${id}`);
      return result.expected;
    },
  };
}
