import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { expect, shoot, test } from "./support/journey.ts";
import type { Role } from "./support/server.ts";

const parts = [
  "Who answered",
  "In one minute",
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
  await expect(page.getByRole("heading", { level: 2, name: "In one minute" })).toBeVisible();
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

  const sentences = await section(page, "In one minute").locator("li").allInnerTexts();
  const estimates = sentences.filter((words) => words.includes("likely"));
  expect(estimates.length).toBeGreaterThanOrEqual(2);
  for (const words of estimates) expect(words).toMatch(/likely .+ to .+; \d+ raters/);

  const how = section(page, "How to read this");
  await expect(how).toContainText("It is not made for decisions on pay or promotion");
  await expect(how).toContainText("Groups of fewer than 3 people who count are put together");
  await shoot(page, "report");
});

test("every chart's figures are there as a table, or the chart is one", async ({
  page,
  signInAs,
}) => {
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
      const drawn = await figure.getByRole("img").count();
      expect(drawn + Math.min(1, await figure.locator("td > svg").count()), name).toBe(1);
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
  const { email } = sample.signIn("manager with a released report");
  // Another journey on this server may have chosen already.
  await onDatabase(
    sample.dataDir,
    `DELETE FROM focus WHERE report_id IN (
       SELECT report.id FROM report JOIN subject ON subject.id = participant_id JOIN person ON person.id = person_id
        WHERE email = '${email}')`,
  );
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

test("the contents lead to every part, and every figure to how it is read", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager with a released report");
  await openReport(page);
  const contents = page.getByRole("navigation", { name: "Contents" });
  const links = contents.getByRole("link");
  expect(await links.allInnerTexts()).toEqual(parts.slice(1));
  await contents.getByRole("link", { name: "Behaviours" }).click();
  await expect(contents.getByRole("link", { name: "Behaviours" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(section(page, "Behaviours").getByRole("table").first()).toBeVisible();
  await section(page, "Balance").getByRole("link", { name: "How to read this" }).click();
  await expect(section(page, "How to read this")).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText("Contents", { exact: true }).locator("visible=true").click();
  await expect(contents.locator("visible=true").getByRole("link").first()).toBeVisible();
});

test("what is typed for a focus survives a reload; kept, it stands on the home page with its day", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager with a released report");
  await openReport(page);
  const focus = section(page, "Choose a focus");
  await expect(focus.getByText("through a reload")).toBeVisible();
  await focus.getByLabel("What will you do?").first().fill("Ask before the plan is finished");
  await page.reload();
  await expect(focus.getByLabel("What will you do?").first()).toHaveValue(
    "Ask before the plan is finished",
  );
  await focus.getByRole("button", { name: "Keep my focus" }).click();
  await expect(focus.getByRole("status")).toContainText("Kept");
  const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith("twohats:"));
  // Forgotten once the page has drawn what is kept, which is a moment after it says so.
  await expect.poll(() => page.evaluate(drafts)).toEqual([]);
  await page.goto("/home");
  const work = page.getByRole("region", { name: "Your focus" });
  await expect(work).toContainText("Ask before the plan is finished");
  await expect(work).toContainText(/By \d+ \w+ \d{4}/);
});

test("on paper nothing is left to press or to fill in, and what folds is open", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager with a released report");
  await openReport(page);
  await page.emulateMedia({ media: "print" });
  const main = page.getByRole("main");
  await expect(main.getByRole("button").locator("visible=true")).toHaveCount(0);
  await expect(main.getByRole("textbox").locator("visible=true")).toHaveCount(0);
  await expect(page.getByRole("navigation").locator("visible=true")).toHaveCount(0);
  await expect(main.getByText("Adjusted", { exact: true }).first()).toBeVisible();
});

test("a report is shared with the manager, in part, and taken back", async ({ page, signInAs }) => {
  await signInAs("manager with a released report");
  await openReport(page);
  await page.getByRole("link", { name: "Share this report" }).click();
  await expect(page.getByText("Only you.")).toBeVisible();
  for (const name of ["In one minute", "Focus"])
    await page.getByRole("checkbox", { name }).uncheck();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose at least one part");
  await page.getByRole("checkbox", { name: "In one minute" }).check();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Shared with/ })).toBeVisible();
  const now = page.getByRole("region", { name: "Who can see it now" });
  await expect(now.getByRole("listitem")).toContainText(/manager, until .*: In one minute/);
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
