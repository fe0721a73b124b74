import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { framesIn } from "./frames.ts";
import { readerProgram } from "./reader-program.server.ts";

/** A process that reads one file. */
export type Reader = {
  pid: number;
  tell(frame: Uint8Array[]): void;
  /** What it says, until it ends. */
  frames: AsyncIterable<Buffer>;
  /** How it ended, once it has. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(): void;
};

const FLAGS = ["--no-warnings", "--max-old-space-size=320", "--max-semi-space-size=8"];
/** Where a reader speaks: see child/parent.ts. */
const FROM_READER = 3;
/**
 * Outlives this process by no more than a minute of work, should this one be killed; and leaves no image of its memory,
 * which holds people's data, behind.
 */
const BOUND = 'ulimit -c 0; ulimit -t 60; exec "$@"';

/** @throws when the system starts no more processes. */
export async function startReader(program = readerProgram()): Promise<Reader> {
  const command = [process.execPath, ...FLAGS, program];
  const child = spawn("/bin/sh", ["-c", BOUND, "sh", ...command], {
    stdio: ["pipe", "ignore", "ignore", "pipe"],
    cwd: tmpdir(),
    env: { MALLOC_ARENA_MAX: "1" },
  });
  if (child.pid === undefined) {
    const cause = await new Promise((resolve) => child.once("error", resolve));
    throw new Error("the reader of a file could not be started", { cause });
  }
  // From here on what goes wrong shows in how the process ends.
  child.on("error", () => undefined);
  child.stdin?.on("error", () => undefined);
  return {
    pid: child.pid,
    tell: (frame) => {
      for (const part of frame) child.stdin?.write(part);
    },
    frames: framesIn(child.stdio[FROM_READER] as Readable),
    ended: new Promise((resolve) => {
      child.once("close", (code, signal) => resolve({ code, signal }));
    }),
    kill: () => child.kill("SIGKILL"),
  };
}
