import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

const PEAK = /^VmHWM:\s*(\d+) kB$/m;

/** The most memory a process has held so far, in bytes; null where the system does not say (only Linux does). */
export async function peakMemoryOf(pid: number): Promise<number | null> {
  try {
    return peakIn(await readFile(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    return unlessMissing(error);
  }
}

/** The same of this process; elsewhere than on Linux what it counts itself. */
export function ownPeakMemory(): number {
  // Node's own figure may be that of the process it was started from.
  const counted = process.resourceUsage().maxRSS * 1024;
  try {
    return peakIn(readFileSync("/proc/self/status", "utf8")) ?? counted;
  } catch (error) {
    return unlessMissing(error) ?? counted;
  }
}

function peakIn(status: string): number | null {
  const kilobytes = PEAK.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function unlessMissing(error: unknown): null {
  const gone = ["ENOENT", "ESRCH", "EACCES"];
  if (error instanceof Error && "code" in error && gone.includes(String(error.code))) return null;
  throw error;
}
