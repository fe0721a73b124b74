import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

const PEAK = /^VmHWM:\s*(\d+) kB$/m;

/**
 * The most memory a process has held so far, in bytes; null where it cannot be told: elsewhere than on Linux, once the
 * process is gone, or while this one can open no more files.
 */
export async function peakMemoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return peakIn(status);
}

/** The same of this process; elsewhere than on Linux what it counts itself. */
export function ownPeakMemory(): number {
  // Node's own figure may be that of the process it was started from.
  const counted = process.resourceUsage().maxRSS * 1024;
  if (process.platform !== "linux") return counted;
  return peakIn(readFileSync("/proc/self/status", "utf8")) ?? counted;
}

function peakIn(status: string): number | null {
  const kilobytes = PEAK.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
