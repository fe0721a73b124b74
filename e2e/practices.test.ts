import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("HR puts a practice into the organisation's words and hides another, without any script; everybody is offered the rest", async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs("HR administrator");
  const plain = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const hr = await plain.newPage();
  await hr.goto("/practices");
  await hr.getByRole("link", { name: "Focus on a few goals" }).click();
  await hr.getByRole("link", { name: "Put into our words : One in, one out" }).click();
  await expect(hr.getByRole("group", { name: "English" }).getByLabel("Name")).toHaveValue(
    "One in, one out",
  );
  const german = hr.getByRole("group", { name: "Deutsch" });
  for (const part of ["Name", "When", "Then", "By what does one notice that it works?"])
    await german.getByLabel(part, { exact: true }).fill("");
  await german.getByLabel("Name").fill("Auf jeder Brücke");
  await hr.getByRole("button", { name: "Save" }).click();
  await expect(hr.getByRole("alert")).toContainText("Deutsch, When: write something");
  await expect(german.getByLabel("Name")).toHaveValue("Auf jeder Brücke");
  await shoot(hr, "practice-form-refused");
  await german.getByLabel("Name").fill("");
  await hr
    .getByRole("group", { name: "English" })
    .getByLabel("Name")
    .fill("One aboard, one ashore");
  await hr.getByRole("button", { name: "Save" }).click();
  await expect(hr.getByRole("status")).toContainText("Saved.");
  await hr.getByRole("button", { name: "Hide : One in, one out" }).click();
  await expect(hr.getByRole("heading", { name: "3 practices for 30 days" })).toBeVisible();
  await shootInEveryLook(hr, "practices-behaviour-hr");
  await plain.close();

  await context.clearCookies();
  await signInAs("manager with a released report");
  await page.goto("/practices/few-goals");
  await expect(page.getByRole("heading", { name: "One aboard, one ashore" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "One in, one out" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Hide|Offer/ })).toHaveCount(0);
  await page.goto("/practices");
  await expectReadable(page, "/practices");
  await shootInEveryLook(page, "practices");
  expect((await page.request.get("/practices/few-goals/new")).status()).toBe(404);
});
