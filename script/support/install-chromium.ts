import { findChromium } from "../../e2e/support/chromium.ts";
import { run } from "./run.ts";

const HOW = [
  "The browser tests need Chromium, and this machine has none.",
  "On Debian or Ubuntu: sudo apt-get install chromium",
  "Anywhere else: install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to its path.",
].join("\n");

/**
 * Installs Chromium with Debian's package manager, which takes root.
 * @returns what to do when that did not work, otherwise undefined.
 */
export async function installChromium(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return HOW;
  console.log("Installing Chromium.");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["-qq", "update"], { env, quiet: true });
  const installed = await run(
    "apt-get",
    ["-qq", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"],
    { env, quiet: true },
  );
  if (findChromium()) return undefined;
  return `${HOW}\nInstalling it failed:\n${updated.output}${installed.output}`;
}
