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

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Half of a 1440 px window: what 200 % zoom leaves of it. */
const zoomed = { width: 720, height: 450 };

/** Checks one page at both widths, in both looks, and that nothing has to be scrolled sideways. */
export async function expectReadable(page: Page, address: string): Promise<void> {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
  // What is folded away counts as well.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  await page.evaluate(axeSource);
  await expectNoViolations(page, `${address} on a phone`);
  await expectNoSidewaysScroll(page, `${address} at 390 px`);
  await expectContrast(page, `${address} on a phone, dark`);
  await page.setViewportSize(zoomed);
  await expectNoSidewaysScroll(page, `${address} at 200 %`);
  await page.setViewportSize(desk);
  await expectContrast(page, `${address} on a desk, dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolations(page, `${address} on a desk`);
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
 * frame we have shows a letter and runs no script, so that axe can't see into it.
 */
async function expectNoViolations(page: Page, where: string, rules?: string[]): Promise<void> {
  const options: RunOptions = {
    resultTypes: ["violations"],
    iframes: false,
    ...(rules ? { runOnly: rules } : {}),
  };
  const violations = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run(document, asked)).violations;
  }, options);
  expect.soft(named(violations), where).toEqual([]);
}

/** The dark look differs in nothing but colours. */
async function expectContrast(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    // Colours on their way from one look to the other are those of neither.
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
  await expectNoViolations(page, where, ["color-contrast", "link-in-text-block"]);
}

function named(violations: AxeResults["violations"]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary ?? ""})`),
  );
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect.soft(content, `${where}: width of the content`).toBeLessThanOrEqual(window);
}
