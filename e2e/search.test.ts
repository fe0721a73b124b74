import { expect, test } from "./support/journey.ts";

test("Ctrl+K finds people, rounds and pages by a few letters, and the keyboard opens them", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/home");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const dialog = page.getByRole("dialog", { name: "Search or go to" });
  const field = dialog.getByRole("searchbox");
  await expect(field).toBeFocused();
  await expect(dialog.getByRole("link", { name: "People" })).toBeVisible();
  await field.fill("officers");
  const round = dialog.getByRole("link", { name: /Ships’ officers 360/ });
  await expect(round).toBeVisible();
  await field.press("ArrowDown");
  await expect(round).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ships’ officers 360" })).toBeVisible();
  await expect(dialog).toBeHidden();
  // Enter before anything is found waits for what these letters find, not for what fewer did.
  await page.keyboard.press("Control+k");
  await field.pressSequentially("tadhg furlong");
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Tadhg Furlong" })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test("without JavaScript the search is a page, and finds for each what they may open", async ({
  browser,
  baseURL,
  signInAs,
}) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
    ignoreHTTPSErrors: true,
  });
  await signInAs("rater with requests waiting", plain);
  const page = await plain.newPage();
  await page.goto("/home");
  await page.getByRole("link", { name: "Search or go to" }).first().click();
  const search = page.getByRole("main").getByRole("searchbox", { name: "Search or go to" });
  await search.fill("tadhg furlong");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("link", { name: /Tadhg Furlong/ })).toBeVisible();
  await search.fill("officers");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nothing that you may open is called “officers”.")).toBeVisible();
  await plain.close();
});
