import type { Page } from "@playwright/test";
import { languageCookie } from "../app/platform/i18n/language-wishes.server.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const rows = (page: Page) => page.getByRole("table", { name: "What was done" }).getByRole("row");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("HR reads what was done, narrows it, has the seal checked, and takes it along as a table", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    await page.goto("/access");
    await page.getByRole("link", { name: "See what was done" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "What was done here" })).toBeVisible();
    await press(page, "Check again now");
    await expect(page.getByText(/^The seal holds/)).toBeVisible();
    await page.getByLabel("What", { exact: true }).selectOption({ label: "A round was launched" });
    await press(page, "Show");
    await expect(rows(page).nth(1)).toContainText("A round was launched");
    for (const row of (await rows(page).all()).slice(1))
      await expect(row).toContainText("A round was launched");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as a table" }).click();
    expect((await downloading).suggestedFilename()).toBe("what-was-done.csv");
    await page.getByRole("link", { name: "Show everything" }).click();
    await expect(rows(page).nth(1)).toContainText("was downloaded");
    await expect(page.getByRole("table")).not.toContainText("declined");
    await page.getByLabel("From").fill("1999-01-01");
    await page.getByLabel("Until").fill("1999-12-31");
    await press(page, "Show");
    await expect(page.getByText("Nothing was done in this span")).toBeVisible();
  });

  test("HR chooses how long reports are kept, and sees from when on and what goes", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    await page.goto("/home");
    await page.getByRole("link", { name: "Data protection" }).first().click();
    await expect(page.getByText("Nothing of it is ever forgotten.").first()).toBeVisible();
    const reports = page.getByRole("region", { name: "Reports about people" });
    await reports.getByLabel("Keep").selectOption({ label: "1 year" });
    await press(page, "Save: Reports about people");
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(reports).toContainText(/From .* on: 1 year. Until then: For ever./);
    await expect(reports).toContainText("In the next 30 days");
    await reports.getByLabel("Keep").selectOption({ label: "For ever" });
    await press(page, "Save: Reports about people");
    await expect(reports).toContainText("Nothing of it is ever forgotten.");
  });

  test("HR puts somebody on hold, can't erase them meanwhile, and ends it", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    await page.goto("/people/new");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Hilda Held");
    await page.getByRole("textbox", { name: /^E-mail/ }).fill("hilda@held.test");
    await press(page, "Add to the directory");
    const person = new URL(page.url()).pathname;
    await page.goto("/privacy");
    await page.getByRole("link", { name: "Place a hold" }).click();
    await page.getByLabel("Who").fill("Nobody Whatever");
    await page.getByLabel("Why").first().fill("A quarrel over the harbour");
    await page.getByRole("button", { name: "Place the hold" }).first().click();
    await expect(page.getByRole("alert")).toContainText("Nobody here has this name");
    await expect(page.getByLabel("Why").first()).toHaveValue("A quarrel over the harbour");
    await page.getByLabel("Who").fill("hilda@held.test");
    await page.getByRole("button", { name: "Place the hold" }).first().click();
    await expect(page.getByText("The hold stands.")).toBeVisible();
    await expect(page.getByText("A quarrel over the harbour")).toBeVisible();
    await page.goto(person);
    await expect(page.getByText(/Nothing of theirs is erased since/)).toBeVisible();
    await page.goto(`${person}/erase`);
    await expect(page.getByText("A hold stands for them.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Erase for good" })).toHaveCount(0);
    await page.goto("/privacy");
    await press(page, "End the hold for Hilda Held");
    await expect(page.getByText("The hold is ended.")).toBeVisible();
    await page.goto(`${person}/erase`);
    await expect(page.getByRole("button", { name: "Erase for good" })).toBeVisible();
  });
});

const PAGES = [
  ["/access/audit", "audit"],
  ["/access/audit?from=1999-01-01&to=1999-01-02", "audit-empty"],
  ["/privacy", "privacy"],
  ["/privacy/hold", "hold"],
] as const;

test("the pages can be read on every screen", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  for (const [address] of PAGES) await expectReadable(page, address);
  for (const [address, name] of PAGES) await shootInEveryLook(page, `${name}-en`, address);
});

test("and in another language", async ({ context, page, sample, signInAs }) => {
  await signInAs("HR administrator");
  const [name = "", value = ""] = ((await languageCookie.keep("de")).split(";")[0] ?? "").split(
    "=",
  );
  await context.addCookies([{ name, value, url: sample.url }]);
  await page.goto("/privacy");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Wie lange Daten aufbewahrt werden",
  );
  await page.goto("/access/audit");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Was hier getan wurde");
  for (const [address, shown] of PAGES) await shootInEveryLook(page, `${shown}-de`, address);
});
