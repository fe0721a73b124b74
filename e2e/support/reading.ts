import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type Axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import { desk, phone } from "./journey.ts";
import { type InPage, makeReady, rememberTexts } from "./texts-in-page.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Half of a 1440 px window: what 200 % zoom leaves of it. */
const zoomed = { width: 720, height: 450 };

/** What is judged by colours, and by nothing else that a width or a look changes. */
const BY_COLOURS = ["color-contrast", "link-in-text-block"];

/** Checks one page at both widths, in both looks, and that nothing has to be scrolled sideways. */
export async function expectReadable(page: Page, address: string): Promise<void> {
  expect.soft(await faultsIn(page, address), address).toEqual([]);
}

/**
 * What makes a page hard to read. Every rule is held against it on a phone and on a desk. Colours are judged in each
 * look once in full; at the other width, of each text that is not there or looks otherwise at the first.
 */
export async function faultsIn(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const amiss = heardFrom(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
  if (!(await page.evaluate(isStyled)))
    return [`stands without its stylesheet; heard meanwhile: ${amiss.join("; ") || "nothing"}`];
  await page.evaluate(axeSource);
  await page.evaluate(makeReady);
  await page.evaluate(rememberTexts);
  const found = [
    ...(await violations(page, "on a phone")),
    ...(await sidewaysScroll(page, "at 390 px")),
  ];
  await page.setViewportSize(zoomed);
  found.push(...(await sidewaysScroll(page, "at 200 %")));
  await page.setViewportSize(desk);
  const others = Object.fromEntries(BY_COLOURS.map((rule) => [rule, { enabled: false }]));
  found.push(
    ...(await violations(page, "on a desk", { rules: others })),
    ...(await violations(page, "on a desk", { runOnly: BY_COLOURS }, true)),
  );
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(rememberTexts);
  found.push(...(await violations(page, "on a desk, dark", { runOnly: BY_COLOURS })));
  await page.setViewportSize(phone);
  found.push(...(await violations(page, "on a phone, dark", { runOnly: BY_COLOURS }, true)));
  return found;
}

/** Whether the page has a stylesheet, and each that it asks for has come and holds. */
function isStyled(): boolean {
  const asked = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const holds = document.styleSheets.length > 0 && asked.every(({ sheet }) => sheet !== null);
  return holds && [...document.styleSheets].some(({ disabled }) => !disabled);
}

/** What goes wrong in a page from now on: what its scripts report, and what could not be loaded. */
function heardFrom(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  page.on("pageerror", ({ message }) => heard.push(message));
  page.on("requestfailed", (request) =>
    heard.push(`${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.url()} ${response.status()}`);
  });
  return heard;
}

/** Checks that each page's heading and content are there without any script. */
export async function expectWithoutScript(
  browser: Browser,
  own: BrowserContext,
  baseURL: string,
  addresses: readonly string[],
): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await own.storageState(),
  });
  const page = await context.newPage();
  for (const address of addresses) {
    await page.goto(address);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title, `${address} without script`).toBeVisible();
    const lengthOf = async (part: Locator) => (await part.textContent())?.length ?? 0;
    const rest = (await lengthOf(page.getByRole("main"))) - (await lengthOf(title));
    expect(rest, `${address} without script: content besides the heading`).toBeGreaterThan(20);
  }
  await context.close();
}

/**
 * Asks axe, which is in the page already, for what is wrong; what passed, and all of its elements, stays there. The one
 * frame we have shows a letter and runs no script, so that axe can't see into it. With `unlike`, of no other texts than
 * those that look otherwise than when they were remembered.
 */
async function violations(
  page: Page,
  where: string,
  options: RunOptions = {},
  unlike = false,
): Promise<string[]> {
  const asked: RunOptions = { resultTypes: ["violations"], iframes: false, ...options };
  const found = await page.evaluate(
    async ({ asked, unlike }) => {
      const { axe, textsUnlike } = window as unknown as InPage & { axe: typeof Axe };
      const include = unlike ? textsUnlike() : [document];
      return include.length > 0 ? (await axe.run({ include }, asked)).violations : [];
    },
    { asked, unlike },
  );
  return named(found).map((each) => `${where}: ${each}`);
}

function named(violations: AxeResults["violations"]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary ?? ""})`),
  );
}

async function sidewaysScroll(page: Page, where: string): Promise<string[]> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  return content > window ? [`${where}: ${content} px of content are scrolled sideways`] : [];
}
