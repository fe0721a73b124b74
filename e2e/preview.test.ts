import { desk, expect, phone, shoot, test } from "./support/journey.ts";
import { links, linksOn } from "./support/pages.ts";

test("HR looks at a questionnaire before choosing it, as those will who are asked, in both languages", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.setViewportSize(desk);
  await page.goto("/cycles");
  await page.getByRole("link", { name: "Managers 360: next round", exact: true }).click();
  await page.getByRole("link", { name: "Change settings" }).click();
  await expect(page.getByRole("heading", { name: "What is it?" })).toBeVisible();
  await page.getByLabel("Both hats short").check();
  await page.getByRole("link", { name: "See the questions of “Both hats short”" }).click();

  const strip = page.getByRole("complementary", { name: "Preview" });
  await expect(strip).toContainText("“Both hats short” is not the questionnaire of this round");
  await expect(page.getByRole("heading", { name: /^Your feedback about / })).toBeVisible();
  await expect(page.getByText("24 short questions")).toBeVisible();
  await strip.getByRole("link", { name: "Direct report" }).click();
  await page.getByRole("link", { name: "Start" }).click();
  const questions = page.getByRole("group", { name: /^(Preview|Vorschau): / });
  await expect(questions.getByText("Nobody sees as much of how")).toBeVisible();
  await expect(page.getByText("Preview: nothing is kept")).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save and look it over" })).toBeDisabled();
  await expect(page.locator("form, script[type=module]")).toHaveCount(0);

  await strip.getByRole("link", { name: "German" }).click();
  await expect(questions.getByText("Niemand sieht so viel davon")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(strip.getByText("Read as")).toBeVisible();
  await strip.getByRole("link", { name: "Participant" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Blick auf sich selbst" })).toBeVisible();
  await shoot(page, "preview-self-de");
  await strip.getByRole("link", { name: "Back to the round" }).click();
  await expect(
    page.getByRole("heading", { name: "Managers 360: next round", level: 1 }),
  ).toBeVisible();
  expect(await linksOn(context, page.url(), links.preview)).toHaveLength(1);
});

test("without JavaScript, on a phone: page by page while a round runs; nobody else gets to see it", async ({
  browser,
  baseURL,
  signInAs,
}) => {
  const own = { ...(baseURL ? { baseURL } : {}) };
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false, ...own });
  await signInAs("HR administrator", context);
  const page = await context.newPage();
  await page.goto("/cycles");
  await page.getByRole("link", { name: "Ships’ officers 360", exact: true }).click();
  await page.getByRole("link", { name: "See all pages and questions" }).click();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByRole("heading", { name: "Setting goals" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Planning and organising" })).toBeHidden();
  await page.getByRole("link", { name: "Save and go on" }).click();
  await expect(page.getByRole("heading", { name: "Planning and organising" })).toBeVisible();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Setting goals" })).toBeVisible();
  await shoot(page, "preview-phone");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "In your own words" })).toBeVisible();

  const address = page.url();
  const outside = await browser.newContext(own);
  const signedOut = await outside.request.get(address, { maxRedirects: 0 });
  expect(signedOut.status()).toBe(302);
  await signInAs("rater with requests waiting", outside);
  expect((await outside.request.get(address)).status()).toBe(404);
  await outside.close();
  await context.close();
});
