import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The same engine without windows, profiles and extensions: a page takes it half the work. */
const WITHOUT_WINDOWS = ["chromium-headless-shell"];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The Chromium that drives the journeys: PLAYWRIGHT_CHROMIUM when set, otherwise the first one on PATH, and rather one
 * without windows.
 * @returns its path, or undefined when the machine has none.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return findChromiumWithoutWindows(env) ?? findFirst(NAMES, env);
}

/** The same, but none that could have windows, unless PLAYWRIGHT_CHROMIUM says so. */
export function findChromiumWithoutWindows(
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return env.PLAYWRIGHT_CHROMIUM || findFirst(WITHOUT_WINDOWS, env);
}

function findFirst(names: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return folders
    .filter((folder) => folder !== "")
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
}

/** Flags that keep the browser from calling home. Playwright itself turns the sandbox off, so root may start it. */
export const chromiumFlags: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
