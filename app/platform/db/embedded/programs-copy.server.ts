import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";
import { sharedRoot } from "./place.server.ts";
import { allProcesses } from "./processes.server.ts";
import type { RunAs } from "./programs.server.ts";

/** A start takes a copy up within moments; a copy is made within minutes. */
const JUST_TAKEN_MS = 10 * 60_000;
const DIRECTORY = "folder";
const LARGE = 200_000;

/**
 * The database's programs where the user who runs them can reach them: where they are, or a copy under
 * /var/lib/twohats. A copy is named by what it must hold, made aside and moved into place, so one that was cut short
 * or damaged is noticed and made anew, and two programs may do this at once. Copies that nobody uses are removed.
 * @throws OperatorError when they can't run at all, or there is no room for the copy.
 */
export function reachablePrograms(bin: string, as: RunAs, root = sharedRoot): string {
  const real = realpathSync(bin);
  const problem = problemOf(real, as);
  if (problem === null) return real;
  if (as.uid === undefined) throw broken(real, problem);
  const native = dirname(real);
  const contents = contentsOf(native);
  const copy = join(root(), `programs-${contents.slice(0, 16)}`);
  if (!existsSync(copy) || contentsOf(copy) !== contents) makeCopy(native, copy, contents);
  utimesSync(copy, new Date(), new Date());
  removeUnused(root(), copy);
  const left = problemOf(join(copy, "bin"), as);
  if (left !== null) throw broken(copy, left);
  return join(copy, "bin");
}

/**
 * Why the programs don't run for this user; null when they do. Running one needs every library that it is linked to.
 */
function problemOf(bin: string, as: RunAs): unknown {
  try {
    for (const program of ["postgres", "initdb"])
      execFileSync(join(bin, program), ["--version"], { ...as, cwd: "/", stdio: "pipe" });
    return null;
  } catch (error) {
    return error;
  }
}

/** What a folder holds, as one word: every path with its size or where its link leads. */
function contentsOf(folder: string): string {
  const hash = createHash("sha256");
  for (const [path, holds] of entriesOf(folder)) hash.update(`${path}\0${holds}\n`);
  return hash.digest("hex");
}

function entriesOf(folder: string, below = ""): [path: string, holds: string][] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): [string, string][] => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return [[path, DIRECTORY], ...entriesOf(folder, path)];
      if (entry.isSymbolicLink()) return [[path, `-> ${readlinkSync(join(folder, path))}`]];
      return [[path, String(statSync(join(folder, path)).size)]];
    });
}

/** @throws OperatorError when there is no room. */
function makeCopy(native: string, copy: string, contents: string): void {
  const making = join(dirname(copy), `making-${randomBytes(6).toString("hex")}`);
  try {
    // As they are: made absolute, links would lead back into the folder that can't be entered.
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    openToAll(making);
    moveIntoPlace(making, copy, contents);
  } catch (cause) {
    throw new OperatorError(
      `The database's programs could not be copied to ${dirname(copy)}.`,
      "Its user cannot enter the folder of Twohats, so they need 60 MB there. Make room, or run Twohats as an ordinary user.",
      { cause },
    );
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Lets everyone read and run what is in there, whatever the umask was, and has the large files on the disk. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const [path, holds] of entriesOf(folder)) {
    const full = join(folder, path);
    if (holds.startsWith("->")) continue;
    const runs = holds === DIRECTORY || (statSync(full).mode & 0o100) !== 0;
    chmodSync(full, runs ? 0o755 : 0o644);
    // A power cut leaves small files short, which is seen; one by one they would take many seconds.
    if (holds === DIRECTORY || Number(holds) < LARGE) continue;
    const file = openSync(full, "r");
    fsyncSync(file);
    closeSync(file);
  }
}

function moveIntoPlace(making: string, copy: string, contents: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(making, copy);
      return;
    } catch (error) {
      // Another program was as quick as we, or what is there was cut short.
      if (existsSync(copy) && contentsOf(copy) === contents) return;
      if (attempt === 3) throw error;
      putAside(copy);
    }
  }
}

function putAside(copy: string): void {
  const aside = join(dirname(copy), `making-${randomBytes(6).toString("hex")}`);
  if (existsSync(copy)) renameSync(copy, aside);
  rmSync(aside, { recursive: true, force: true });
}

/** Removes copies, half-made ones too, that no process runs from and that nobody took up just now. */
function removeUnused(root: string, current: string): void {
  const candidates = readdirSync(root)
    .filter((name) => /^(programs|making)-/.test(name))
    .map((name) => join(root, name))
    .filter((path) => path !== current && Date.now() - changedAt(path) > JUST_TAKEN_MS);
  if (candidates.length === 0) return;
  const running = allProcesses();
  // Where processes can't be seen at all, everything may be in use.
  if (running.length === 0) return;
  for (const path of candidates) {
    const used = running.some(({ command }) => command.includes(`${path}/`));
    if (!used) rmSync(path, { recursive: true, force: true });
  }
}

/** Never, for what somebody else has just removed. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

function broken(folder: string, cause: unknown): OperatorError {
  return new OperatorError(
    `The embedded PostgreSQL in ${folder} does not run on this machine.`,
    "Its words below say why. Set DATABASE_URL to a PostgreSQL 15 to 18 server of your own, or run `npm install` again.",
    { cause },
  );
}
