import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";

/** A process as the operating system tells of it. */
export type Process = {
  pid: number;
  /** Told apart from a later process with the same number by this. */
  since: string;
  /** Program and arguments, or the title it gave itself. */
  command: string;
};

const OS_TELLS_BY_FILES = process.platform === "linux";

/** The living process with this number. One that has ended but that its parent has not heard yet is not living. */
export function processAt(pid: number): Process | null {
  if (!(pid > 0)) return null;
  return OS_TELLS_BY_FILES ? fromFiles(pid) : (fromPs(["-p", String(pid)])[0] ?? null);
}

/** Every living process that this user may know of. */
export function allProcesses(): Process[] {
  if (!OS_TELLS_BY_FILES) return fromPs(["-A"]);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => fromFiles(Number(name)))
    .filter((found) => found !== null);
}

/** Whether it still is that very process. Cheap enough to ask twice a second. */
export function isAlive({ pid, since }: Pick<Process, "pid" | "since">): boolean {
  if (OS_TELLS_BY_FILES) return fromFiles(pid)?.since === since;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Sends a signal, unless the process has ended meanwhile. */
export function signal(target: Pick<Process, "pid" | "since">, name: NodeJS.Signals): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

/** Whether a process works in a folder; null where that can't be told, as with another user's process. */
export function worksIn({ pid }: Pick<Process, "pid">, folder: string): boolean | null {
  if (!OS_TELLS_BY_FILES) return null;
  try {
    const [own, wanted] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return own.dev === wanted.dev && own.ino === wanted.ino;
  } catch {
    return null;
  }
}

/** Waits until none of them lives. @returns those that still do after `milliseconds`. */
export async function untilEnded<Each extends Pick<Process, "pid" | "since">>(
  processes: readonly Each[],
  milliseconds: number,
): Promise<Each[]> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const left = processes.filter(isAlive);
    if (left.length === 0 || performance.now() > until) return left;
    await new Promise((passed) => setTimeout(passed, 50));
  }
}

function fromFiles(pid: number): Process | null {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name stands in brackets and may hold anything; the fields begin after it.
    const fields = facts.slice(facts.lastIndexOf(")") + 2).split(" ");
    const [state = "", since = ""] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, since, command };
  } catch {
    return null;
  }
}

function fromPs(which: string[]): Process[] {
  let lines: string;
  try {
    lines = execFileSync("ps", [...which, "-ww", "-o", "pid=,stat=,lstart=,command="], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, LC_ALL: "C" },
    });
  } catch {
    return [];
  }
  return lines.split("\n").flatMap((line) => {
    // The start is five words: "Mon Mar 2 12:00:00 2026".
    const [pid, state, ...rest] = line.trim().split(/\s+/);
    const since = rest.slice(0, 5).join(" ");
    if (!pid || since === "" || state?.startsWith("Z")) return [];
    return [{ pid: Number(pid), since, command: rest.slice(5).join(" ") }];
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
