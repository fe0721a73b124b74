import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as passed } from "node:timers/promises";
import { OperatorError } from "../../errors/operator-error.ts";
import { allProcesses, type Process, signal, untilEnded } from "./processes.server.ts";
import { type RunAs, runProgram } from "./programs.server.ts";

const MAJOR = "18";
const MAKING = "making-";

type Make = { bin: string; folder: string; password: string; as: RunAs };

/**
 * The cluster inside `folder`, made when it is not there. Made aside and moved into place, so that a
 * killed first run leaves nothing half-made; what such runs left is removed. The caller holds the folder's lock.
 */
export async function makeDataFolder({ bin, folder, password, as }: Make): Promise<string> {
  const data = join(folder, "data");
  const made = exists(join(data, "PG_VERSION"), folder);
  await removeHalfMade(folder);
  if (made) {
    refuseOtherVersion(data);
    return data;
  }
  const making = mkdtempSync(join(folder, MAKING));
  const passwordFile = join(making, "password");
  const draft = join(making, "data");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined)
      for (const path of [making, passwordFile]) chownSync(path, as.uid, as.gid);
    await runProgram(join(bin, "initdb"), initArguments(draft, passwordFile), as);
    renameSync(draft, data);
  } catch (cause) {
    throw new OperatorError(
      `The database could not be made in ${folder}.`,
      "Often the disk is full, or the folder is on a file system without permissions. Nothing was kept; try again.",
      { cause },
    );
  } finally {
    rmSync(making, { recursive: true, force: true, maxRetries: 3 });
  }
  return data;
}

/** Ends what a killed run's initdb still does, then removes what it made; earlier releases called it a draft. */
async function removeHalfMade(folder: string): Promise<void> {
  const left = readdirSync(folder)
    .filter((name) => name.startsWith(MAKING) || name === "draft" || name === "first-password")
    .map((name) => join(folder, name));
  if (left.length === 0) return;
  // Again and again: one that was just ending may have begun another, which still writes while we remove.
  for (let round = 0; round < 20; round += 1) {
    const makers = makersOf(left);
    for (const maker of makers) signal(maker, "SIGKILL");
    await untilEnded(makers, 1_000);
    for (const path of left) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    if (makers.length === 0 && !left.some((path) => existsSync(path))) return;
    await passed(50);
  }
}

/** An initdb, the server it runs to fill what it makes, and the shell between them. */
function makersOf(paths: readonly string[]): Process[] {
  return allProcesses().filter(
    ({ command }) =>
      /^(\S*\/)?(initdb|postgres|sh)\b/.test(command) &&
      paths.some((path) => command.includes(path)),
  );
}

function initArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    "--auth=scram-sha-256",
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=und",
  ];
}

function exists(path: string, folder: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return false;
    throw new OperatorError(
      `The database in ${folder} belongs to another user.`,
      "Start Twohats as the user who first started it, or set TWOHATS_DATA_DIR to a new folder.",
      { cause: error },
    );
  }
}

function refuseOtherVersion(data: string): void {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw new OperatorError(
    `The data in ${data} was made by PostgreSQL ${version}; this Twohats brings PostgreSQL ${MAJOR}.`,
    "Nothing was changed. Back it up with the Twohats that made it, or set TWOHATS_DATA_DIR to a new folder.",
  );
}
