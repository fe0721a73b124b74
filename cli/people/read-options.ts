import { OperatorError } from "../../app/platform/errors/operator-error.ts";
import type { ImportRequest } from "./import-request.ts";

/** As commander gives them. */
export type ImportOptions = {
  organisation?: string;
  yes: boolean;
  dateOrder?: string;
  emptyCells?: string;
  encoding?: string;
  sheet?: string;
  hiddenRows?: string;
  lists?: string;
  withoutManager?: string;
};

/** The options of `twohats import people`. @throws OperatorError for one that is not known. */
export function readOptions(options: ImportOptions): ImportRequest {
  const { organisation, encoding, sheet, yes: store, withoutManager } = options;
  const dateOrder = oneOf("--date-order", options.dateOrder, ["dmy", "mdy"]) ?? null;
  const emptyCells = oneOf("--empty-cells", options.emptyCells, ["keep", "clear"]) ?? "keep";
  const hiddenRows = oneOf("--hidden-rows", options.hiddenRows, ["with", "without"]);
  const lists = oneOf("--lists", options.lists, ["people", "absences"]);
  return {
    ...(organisation !== undefined && { organisation }),
    ...{ store, dateOrder, emptyCells },
    answers: {
      ...(encoding !== undefined && { encoding }),
      ...(sheet !== undefined && { sheet }),
      ...(hiddenRows !== undefined && { hiddenRows }),
      ...(lists !== undefined && { lists }),
      ...(withoutManager !== undefined && { withoutManager: rowsIn(withoutManager) }),
    },
  };
}

function oneOf<Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly Value[],
): Value | undefined {
  const known = values.find((value) => value === given);
  if (given === undefined || known !== undefined) return known;
  throw new OperatorError(`${option} ${given} is not known.`, `Use ${values.join(" or ")}.`);
}

function rowsIn(text: string): "all" | number[] {
  if (text === "all") return "all";
  const rows = text.split(",").map(Number);
  if (rows.every((row) => Number.isInteger(row) && row > 0)) return rows;
  throw new OperatorError(
    `--without-manager ${text} is not known.`,
    "Use all, or the numbers of rows such as 2,5.",
  );
}
