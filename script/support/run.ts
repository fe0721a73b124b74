import { spawn } from "node:child_process";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

export type Ended = {
  /** The exit code; 1 when the program could not start or was stopped. */
  code: number;
  /** What it printed, empty when it printed straight to the screen. */
  output: string;
};

export type RunOptions = {
  /** Added to this process's environment; undefined takes a name out of it. */
  env?: Record<string, string | undefined>;
  /** Collect what it prints instead of showing it. */
  quiet?: boolean;
  /** Milliseconds after which it is stopped. */
  timeout?: number;
};

/** Runs a program from the root of the checkout, with the installed tools and the pinned Node first on PATH. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, quiet = false, timeout }: RunOptions = {},
): Promise<Ended> {
  const tools = resolve(root, "node_modules/.bin");
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
        PATH: `${tools}${delimiter}${process.env.PATH ?? ""}`,
        ...env,
      },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      timeout,
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code, signal) => {
      const stopped = signal ? `${command} was stopped (${signal}).\n` : "";
      if (stopped && !quiet) process.stderr.write(stopped);
      done({ code: code ?? 1, output: output + stopped });
    });
  });
}
