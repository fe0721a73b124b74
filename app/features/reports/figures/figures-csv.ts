import { toCsv } from "~/platform/tables/write-csv.server.ts";
import type { FigureSheet } from "./report-figures.ts";

/** The figures as a CSV file. */
export function figuresCsv({ columns, rows }: FigureSheet): string {
  return toCsv([columns, ...rows]);
}
