import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";
import { databaseUser, type RunAs } from "./programs.server.ts";

/** Where root keeps what the database's own user must reach. */
export const SHARED_ROOT = "/var/lib/twohats";

export type Place = {
  /** The database's folder, with its true path. */
  folder: string;
  /** Who runs the database; nobody in particular when we are an ordinary user. */
  as: RunAs;
  /** Whether it is not where it was asked for; then there is a link to it. */
  moved: boolean;
};

/**
 * Where the embedded database of a data folder lives, made when it is not there. PostgreSQL refuses to run as root, so
 * root starts it as another user; when that user can't enter the data folder, the database lives under
 * /var/lib/twohats and a link in the data folder says where. The link is followed ever after, whatever becomes of the
 * folders' permissions.
 * @throws OperatorError when a database that is there can't be reached.
 */
export function placeOfDatabase(dataDir: string, isRoot: boolean): Place {
  const folder = resolve(dataDir);
  accessSync(folder, constants.W_OK);
  const inside = join(folder, "postgres");
  const linked = linkAt(inside);
  if (linked !== null) {
    if (!existsSync(linked)) throw gone(inside, linked);
    return { folder: realpathSync(linked), as: isRoot ? given(linked) : {}, moved: true };
  }
  if (!isRoot) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return { folder: realpathSync(inside), as: {}, moved: false };
  }
  const made = existsSync(join(inside, "data"));
  const user = made ? ownerOf(inside) : databaseUser();
  const elsewhere = !made && existsSync(join(firstReleasePlace(folder), "data"));
  if (!elsewhere && canEnter(folder, user)) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return { folder: realpathSync(inside), as: given(inside), moved: false };
  }
  if (made) throw outOfReach(inside, user);
  return moveAway(folder, inside);
}

/** The folder of the database that belongs to a data folder; null when none was ever made. Makes nothing. */
export function databaseIn(dataDir: string): string | null {
  const folder = resolve(dataDir);
  const inside = join(folder, "postgres");
  const linked = linkAt(inside);
  if (linked !== null) return linked;
  return [inside, firstReleasePlace(folder)].find((place) => isThere(join(place, "data"))) ?? null;
}

/** Whether a user can walk into a folder: tried, because permissions are more than nine bits. */
export function canEnter(folder: string, as: RunAs): boolean {
  try {
    execFileSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...as, cwd: "/", stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

/** A folder under /var/lib/twohats that everyone can walk through, whatever the umask. */
export function sharedRoot(): string {
  mkdirSync(SHARED_ROOT, { recursive: true });
  chmodSync(SHARED_ROOT, 0o755);
  return SHARED_ROOT;
}

function moveAway(folder: string, inside: string): Place {
  const before = firstReleasePlace(folder);
  const place = existsSync(join(before, "data")) ? before : newPlace();
  // Nothing was finished in it.
  rmSync(inside, { recursive: true, force: true });
  symlinkSync(place, inside);
  return { folder: realpathSync(place), as: given(place), moved: true };
}

function newPlace(): string {
  const around = join(sharedRoot(), `data-${randomBytes(6).toString("hex")}`);
  const place = join(around, "postgres");
  mkdirSync(place, { recursive: true });
  chmodSync(around, 0o755);
  return place;
}

/** The first release left no link: it named the place by the data folder's path. */
function firstReleasePlace(folder: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return join(SHARED_ROOT, name, "postgres");
}

function linkAt(path: string): string | null {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  return facts?.isSymbolicLink() ? resolve(path, "..", readlinkSync(path)) : null;
}

/** Whoever owns the folder, and never root. */
function ownerOf(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? databaseUser() : { uid, gid };
}

/** Gives a folder to the user who runs the database. */
function given(folder: string): RunAs {
  const user = ownerOf(folder);
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return user;
}

/** What can't be looked at is there as well: it belongs to somebody else. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function gone(link: string, place: string): OperatorError {
  return new OperatorError(
    `The database was in ${place}, and that folder is gone.`,
    `Put it back from a backup. To begin with an empty database instead, remove the link ${link}.`,
  );
}

function outOfReach(place: string, { uid }: { uid: number }): OperatorError {
  return new OperatorError(
    `The database in ${place} cannot be reached by the user who runs it (${uid}).`,
    "Let others enter the folders above it (chmod o+x), or move the data folder and set TWOHATS_DATA_DIR.",
  );
}
