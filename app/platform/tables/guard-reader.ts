import { peakMemoryOf } from "./peak-memory.ts";
import type { ReadingFault } from "./reading-fault.ts";
import type { Reader } from "./start-reader.server.ts";

/** Milliseconds, and bytes of memory. */
export type ReaderBounds = { time: number; memory: number };

const LOOKS_EVERY = 50;

/** Ends a process that takes too long or too much memory, whatever it is doing. */
export function guardReader(reader: Reader, bounds: ReaderBounds) {
  let ended: ReadingFault | null = null;
  let peakMemory = 0;
  const end = (reason: ReadingFault) => {
    ended ??= reason;
    reader.kill();
  };
  const look = async () => {
    peakMemory = (await peakMemoryOf(reader.pid)) ?? peakMemory;
    if (peakMemory > bounds.memory) end("file-too-much-inside");
  };
  const clock = setTimeout(() => end("file-too-slow"), bounds.time);
  // The system does not bound all of a process's memory for us: the heap has a limit, what lies outside it has none.
  const watch = setInterval(() => void look(), LOOKS_EVERY);
  return {
    /** Why the process was ended, if it was. */
    ended: () => ended,
    peakMemory: () => peakMemory,
    stop() {
      clearTimeout(clock);
      clearInterval(watch);
    },
  };
}
