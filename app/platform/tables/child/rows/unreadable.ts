import type { ReadingFault } from "../../reading-fault.ts";

/** Ends the reading of a file that is to blame itself. */
export class Unreadable extends Error {
  readonly reason: ReadingFault;
  readonly row: number | undefined;

  constructor(reason: ReadingFault, row?: number) {
    super(reason);
    this.reason = reason;
    this.row = row;
  }
}
