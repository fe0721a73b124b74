import type { TableFault } from "../domain/import/table.ts";

/** Why a file as a whole cannot be used. Nothing of it is kept. */
export type FileFault =
  | TableFault
  | "file-too-large"
  | "file-type-unknown"
  | "file-old-excel"
  | "file-binary"
  | "file-damaged"
  | "file-protected"
  | "file-quote-open";

/** Files above this size are refused before they are read: ten times what 50,000 people need. */
export const LARGEST_FILE = 25 * 1024 * 1024;
