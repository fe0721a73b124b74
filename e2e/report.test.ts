import type { Page } from "@playwright/test";
import { expect, shoot, test } from "./support/journey.ts";
import type { Role } from "./support/server.ts";

const parts = [
  "Who answered",
  "At a glance",
  "Balance",
  "Competencies",
  "You and others",
  "Behaviours",
  "In their words",
  "Since last time",
  "Choose a focus",
  "How to read this",
];

async function openReport(page: Page): Promise<string> {
  await page.goto("/reports");
  const reports = page.getByRole("main").getByRole("link");
  if (!/\/reports\/./.test(page.url())) await reports.first().click();
  await expect(page.getByRole("heading", { level: 2, name: "At a glance" })).toBeVisible();
  return new URL(page.url()).pathname;
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("the report reads in order and every figure says how many it rests on", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager with a released report");
  await openReport(page);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveCount(1);
  const named = await main.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(named.filter((name) => parts.includes(name))).toEqual(
    parts.filter((part) => named.includes(part)),
  );
  expect(named).toEqual(expect.arrayContaining(parts.slice(1)));
  const levels = await main
    .locator("h1, h2, h3, h4, h5, h6")
    .evaluateAll((found) => found.map(({ tagName }) => Number(tagName[1])));
  for (const [at, level] of levels.entries())
    expect(level, `heading ${at}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);

  const sentences = await section(page, "At a glance").locator("p").allInnerTexts();
  const estimates = sentences.filter((words) => words.includes("likely"));
  expect(estimates.length).toBeGreaterThanOrEqual(2);
  for (const words of estimates) expect(words).toMatch(/likely .+ to .+; \d+ raters/);

  const how = section(page, "How to read this");
  await expect(how).toContainText("It is not made for decisions on pay or promotion");
  await expect(how).toContainText("Groups of fewer than 3 people who count are put together");
  await shoot(page, "report");
});

test("every chart's figures are there as a table too", async ({ page, signInAs }) => {
  await signInAs("manager with a released report");
  await openReport(page);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  for (const [name, least] of [
    ["Balance", 1],
    ["Competencies", 2],
  ] as const) {
    const figures = section(page, name).getByRole("figure");
    expect(await figures.count(), name).toBeGreaterThanOrEqual(least);
    for (const figure of await figures.all()) {
      await expect(figure.getByRole("img")).toHaveCount(1);
      const table = figure.getByRole("table");
      await expect(table).toHaveCount(1);
      await expect(table.getByRole("columnheader", { name: "Raters" })).toBeVisible();
      expect(await table.getByRole("row").count()).toBeGreaterThan(1);
    }
  }
  const behaviours = section(page, "Behaviours").getByRole("table");
  expect(await behaviours.count()).toBeGreaterThan(2);
  for (const table of await behaviours.all())
    await expect(table.getByRole("columnheader", { name: "Raters" })).toBeVisible();
});

test("a focus is chosen without JavaScript: what is missing is named, what was typed stays", async ({
  browser,
  sample,
  signInAs,
}) => {
  const context = await browser.newContext({ baseURL: sample.url, javaScriptEnabled: false });
  await signInAs("manager with a released report", context);
  const page = await context.newPage();
  await openReport(page);
  const focus = section(page, "Choose a focus");
  await focus.getByRole("button", { name: "Keep my focus" }).click();
  await expect(focus.getByRole("alert").first()).toContainText(
    "First behaviour: write what you will do",
  );
  await focus.getByLabel("What will you do?").first().fill("Ask one open question in each meeting");
  await focus.getByLabel("By when?").first().fill("2020-01-01");
  await focus.getByRole("button", { name: "Keep my focus" }).click();
  await expect(focus.getByRole("alert").first()).toContainText("the date must lie ahead");
  await expect(focus.getByLabel("What will you do?").first()).toHaveValue(
    "Ask one open question in each meeting",
  );
  const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await focus.getByLabel("By when?").first().fill(ahead);
  await focus.getByRole("button", { name: "Keep my focus" }).click();
  await expect(focus.getByRole("status")).toContainText("Kept");
  await page.reload();
  await expect(focus.getByRole("listitem").first()).toContainText("Ask one open question");
  await shoot(page, "report-focus");
  await context.close();
});

test("a report is shared with the manager, in part, and taken back", async ({ page, signInAs }) => {
  await signInAs("manager with a released report");
  await openReport(page);
  await page.getByRole("link", { name: "Share this report" }).click();
  await expect(page.getByText("Only you.")).toBeVisible();
  for (const part of ["At a glance", "Focus"]) await page.getByLabel(part).uncheck();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose at least one part");
  await page.getByLabel("At a glance").check();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Shared with/ })).toBeVisible();
  const now = page.getByRole("region", { name: "Who can see it now" });
  await expect(now.getByRole("listitem")).toContainText(/manager, until .*: At a glance/);
  await shoot(page, "report-shared");
  await now.getByRole("button", { name: /^Take back/ }).click();
  await expect(page.getByText("Only you.")).toBeVisible();
});

test("nobody else opens the report, HR included", async ({ page, browser, sample, signInAs }) => {
  await signInAs("manager with a released report");
  const address = await openReport(page);
  for (const role of [
    "HR administrator",
    "rater with requests waiting",
  ] as const satisfies Role[]) {
    const context = await browser.newContext({ baseURL: sample.url });
    await signInAs(role, context);
    const other = await context.newPage();
    const answer = await other.goto(address);
    expect(answer?.status(), role).toBe(404);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
    const data = await context.request.get(`${address}.data`);
    expect(await data.text(), role).not.toContain("competencies");
    await context.close();
  }
});
