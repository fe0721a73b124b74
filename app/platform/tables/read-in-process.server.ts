import { setImmediate } from "node:timers/promises";
import { choiceOf, type SheetNote, type SheetSeen } from "./choose-sheet.ts";
import { fillDown } from "./fill-down.ts";
import { frameOf, jsonFrameOf } from "./frames.ts";
import { guardReader, type ReaderBounds } from "./guard-reader.ts";
import type {
  ReaderFacts,
  ReaderMessage,
  ReadingChoices,
  TableLimits,
  TableRow,
  TableTail,
} from "./messages.ts";
import type { ReadingFault, ReadingRefusal } from "./reading-fault.ts";
import { type Reader, startReader } from "./start-reader.server.ts";

/** What a table was taken from, and what had to be decided to read it. */
export type TableSource = {
  /** Of a workbook, in its order. */
  sheets: SheetNote[];
  encoding: TableTail["encoding"];
  /** Cells that stand empty below the first of a merged block, and were filled with it; the rows where. */
  filledDown: { cells: number; rows: number[] };
};

export type TableReading = { ok: true; rows: TableRow[]; source: TableSource } | ReadingRefusal;

export type ReaderRequest = {
  limits: TableLimits;
  /** What a person has said about the file. */
  choices?: ReadingChoices | undefined;
  /**
   * Whether a sheet of a workbook is one to read, by its first filled rows, whose cells are cut. The first such sheet
   * that can be seen is read, otherwise the first that holds anything; hidden ones only when there is no other.
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
    const { limits, choices = {} } = request;
    reader.tell(jsonFrameOf({ limits, choices }));
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
  { isWanted, choices, limits, onEnd }: ReaderRequest,
): Promise<TableReading | null> {
  const rows: TableRow[] = [];
  const sheets: SheetSeen[] = [];
  let read: number | null = null;
  for await (const frame of reader.frames) {
    const message = JSON.parse(frame.toString()) as ReaderMessage;
    switch (message.kind) {
      case "head":
        sheets.push({
          name: message.name,
          hidden: message.hidden,
          filled: message.head.length > 0,
          wanted: isWanted(message.head),
        });
        break;
      case "choose":
        read = choiceOf(sheets, choices?.sheet);
        reader.tell(jsonFrameOf({ sheet: read }));
        break;
      case "rows":
        for (const row of message.rows) rows.push(row);
        break;
      case "calendar":
        throw new Error("a table was asked for, and a calendar came");
      case "failure":
        throw new Error(`a file could not be read: ${message.failure}`);
      case "refusal":
        onEnd?.({ peakMemory: message.peakMemory });
        return message.refusal;
      case "end": {
        const { peakMemory, merges, encoding } = message;
        onEnd?.({ peakMemory });
        const filledDown = fillDown(rows, merges, limits);
        if (!filledDown) return { ok: false, reason: "file-too-much-inside" };
        const notes = sheets.map((sheet, at) => ({ ...sheet, read: at === read }));
        return { ok: true, rows, source: { sheets: notes, encoding, filledDown } };
      }
    }
    // Everyone else's turn.
    await setImmediate();
  }
  return null;
}
