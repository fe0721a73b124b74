import { type ReaderRequest, readInProcess, type TableReading } from "./read-in-process.server.ts";
import { LARGEST_FILE } from "./reading-fault.ts";
import { createTurns } from "./turns.ts";

/** Two at most: the server needs a core as well, and each may take half a gigabyte. */
const takeTurn = createTurns({ atOnce: 2, waiting: 12, patience: 60_000 });

/**
 * The rows of a CSV or XLSX file, read outside this process and within limits of time and memory: whatever the file is
 * made of, the server goes on. `owner` is on whose behalf; of one owner one file is read at a time.
 */
export async function readTable(
  bytes: Uint8Array,
  { owner, ...request }: ReaderRequest & { owner: string },
): Promise<TableReading> {
  if (bytes.length === 0) return { ok: false, reason: "file-empty" };
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: "file-too-large" };
  const endTurn = await takeTurn(owner);
  if (!endTurn) return { ok: false, reason: "file-busy" };
  try {
    return await readInProcess(bytes, request);
  } finally {
    endTurn();
  }
}
