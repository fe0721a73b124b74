import { findChromium, findChromiumWithoutWindows } from "../../e2e/support/chromium.ts";
import { run } from "./run.ts";

const HOW = [
  "The browser tests need Chromium, and this machine has none.",
  "On Debian or Ubuntu: sudo apt-get install chromium",
  "Anywhere else: install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to its path.",
].join("\n");

const SLOWER =
  "The journeys run in a Chromium with windows and take longer; Debian has chromium-headless-shell.";

/**
 * Installs Chromium with Debian's package manager, which takes root: the one without windows where there is one, and
 * any where the machine has none.
 * @returns what to do when there is none in the end, otherwise undefined.
 */
export async function installChromium(): Promise<string | undefined> {
  if (findChromiumWithoutWindows()) return undefined;
  if (process.getuid?.() !== 0) return findChromium() ? undefined : HOW;
  console.log("Installing Chromium.");
  let output = (await apt("update")).output;
  output += await install("chromium-headless-shell", "fonts-liberation");
  if (findChromiumWithoutWindows()) return undefined;
  if (!findChromium()) output += await install("chromium", "fonts-liberation");
  if (!findChromium()) return `${HOW}\nInstalling it failed:\n${output}`;
  console.log(SLOWER);
  return undefined;
}

/** Takes nothing off the machine for it, as another version of a Chromium that is there. */
async function install(...packages: string[]): Promise<string> {
  const words = ["install", "--yes", "--no-remove", "--no-install-recommends", ...packages];
  return (await apt(...words)).output;
}

function apt(...words: string[]) {
  // A machine without a network hears so soon.
  const patience = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"];
  return run("apt-get", ["-qq", ...patience, ...words], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    quiet: true,
  });
}
