import { languageCookie } from "../app/platform/i18n/language-wishes.server.ts";
import { expect, phone, test } from "./support/journey.ts";

const speaks = (language: string) => ["lang", language] as const;

test("a language chosen before signing in holds for every page, and the other one is a click away", async ({
  page,
  sample,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto("/sign-in?next=%2Freports");
  await expect(page.locator("html")).toHaveAttribute(...speaks("en"));
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Freports$/);
  await expect(page.locator("html")).toHaveAttribute(...speaks("de"));
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(
    page.getByText("Geben Sie Ihre E-Mail-Adresse und Ihr Passwort ein").first(),
  ).toBeVisible();
  const { email, password } = sample.signIn("manager with a released report");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("heading", { name: "Ihre Berichte" })).toBeVisible();
  await expect(page).toHaveTitle(/^Ihre Berichte · /);
  await page.getByRole("link", { name: "Managers 360: first round" }).first().click();
  await expect(
    page.getByRole("heading", { name: "Wie andere Ihre beiden Hüte sehen" }),
  ).toBeVisible();
  await expect(page.getByText("Ziele setzen").first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute(...speaks("de"));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Zahlen, CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Feedbackzahlen - /);
  expect(faults).toEqual([]);
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(page.getByRole("heading", { name: "How others see your two hats" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute(...speaks("en"));
});

test("without scripts, on a phone, long words stay on the page", async ({ browser, sample }) => {
  const context = await browser.newContext({
    baseURL: sample.url,
    javaScriptEnabled: false,
    viewport: phone,
    extraHTTPHeaders: { cookie: (await languageCookie.keep("de")).split(";")[0] ?? "" },
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  for (const path of ["/sign-in", "/join/nobody", "/r/nobody"]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute(...speaks("de"));
    const room = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(room, path).toBe(0);
  }
  await context.close();
});
