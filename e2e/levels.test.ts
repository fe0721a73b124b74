import type { Page } from "@playwright/test";
import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("somebody says their own level, a manager adds what they saw, and the person answers, without any script", async ({
  browser,
  context,
  signInAs,
  baseURL,
}) => {
  await signInAs("manager with a released report");
  const without = async () => {
    const plain = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    return plain.newPage();
  };
  const own = await without();
  await own.goto("/levels");
  await expect(own.getByRole("heading", { level: 1 })).toHaveText("Your levels");
  await shoot(own, "levels-before");
  // The one thing that nobody has been asked about yet.
  const level = (page: Page) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Range", exact: true }) });
  await expect(level(own)).toHaveCount(0);
  await own.getByRole("link", { name: "Say your own level" }).click();
  await own.getByLabel("Competency").selectOption({ label: "Range" });
  await own.getByRole("button", { name: "Show its levels" }).click();
  await own.getByRole("button", { name: "Add it" }).click();
  await expect(own.getByRole("alert")).toContainText("Choose a level.");
  await own.getByRole("radio", { name: /^3:/ }).check();
  await own.getByRole("checkbox", { name: "Staffing" }).check();
  await own.getByLabel("An example").fill("Agreed three goals with the crew, in figures.");
  await shoot(own, "levels-record");
  await own.getByRole("button", { name: "Add it" }).click();
  await expect(own.getByRole("status")).toContainText("It was added.");
  await expect(level(own)).toContainText("of 5, likely");
  const address = new URL(own.url()).pathname;

  await context.clearCookies();
  await signInAs("HR administrator");
  const hr = await without();
  await hr.goto(address);
  await hr.getByRole("link", { name: "Add evidence" }).click();
  await hr.getByLabel("Competency").selectOption({ label: "Range" });
  await hr.getByRole("button", { name: "Show its levels" }).click();
  await hr.getByRole("radio", { name: /^4:/ }).check();
  await hr.getByRole("radio", { name: "Certificate" }).check();
  await hr.getByRole("button", { name: "Add it" }).click();
  await expect(hr.getByRole("alert")).toContainText("Give the name of the certificate or test.");
  await expect(hr.getByRole("radio", { name: /^4:/ })).toBeChecked();
  await hr.getByLabel("Name of the certificate or test").fill("Goals, intermediate");
  await hr.getByLabel("Good for, in months").fill("soon");
  await hr.getByRole("button", { name: "Add it" }).click();
  await expect(hr.getByRole("alert")).toContainText("Give a whole number of months, up to 600.");
  await hr.getByLabel("Good for, in months").fill("24");
  await shoot(hr, "levels-record-other");
  await hr.getByRole("button", { name: "Add it" }).click();
  await expect(hr.getByRole("status")).toContainText("It was added.");
  await level(hr).getByText("What it rests on: 2 pieces of evidence").click();
  await shoot(hr, "levels-other");
  await hr.getByRole("link", { name: /Goals, intermediate/ }).click();
  await hr.getByRole("button", { name: "Take back this evidence" }).click();
  await expect(hr.getByRole("alert")).toContainText("Say why you take it back.");

  await context.clearCookies();
  await signInAs("manager with a released report");
  const page = await context.newPage();
  await page.goto(address);
  await level(page).getByText("What it rests on: 2 pieces of evidence").click();
  await shootInEveryLook(page, "levels");
  await expectReadable(page, address);
  await page.getByRole("link", { name: /Goals, intermediate/ }).click();
  await page.getByLabel("Your reply").fill("I only sat in for the second day.");
  await page.getByRole("button", { name: "Add reply" }).click();
  await expect(page.getByText("I only sat in for the second day.")).toBeVisible();
  await shootInEveryLook(page, "levels-evidence");
  await expectReadable(page, new URL(page.url()).pathname);

  await hr.getByLabel("Why").fill("It belongs to somebody else.");
  await hr.getByRole("button", { name: "Take back this evidence" }).click();
  await expect(hr.getByRole("status")).toContainText("It was taken back.");
  await expect(hr.getByText(/taken back on/)).toHaveCount(1);
});
