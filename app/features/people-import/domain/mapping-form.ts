import { z } from "zod";
import { IMPORT_FIELDS, MOST_COLUMNS } from "~/features/people/domain/index.ts";
import { importSettings, type MappingFault } from "./settings.ts";

/** Name of the control that says what a column means. */
export function columnControl(column: number): `columns[${number}]` {
  return `columns[${column}]`;
}

/** What is chosen in the form about columns; a choice that is none counts as not made. */
export const mappingInput = z.object({
  columns: z.array(z.enum(IMPORT_FIELDS).nullable().catch(null)).max(MOST_COLUMNS),
  dateOrder: importSettings.shape.dateOrder.catch(null),
  emptyCells: importSettings.shape.emptyCells.catch("keep"),
});

/** A fault with the control where it is put right. */
export function mappingProblem(fault: MappingFault, columns: readonly (string | null)[]) {
  if (fault.code === "date-order-unknown") return { field: "dateOrder", code: fault.code };
  const values = "field" in fault ? { field: fault.field } : undefined;
  const at = "beside" in fault ? fault.beside : values?.field;
  const column = at ? columns.lastIndexOf(at) : 0;
  return {
    field: columnControl(Math.max(0, column)),
    code: fault.code,
    ...(values ? { values } : {}),
  };
}
