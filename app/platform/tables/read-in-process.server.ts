import { setImmediate } from "node:timers/promises";
import { frameOf, jsonFrameOf } from "./frames.ts";
import { guardReader, type ReaderBounds } from "./guard-reader.ts";
import type { ReaderFacts, ReaderMessage, TableLimits, TableRow } from "./messages.ts";
import type { ReadingFault, ReadingRefusal } from "./reading-fault.ts";
import { type Reader, startReader } from "./start-reader.server.ts";

export type TableReading = { ok: true; rows: TableRow[] } | ReadingRefusal;

export type ReaderRequest = {
  limits: TableLimits;
  /**
   * Whether a sheet of a workbook is one to read, by its first filled rows, whose cells are cut. The first such sheet
   * is read, otherwise the first that holds anything.
   */
  isWanted(head: TableRow[]): boolean;
  /** Told what the reading took. */
  onEnd?: (facts: ReaderFacts) => void;
};

const BOUNDS: ReaderBounds = { time: 30_000, memory: 512 * 2 ** 20 };
/** How a process ends when its heap is full, when the system has no memory left, and when it has worked too long. */
const FATAL: Partial<Record<NodeJS.Signals, ReadingFault>> = {
  SIGABRT: "file-too-much-inside",
  SIGTRAP: "file-too-much-inside",
  SIGKILL: "file-too-much-inside",
  SIGXCPU: "file-too-slow",
};

/**
 * Reads a file in a process of its own, which has read nothing before and nothing after. Rows come over in small parts,
 * so that nobody here waits for them.
 * @throws when the fault is the reader's. The error holds no words of the file.
 */
export async function readInProcess(
  bytes: Uint8Array,
  request: ReaderRequest,
  { program, ...bounds }: Partial<ReaderBounds> & { program?: string } = {},
): Promise<TableReading> {
  const reader = await startReader(program);
  const guard = guardReader(reader, { ...BOUNDS, ...bounds });
  try {
    reader.tell(jsonFrameOf(request.limits));
    reader.tell(frameOf(bytes));
    const reading = await takeRows(reader, request);
    if (reading) return reading;
    const { code, signal } = await reader.ended;
    request.onEnd?.({ peakMemory: guard.peakMemory() });
    const reason = guard.ended() ?? (signal && FATAL[signal]);
    if (reason) return { ok: false, reason };
    throw new Error(`the reader of a file ended by itself: ${signal ?? code}`);
  } finally {
    guard.stop();
    reader.kill();
  }
}

/** @returns null when the process ended before it was done. */
async function takeRows(
  reader: Reader,
  { isWanted, onEnd }: ReaderRequest,
): Promise<TableReading | null> {
  const rows: TableRow[] = [];
  const sheets = { seen: 0, wanted: null as number | null, filled: null as number | null };
  for await (const frame of reader.frames) {
    const message = JSON.parse(frame.toString()) as ReaderMessage;
    switch (message.kind) {
      case "head":
        if (message.head.length > 0) sheets.filled ??= sheets.seen;
        if (sheets.wanted === null && isWanted(message.head)) sheets.wanted = sheets.seen;
        sheets.seen += 1;
        break;
      case "choose":
        reader.tell(jsonFrameOf({ sheet: sheets.wanted ?? sheets.filled }));
        break;
      case "rows":
        for (const row of message.rows) rows.push(row);
        break;
      case "failure":
        throw new Error(`a file could not be read: ${message.failure}`);
      case "refusal":
        onEnd?.({ peakMemory: message.peakMemory });
        return message.refusal;
      case "end":
        onEnd?.({ peakMemory: message.peakMemory });
        return { ok: true, rows };
    }
    // Everyone else's turn.
    await setImmediate();
  }
  return null;
}
