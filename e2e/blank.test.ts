import { expect, shootInEveryLook, test } from "./support/journey.ts";

test("whoever has no account prints a blank charter and a blank plan, in their language", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  for (const [address, english, german] of [
    ["/blank/charter", "What my job is", "Was meine Aufgabe ist"],
    ["/blank/plan", "My development plan", "Mein Entwicklungsplan"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: english })).toBeVisible();
    await shootInEveryLook(page, address.slice(1).replace("/", "-"));
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Print this page with your browser")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: english })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await page
      .getByRole("button", { name: "Deutsch" })
      .or(page.getByRole("link", { name: "Deutsch" }))
      .click();
    await expect(page.getByRole("heading", { level: 1, name: german })).toBeVisible();
    await page
      .getByRole("button", { name: "English" })
      .or(page.getByRole("link", { name: "English" }))
      .click();
  }
  await context.close();
});
