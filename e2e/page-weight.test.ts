import type { Page, Response } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { questionsOf } from "./support/questionnaire.ts";
import { freshLink } from "./support/raters.ts";

const LIMIT = 100_000;

/** Collects the scripts that a browser loads from now on. */
function watchScripts(page: Page): Response[] {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  return scripts;
}

async function weightOf(scripts: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(scripts.map((script) => script.request().sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

/** What React leaves in a page: its data for the browser, or its marks on the elements it looks after. */
function tracesOfReact(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const onWindow = Object.keys(window).filter((key) => /react/i.test(key));
    const onElements = [...document.querySelectorAll("*"), document].flatMap((element) =>
      Object.keys(element).filter((key) => key.startsWith("__react")),
    );
    return [...new Set([...onWindow, ...onElements])];
  });
}

test("a rater's pages load under 100 kB of JavaScript and no React", async ({ page, sample }) => {
  const scripts = watchScripts(page);
  const link = await freshLink(sample, page);
  const settle = () => page.waitForLoadState("networkidle");
  const check = async (name: string) => {
    await settle();
    const weight = await weightOf(scripts);
    expect(weight, `${name}: bytes of scripts`).toBeLessThan(LIMIT);
    expect(await tracesOfReact(page), name).toEqual([]);
    const texts = await Promise.all(scripts.map((script) => script.text()));
    expect(texts.join("\n")).not.toMatch(/react(?:-dom|-router)|Minified React error/i);
    scripts.length = 0;
    return { weight, files: texts.length };
  };
  await page.goto(link);
  await check("list");
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  await check("introduction");
  await page.getByRole("link", { name: "Start" }).click();
  await expect(questionsOf(page).first()).toBeVisible();
  const { files, weight } = await check("questions");
  expect(files, "the questionnaire brings its own script").toBeGreaterThan(0);
  expect(weight, "what was measured is not nothing").toBeGreaterThan(500);
});

test("the same look finds React where it is", async ({ page, signInAs }) => {
  const scripts = watchScripts(page);
  await signInAs("HR administrator");
  await page.goto("/home");
  await page.waitForLoadState("networkidle");
  expect(await tracesOfReact(page)).not.toEqual([]);
  expect(await weightOf(scripts)).toBeGreaterThan(LIMIT / 2);
});
