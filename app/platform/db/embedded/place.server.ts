import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

const FALLBACK_ROOT = "/var/lib/twohats";

/** Whether a user who is neither owner nor in the group can walk into a folder. */
function othersCanEnter(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Where the embedded database keeps its data. PostgreSQL refuses to run as root, so root starts it as
 * another user; when that user can't enter the wanted folder, the data lives under /var/lib/twohats.
 */
export function databaseFolder(
  wanted: string,
  isRoot: boolean,
): { folder: string; moved: boolean } {
  const folder = resolve(wanted);
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  if (!isRoot || othersCanEnter(realpathSync(folder)))
    return { folder: join(folder, "postgres"), moved: false };
  const own = join(FALLBACK_ROOT, createHash("sha256").update(folder).digest("hex").slice(0, 12));
  mkdirSync(own, { recursive: true });
  return { folder: join(own, "postgres"), moved: true };
}

/** The database's programs, copied to a place its user can reach when they are not in one already. */
export function reachablePrograms(bin: string, isRoot: boolean): string {
  const real = realpathSync(bin);
  const native = dirname(real);
  if (!isRoot || othersCanEnter(native)) return real;
  const stamp = createHash("sha256").update(
    `${native}:${statSync(join(native, "bin", "postgres")).size}`,
  );
  const copy = join(FALLBACK_ROOT, `programs-${stamp.digest("hex").slice(0, 12)}`);
  if (!existsSync(join(copy, "bin", "postgres"))) cpSync(native, copy, { recursive: true });
  return join(copy, "bin");
}
