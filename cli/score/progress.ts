export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** `share` of the work named, 0 to 1; a share below the last one of the same work is not shown. */
  at(work: string, share: number): void;
  clear(): void;
}

const PATIENCE_MS = 700;
const PAUSE_MS = 100;
const WIDTH = 30;
const LINE_START = "\r\u001b[K";

/** A bar on a terminal for work that takes long enough to wonder about; nothing into files and pipes. */
export function progressBar(screen: Screen, now: () => number): Progress {
  if (!screen.isTTY) return { at: () => undefined, clear: () => undefined };
  const begun = now();
  let drawn: { work: string; share: number; when: number } | null = null;
  return {
    at(work, share) {
      const when = now();
      const same = drawn?.work === work ? drawn : null;
      if (when - begun < PATIENCE_MS || (same && when - same.when < PAUSE_MS)) return;
      const shown = Math.max(same?.share ?? 0, Math.min(1, share));
      const full = Math.round(shown * WIDTH);
      screen.write(`${LINE_START}${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${work}`);
      drawn = { work, share: shown, when };
    },
    clear() {
      if (drawn) screen.write(LINE_START);
      drawn = null;
    },
  };
}

/** How near a fit is: its steps shrink from 1 to the tolerance, by about the same factor each time. */
export function fitShare(change: number, iterative: boolean): number {
  const tolerance = iterative ? 1e-4 : 1e-6;
  return Math.log(Math.max(tolerance, Math.min(1, change))) / Math.log(tolerance);
}
