import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OperatorError } from "../../errors/operator-error.ts";

const BUSY = 5;
/** One that was just killed holds on until the kernel has cleared it away. */
const PATIENCE_MS = 2_000;

/**
 * Lets one Twohats at a time use a data folder. The lock is the kernel's: it ends with the process that holds it,
 * however that ends, so no process number has to be believed.
 * @returns a function that gives the folder free again.
 * @throws OperatorError when another one is running.
 */
export function lockDataFolder(folder: string): () => void {
  const holder = join(folder, "twohats.pid");
  const lock = new DatabaseSync(join(folder, "twohats.lock"), { timeout: PATIENCE_MS });
  try {
    // In memory: the file stays empty, and nothing lies beside it.
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new OperatorError(
      `Twohats is already running with this data folder${processIn(holder)}.`,
      "Use that one, stop it with Ctrl-C, or set TWOHATS_DATA_DIR to another folder.",
    );
  }
  writeFileSync(holder, String(process.pid));
  return () => {
    if (!lock.isOpen) return;
    rmSync(holder, { force: true });
    lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === BUSY;
}

/** For people only: who has the lock is the kernel's to say. */
function processIn(holder: string): string {
  try {
    const pid = Number(readFileSync(holder, "utf8"));
    return pid > 0 ? ` (process ${pid})` : "";
  } catch {
    return "";
  }
}
