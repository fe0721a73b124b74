import type { BrowserContext, Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import type { Server } from "./support/server.ts";

/** Three people who report to the manager that the demo signs in, by name. */
async function teamOf(sample: Server): Promise<{ id: string; name: string }[]> {
  const { email } = sample.signIn("manager with a released report");
  const rows = await onDatabase(
    sample.dataDir,
    `SELECT p.id, coalesce(p.preferred_name, p.name) AS name FROM person p
       JOIN person m ON m.id = p.manager_id
      WHERE m.email = '${email}' AND p.status = 'active' ORDER BY p.name, p.id LIMIT 3`,
  );
  return rows.map(({ id, name }) => ({ id: String(id), name: String(name) }));
}

/** Of which nothing is known of the team before: they work ashore. */
const FRAMEWORK = "Engine room";
const COMPETENCY = "Pumps and valves";

async function frameworkIn(page: Page): Promise<string> {
  await page.goto("/skills");
  const choice = page.getByLabel("Framework").locator("option", { hasText: FRAMEWORK });
  return String(await choice.getAttribute("value"));
}

/** Writes down what a manager saw of somebody. */
async function see(
  page: Page,
  personId: string,
  { framework, level }: { framework: string; level: number },
): Promise<void> {
  await page.goto(`/levels/${personId}/record?framework=${framework}`);
  await page.getByLabel("Competency").selectOption({ label: COMPETENCY });
  await page.getByRole("button", { name: "Show its levels" }).click();
  await expect(page.getByRole("textbox", { name: "What you saw" })).toBeVisible();
  await page.getByRole("radio", { name: `${level}:` }).check();
  await page.getByRole("radio", { name: "Observation" }).check();
  await page
    .getByRole("textbox", { name: "What you saw" })
    .fill("Led the handover and asked before telling.");
  await page.getByRole("checkbox", { name: "Staffing" }).check();
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("status")).toContainText("It was added.");
}

test("a manager sees where a team stands, who alone covers what, and what would change it", async ({
  page,
  context,
  sample,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const team = await teamOf(sample);
  expect(team).toHaveLength(3);
  const [able, short, near] = team as [(typeof team)[0], (typeof team)[0], (typeof team)[0]];
  await signInAs("manager with a released report");
  const framework = await frameworkIn(page);
  await see(page, able.id, { framework, level: 4 });
  await see(page, short.id, { framework, level: 1 });
  await see(page, near.id, { framework, level: 2 });
  const of = `framework=${framework}`;

  await page.goto(`/skills?${of}&level=3&sort=gap`);
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows.first()).toContainText(short.name);
  await expect(
    page.getByText(`is probably at level 3 in ${COMPETENCY}: ${able.name}`),
  ).toBeVisible();
  await page.getByRole("link", { name: short.name }).click();
  await expect(page).toHaveURL(/person=/);
  const panel = page.getByRole("region", { name: short.name });
  await expect(panel).toContainText("Clearly short of it");
  await shootInEveryLook(page, "skills-panel");
  await panel.getByRole("link", { name: "Observation" }).click();
  await expect(page).toHaveURL(/\/evidence\//);

  await page.goto(`/skills/cover?${of}&level=3`);
  const cover = page.getByRole("row", { name: COMPETENCY }).first();
  await expect(cover).toContainText("Rests on one person");
  await expect(cover).toContainText(able.name);
  await page.getByLabel("Somebody is trained").selectOption({ label: near.name });
  const training = page.locator("form").filter({ hasText: "Try this training" });
  await training.getByLabel("Competency").selectOption({ label: COMPETENCY });
  await training.getByLabel("To level").selectOption("4");
  await page.getByRole("button", { name: "Try this training" }).click();
  await expect(page.getByRole("row", { name: `${COMPETENCY} 1 → 2` })).toBeVisible();
  await shootInEveryLook(page, "skills-cover");

  await page.goto(`/skills/team?${of}`);
  await page.getByLabel("Competency 1").selectOption({ label: COMPETENCY });
  await page.getByRole("button", { name: "Propose teams" }).click();
  await expect(page.getByRole("heading", { name: "Proposal 1" })).toBeVisible();
  await expect(page.getByRole("link", { name: able.name }).first()).toBeVisible();
  await shootInEveryLook(page, "skills-team");

  await page.goto(`/skills/needs?${of}&level=3`);
  await expect(page.getByRole("row", { name: COMPETENCY }).first()).toContainText(short.name);
  await shootInEveryLook(page, "skills-needs");

  const file = await exported(page, context);
  expect(file.subarray(0, 2).toString()).toBe("PK");
});

async function exported(page: Page, context: BrowserContext): Promise<Buffer> {
  await page.goto("/skills?level=4");
  const href = await page.getByRole("link", { name: "Export to Excel" }).getAttribute("href");
  const answer = await context.request.get(String(href));
  expect(answer.headers()["content-type"]).toContain("spreadsheetml");
  return answer.body();
}

test("without any script the table comes in pages, and says who is beside it", async ({
  browser,
  context,
  signInAs,
  baseURL,
}) => {
  await signInAs("HR administrator");
  const plain = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/skills");
  const people = page.locator("tbody").getByRole("rowheader");
  await expect(people).toHaveCount(50);
  const first = String(await people.first().getByRole("link").textContent());
  await page.getByRole("link", { name: "Next" }).click();
  await expect(people.first()).not.toContainText(first);
  await page.getByLabel("Find a person").fill(first);
  await page.getByRole("button", { name: "Apply" }).click();
  await people.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: first })).toBeVisible();
  await plain.close();
});

test("with scripts the keyboard goes from cell to cell, and only what is in sight is drawn", async ({
  page,
  browser,
  context,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs("HR administrator");
  await page.goto("/skills?level=4&by=department&sort=gap");
  const region = page.getByRole("region", { name: /People by competency/ });
  const cells = page.locator("[data-row]");
  await expect(cells.first()).toBeVisible();
  expect(await cells.count()).toBeLessThanOrEqual(3_000);
  await region.focus();
  await page.keyboard.press("ArrowDown");
  for (let down = 0; down < 8; down += 1) await page.keyboard.press("PageDown");
  await expect(page.locator(":focus")).toHaveAttribute("data-row", "80");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/person=/);
  await shootInEveryLook(page, "skills-hr");
  const german = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: await context.storageState(),
  });
  const auf = await german.newPage();
  await auf.goto("/skills");
  await auf.getByRole("button", { name: "Deutsch" }).click();
  for (const place of ["skills?level=4", "skills/cover", "skills/team?hats=yes", "skills/needs"]) {
    await auf.goto(`/${place}`);
    await expect(auf.getByRole("heading", { level: 1 })).toHaveText(
      /^(Kompetenzmatrix|Abdeckung|Team zusammenstellen|Schulungsbedarf)$/,
    );
    await shootInEveryLook(auf, `de-${place.replace(/\W/g, "-")}`);
  }
  await german.close();
});
