import type { ReadingFault } from "~/platform/tables/reading-fault.ts";
import type { TableFault } from "../domain/table.ts";

/** Why a file as a whole cannot be used. Nothing of it is kept. */
export type FileFault = TableFault | ReadingFault;
