import type { Page } from "@playwright/test";
import { expect, phone, shoot, test } from "./support/journey.ts";
import { linksOn } from "./support/pages.ts";
import { answerAll } from "./support/questionnaire.ts";
import { freshLink } from "./support/raters.ts";

const WORDS = "You slowed the winch before anyone had to ask";

/** Answers and sends the first request of a link, with words of one's own. @returns the page of that request. */
async function sendFirst(page: Page, link: string): Promise<string> {
  await page.setViewportSize(phone);
  await page.goto(link);
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  const intro = page.url();
  await answerAll(page, [2, 3, 4], WORDS);
  return intro;
}

test("whoever gets hold of a link reads nothing of what was sent: the form is empty on every page", async ({
  page,
  browser,
  sample,
}) => {
  const link = await freshLink(sample, page);
  const intro = await sendFirst(page, link);
  const thief = await browser.newContext({ baseURL: sample.url });
  const pages = await linksOn(thief, link, /^\/r\//);
  expect(pages.length).toBeGreaterThan(0);
  const seen = new Set<string>();
  const parts = ["comments", "send"].map((part) => `${new URL(intro).pathname}/${part}`);
  for (let left = [new URL(link).pathname, ...pages, ...parts]; left.length > 0; ) {
    const path = left.pop() ?? "";
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await thief.request.get(path);
    const text = await answer.text();
    expect(text, path).not.toContain(WORDS);
    expect(text, path).not.toMatch(/<input[^>]*type="radio"[^>]*\schecked/);
    if (answer.headers()["content-type"]?.startsWith("text/html"))
      left = [
        ...left,
        ...[...text.matchAll(/href="(\/r\/[^"#?]+)/g)].map(([, href]) => String(href)),
      ];
  }
  expect(seen.size).toBeGreaterThan(5);
  const kept = await (await thief.request.get(`${intro}/save`)).json();
  expect(kept).toMatchObject({ revision: 0, fields: {} });
  await thief.close();
  // On the device that wrote it, it is there.
  await page.goto(`${intro}/comments`);
  await expect(page.getByRole("textbox").first()).toHaveValue(WORDS);
});

test("what was written goes to a second device by a code, without JavaScript, and no longer shows on the first", async ({
  page,
  browser,
  sample,
}) => {
  const link = await freshLink(sample, page);
  const intro = await sendFirst(page, link);
  await page.goto(intro);
  await shoot(page, "rater-intro-started");
  await page.getByRole("link", { name: "Go on on another device" }).click();
  const code = (await page.locator("p.font-mono").textContent()) ?? "";
  await shoot(page, "hand-over-code");

  const context = await browser.newContext({ baseURL: sample.url, javaScriptEnabled: false });
  const second = await context.newPage();
  await second.goto(intro);
  await shoot(second, "rater-intro-fresh");
  await second.getByRole("link", { name: "I have a code from my other device" }).click();
  await second.getByLabel("Code").fill("WRONG234");
  await second.getByRole("button", { name: "Bring it here" }).click();
  await expect(second.getByText("This code is not right")).toBeVisible();
  await expect(second.getByLabel("Code")).toHaveValue("WRONG234");
  await shoot(second, "hand-over-wrong");
  await second.getByLabel("Code").fill(code.toLowerCase());
  await second.getByRole("button", { name: "Bring it here" }).click();
  await second.goto(`${intro}/comments`);
  await expect(second.getByRole("textbox").first()).toHaveValue(WORDS);
  await page.goto(`${intro}/comments`);
  await expect(page.getByRole("textbox").first()).toHaveValue("");
  await context.close();
});

test("on a device that others use, nothing is left once it was sent", async ({ page, sample }) => {
  const link = await freshLink(sample, page);
  await page.setViewportSize(phone);
  await page.goto(link);
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Others use this device" }).click();
  await expect(page.getByText("nothing of them is left on it")).toBeVisible();
  const intro = page.url();
  await page.getByRole("link", { name: "Start" }).click();
  await page.waitForURL((url) => url.href !== intro);
  await page.goto(`${intro}/comments`);
  await page.getByRole("textbox").first().fill(WORDS);
  await page
    .getByRole("button", { name: /^Save and/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /questions are still open$/ })).toBeVisible();
  await page.getByRole("button", { name: /^Mark the rest as/ }).click();
  await expect(page.getByText("Nothing of them is left on this device.")).toBeVisible();
  await shoot(page, "shared-device-sent");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.goto(`${intro}/comments`);
  await expect(page.getByRole("textbox").first()).toHaveValue("");
});
