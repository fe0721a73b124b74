import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export const root = resolve(import.meta.dirname, "../..");

const run = promisify(execFile);

/** Builds what the program runs from, when something it is made of has changed. The same check as in script/demo. */
export async function buildWhenNeeded(): Promise<void> {
  const path = `${join(root, "node_modules/.bin")}:${process.env.PATH ?? ""}`;
  const command = "set -euo pipefail; source script/support/build.sh; build_when_needed";
  await run("bash", ["-c", command], { cwd: root, env: { ...process.env, PATH: path } });
}

/** A folder for data that the database's own user can enter as well. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "twohats-journey-"));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Copies what a stopped server left. By cp, because a copy by Node would belong to root and not to the database's user.
 */
export function copyData(from: string, to: string): void {
  execFileSync("cp", ["-a", `${from}/.`, to]);
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") found(address.port);
        else failed(new Error("no free port"));
      });
    });
  });
}

export type Program = {
  child: ChildProcess;
  /** Everything it printed so far, both streams. */
  output(): string;
  /** Settles when it printed something that fits; fails when it ended before. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  /** The exit code, once it has ended; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

type Start = {
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  /** Where the built program is; this repository unless said otherwise. */
  folder?: string;
  uid?: number;
  gid?: number;
};

/** Starts `twohats` as an operator would, with nothing of this process's settings. */
export function startProgram({ args, env, cwd = root, folder = root, ...user }: Start): Program {
  const inherited = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "/tmp" };
  const child = spawn(join(folder, "bin/twohats"), args, {
    cwd,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  let output = "";
  const listeners = new Set<() => void>();
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = new Promise<number | null>((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => done(code));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((found, failed) => {
      const look = () => {
        const match = output.match(pattern);
        if (match) found(match);
      };
      listeners.add(look);
      look();
      ended.then(() => failed(new Error(`It ended without ${pattern}:\n${output}`)), failed);
    });
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { child, output: () => output, printed, ended, stop };
}
