import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";
import { databaseUser, type RunAs, runProgram } from "./programs.server.ts";

const MAJOR = "18";

/** Decides which user runs the database: whoever owns its folder, and never root. */
export function ownDataFolder(folder: string, isRoot: boolean): RunAs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isRoot) return {};
  const owner = statSync(folder);
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = databaseUser();
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return user;
}

type Make = { bin: string; folder: string; password: string; as: RunAs };

/**
 * The cluster inside `folder`, made when it is not there. Made aside and moved into place, so that a
 * killed first run leaves nothing half-made.
 */
export async function makeDataFolder({ bin, folder, password, as }: Make): Promise<string> {
  const data = join(folder, "data");
  if (exists(join(data, "PG_VERSION"), folder)) {
    refuseOtherVersion(data);
    return data;
  }
  const draft = join(folder, "draft");
  const passwordFile = join(folder, "first-password");
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  try {
    await runProgram(join(bin, "initdb"), initArguments(draft, passwordFile), as);
    renameSync(draft, data);
  } catch (cause) {
    throw new OperatorError(
      `The database could not be made in ${folder}.`,
      "Often the disk is full, or the folder is on a file system without permissions. Nothing was kept; try again.",
      { cause },
    );
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return data;
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
