import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

const chosen = (page: Page, name: string) =>
  page.getByRole("button", { name, pressed: true }).first();

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("a chosen look stays across pages and visits, and the device's is taken again", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/people");
  const light = await ground(page);
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page).toHaveURL(/\/people$/);
  await expect(chosen(page, "Dark")).toBeVisible();
  const dark = await ground(page);
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await ground(page)).toBe(dark);
  await page.goto("/cycles");
  expect(await ground(page)).toBe(dark);
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(page).toHaveURL(/\/home$/);
  expect(await ground(page)).toBe(dark);
  await page.getByRole("button", { name: "As the device is set" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  expect(await ground(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  expect(await ground(page)).toBe(dark);
  const kept = await page.context().cookies();
  expect(kept.filter(({ name }) => name === "twohats-theme")).toEqual([]);
});
