import type { BrowserContext, Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import type { Server } from "./support/server.ts";

const ROUND = "Levels of the crew";

/** Whoever the sample signs in as a manager, as the directory has them. */
async function managerOf(sample: Server) {
  const { email } = sample.signIn("manager with a released report");
  const [manager] = await onDatabase(
    sample.dataDir,
    `SELECT id, coalesce(preferred_name, name) AS name FROM person WHERE email = '${email}'`,
  );
  return { name: String(manager?.name), id: String(manager?.id) };
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** Held to what everybody can read, in a tab of its own: looking leaves a page as it is not used. */
async function readable(context: BrowserContext, path: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await expectReadable(page, path);
  await page.close();
}

async function choose(page: Page, at: number, level: number | "can't"): Promise<void> {
  const part = page.locator("section").filter({ has: page.locator(`#competency-${at}`) });
  const label = level === "can't" ? "I can’t say" : `${level}:`;
  await part.getByRole("radio", { name: label }).check();
}

async function as(
  context: BrowserContext,
  signInAs: (role: "HR administrator" | "manager with a released report") => Promise<unknown>,
  role: "HR administrator" | "manager with a released report",
): Promise<void> {
  await context.clearCookies();
  await signInAs(role);
}

test("a round begins, both say where somebody is, they talk, agree on one and not on another, and it is in the levels", async ({
  page,
  context,
  sample,
  signInAs,
}) => {
  test.setTimeout(240_000);
  const manager = await managerOf(sample);
  const hr = sample.signIn("HR administrator").email;
  // HR leads the manager for the time of this journey, so that two who can sign in talk with each other.
  const [before] = await onDatabase(
    sample.dataDir,
    `SELECT manager_id AS id FROM person WHERE id = '${manager.id}'`,
  );
  await onDatabase(
    sample.dataDir,
    `UPDATE person SET manager_id = (SELECT id FROM person WHERE email = '${hr}') WHERE id = '${manager.id}'`,
  );

  await as(context, signInAs, "HR administrator");
  await page.goto("/assessments");
  await readable(context, "/assessments");
  await shootInEveryLook(page, "assessments-empty");
  await page.getByRole("link", { name: "Begin a round" }).click();
  await button(page, "Go on to the people").click();
  await expect(page.getByRole("alert")).toContainText("Give the round a name.");
  await page.getByLabel("Name of the round").fill(ROUND);
  await page.getByRole("radio", { name: "The same competencies for everybody" }).check();
  await page.getByText("competencies to choose from").click();
  for (const name of ["Setting goals", "Empowering and trusting"])
    await page.getByRole("checkbox", { name }).check();
  await page.getByRole("checkbox", { name: "Staffing" }).check();
  const closes = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Last day").fill(closes);
  await shootInEveryLook(page, "assessments-new");
  await button(page, "Go on to the people").click();
  await page.getByRole("searchbox").fill(manager.name);
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("checkbox", { name: manager.name }).check();
  await button(page, "Go on").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(ROUND);
  await shootInEveryLook(page, "assessments-draft");
  await button(page, "Begin, and write to 2 people").click();
  await expect(page.getByRole("status")).toContainText("It has begun.");
  await shootInEveryLook(page, "assessments-round");
  const round = new URL(page.url()).pathname;

  await as(context, signInAs, "manager with a released report");
  await page.goto("/home");
  await page.getByText(`Say on which levels you are: ${ROUND}`).waitFor();
  await page.goto("/assess");
  await readable(context, "/assess");
  await shootInEveryLook(page, "assess-own");
  await page.getByRole("link", { name: "Yourself" }).click();
  await expect(page.getByText("It is for staffing")).toBeVisible();
  await choose(page, 0, 3);
  await button(page, "Send it").click();
  await expect(page.getByRole("alert")).toContainText("Choose a level for");
  await expect(page.getByRole("radio", { name: /^3:/ }).first()).toBeChecked();
  await choose(page, 1, 2);
  await page.getByLabel("An example").first().fill("Agreed three goals with the crew, in figures.");
  await readable(context, new URL(page.url()).pathname);
  await shootInEveryLook(page, "assess-sheet");
  await button(page, "Send it").click();
  await expect(page.getByRole("status")).toContainText("Sent.");
  await shootInEveryLook(page, "assess-sent");

  await as(context, signInAs, "HR administrator");
  await page.goto("/assess");
  await page.getByRole("link", { name: manager.name }).click();
  await choose(page, 0, 3);
  await choose(page, 1, 4);
  await button(page, "Send it").click();
  await page.getByRole("link", { name: "Look at both views" }).click();
  await expect(page.getByText("You both said 3")).toBeVisible();
  await readable(context, new URL(page.url()).pathname);
  await shootInEveryLook(page, "assess-talk");
  const talk = new URL(page.url()).pathname;
  await page.getByLabel("The level you propose").first().selectOption({ index: 3 });
  await page
    .getByLabel("In a few words")
    .first()
    .fill("Handed over the winter roster and stayed out of it.");
  await button(page, /^Propose this level/)
    .first()
    .click();
  await expect(page.getByText("You proposed 3")).toBeVisible();

  await as(context, signInAs, "manager with a released report");
  await page.goto(talk);
  await shootInEveryLook(page, "assess-talk-proposed");
  await button(page, /^Confirm this level/).click();
  await expect(page.getByText("Nothing is left open.")).toBeVisible();
  await button(page, "End the talk").click();
  await expect(page.getByText("You ended this talk on")).toBeVisible();
  await page.goto("/levels");
  await expect(page.getByText("Empowering and trusting").first()).toBeVisible();

  await as(context, signInAs, "HR administrator");
  await page.goto(`${round}/calibration`);
  await expect(page.getByRole("cell", { name: "Too few people to say" })).toBeVisible();
  await readable(context, `${round}/calibration`);
  await shootInEveryLook(page, "assess-calibration");
  await page.goto(round);
  await page.getByText("Close it sooner").click();
  await button(page, "Close it now").click();
  await expect(page.getByRole("status")).toContainText("Closed.");
  await onDatabase(
    sample.dataDir,
    `UPDATE person SET manager_id = ${before?.id ? `'${before.id}'` : "NULL"} WHERE id = '${manager.id}'`,
  );
});
