import { OperatorError } from "../../errors/operator-error.ts";

/** Says in words why a data folder could not be written to. */
export function unusableFolder(dataDir: string, cause: unknown): OperatorError {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "ENOSPC" || code === "EDQUOT")
    return new OperatorError(
      `There is no room left for the data folder ${dataDir}.`,
      "Free some space on its disk, or set TWOHATS_DATA_DIR to a folder on another one.",
      { cause },
    );
  return new OperatorError(
    `The data folder ${dataDir} cannot be written to.`,
    "Change its permissions, or set TWOHATS_DATA_DIR to a folder you may write to.",
    { cause },
  );
}
