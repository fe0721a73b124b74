import Bowser from "bowser";

/** What somebody signs in with, such as "Firefox" and "Windows", as far as their browser says. */
export type DeviceName = { browser: string | null; system: string | null };

const BETWEEN = "; ";
/** Of what a browser says of itself, no more is read. */
const READ = 512;
// Whatever else calls itself something keeps that to itself: a name that few share is a mark.
const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const systems = new Set<string>(Object.values(Bowser.OS_MAP));

/**
 * What is kept of a browser's long account of itself, so that its owner knows it again: two names, which thousands
 * share.
 */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, READ));
  if (!browser.name || !browsers.has(browser.name)) return null;
  return [browser.name, os.name && systems.has(os.name) ? os.name : ""].join(BETWEEN);
}

/** The two names again. */
export function namedDevice(kept: string | null): DeviceName {
  const [browser, system] = (kept ?? "").split(BETWEEN);
  return { browser: browser || null, system: system || null };
}
