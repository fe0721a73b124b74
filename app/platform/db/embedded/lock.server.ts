import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Some systems tell what a process runs; a process id that now belongs to something else is not ours. */
function looksLikeNode(pid: number): boolean {
  try {
    return /node|twohats/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return true;
  }
}

/**
 * Lets one Twohats at a time use a data folder. A lock left by a killed run is taken over.
 * @returns a function that gives the folder free again.
 * @throws OperatorError when another one is running.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, "twohats.pid");
  let holder = Number.NaN;
  try {
    holder = Number(readFileSync(path, "utf8"));
  } catch {
    holder = Number.NaN;
  }
  if (holder > 0 && holder !== process.pid && isAlive(holder) && looksLikeNode(holder)) {
    throw new OperatorError(
      `Twohats is already running with this data folder (process ${holder}).`,
      "Use that one, stop it with Ctrl-C, or set TWOHATS_DATA_DIR to another folder.",
    );
  }
  writeFileSync(path, String(process.pid));
  return () => rmSync(path, { force: true });
}
