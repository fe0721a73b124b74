import { z } from "zod";
import { IMPORT_FIELDS } from "./fields.ts";
import type { ImportSettings } from "./settings.ts";
import { MOST_COLUMNS } from "./table.ts";

const field = z.enum(IMPORT_FIELDS).nullable().catch(null);
const dateOrder = z.enum(["dmy", "mdy"]).nullable().catch(null);
const emptyCells = z.enum(["clear", "keep"]).catch("clear");

/** Name of the control that says what a column means. */
export function columnControl(column: number): string {
  return `column-${column}`;
}

/** What was chosen in the form about columns; a choice that is none counts as not made. */
export function readMappingForm(form: FormData): ImportSettings {
  const columns: ImportSettings["columns"] = [];
  while (columns.length < MOST_COLUMNS && form.has(columnControl(columns.length))) {
    columns.push(field.parse(form.get(columnControl(columns.length))));
  }
  return {
    columns,
    dateOrder: dateOrder.parse(form.get("dateOrder")),
    emptyCells: emptyCells.parse(form.get("emptyCells")),
  };
}
