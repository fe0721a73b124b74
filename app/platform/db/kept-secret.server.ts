import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { SHORTEST_SECRET } from "../env/env.server.ts";
import { OperatorError } from "../errors/operator-error.ts";
import { databaseIn } from "./embedded/place.server.ts";
import { unusableFolder } from "./embedded/unusable-folder.ts";

/**
 * The secret in a data folder's file `secret`, made on the first run. Never made anew beside a database: its links and
 * pseudonyms come from the old one.
 * @throws OperatorError naming the file, when it is missing beside a database, can't be read, or holds no secret.
 */
export function keptSecret(dataDir: string): string {
  const path = join(resolve(dataDir), "secret");
  const found = read(path, dataDir);
  const database = databaseIn(dataDir);
  if (found === null && database !== null) throw missing(path, database);
  const secret = found ?? makeSecret(path, dataDir);
  if (secret.length < SHORTEST_SECRET) throw unusable(path, secret, database);
  return secret;
}

/** What the file holds, without blanks around it; null when there is no such file. */
function read(path: string, dataDir: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return null;
    if (codeOf(cause) === "ENOTDIR") throw unusableFolder(dataDir, cause);
    throw new OperatorError(
      `The secret in ${path} cannot be read.`,
      "Let this user read that file (it should belong to the user who runs Twohats, with mode 600), or put it back from a backup.",
      { cause },
    );
  }
}

/**
 * Written aside and put in place at once: a run that is killed leaves a whole secret or none. Of two runs one makes it.
 */
function makeSecret(path: string, dataDir: string): string {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    mkdirSync(resolve(dataDir), { recursive: true });
    const file = openSync(draft, "wx", 0o600);
    try {
      writeSync(file, randomBytes(32).toString("base64url"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw unusableFolder(dataDir, cause);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}

function missing(path: string, database: string): OperatorError {
  return new OperatorError(
    `The secret ${path} is missing, and the database in ${database} was made with it.`,
    `Put the file back from a backup, or set TWOHATS_SECRET to what it held. To begin with an empty database instead, move ${database} away.`,
  );
}

function unusable(path: string, secret: string, database: string | null): OperatorError {
  const fault = secret === "" ? "is empty" : `holds fewer than ${SHORTEST_SECRET} characters`;
  return new OperatorError(
    `The secret ${path} ${fault}.`,
    database === null
      ? "Remove the file, and a new secret is made."
      : `The database in ${database} was made with a whole one: put it back from a backup, or set TWOHATS_SECRET to it.`,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
