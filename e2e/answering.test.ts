import type { Page } from "@playwright/test";
import { desk, expect, phone, shoot, test } from "./support/journey.ts";
import { questionsOf } from "./support/questionnaire.ts";
import { freshLink } from "./support/raters.ts";
import { expectReadable } from "./support/reading.ts";
import type { Server } from "./support/server.ts";

const said = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text });
const saved = (page: Page) => said(page, /^Saved$/);
const choice = (page: Page, question: number, nth: number) =>
  questionsOf(page).nth(question).getByRole("radio").nth(nth);
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("twohats:")));

/** Opens the questionnaire of a rater who has not begun yet; some of the sample have. */
async function begin(page: Page, sample: Server): Promise<void> {
  const start = page.getByRole("link", { name: /^Start: (?!Yourself)/ }).first();
  await page.goto(await freshLink(sample, page));
  await start.click();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(questionsOf(page).first()).toBeVisible();
}

test("on a phone that goes offline, answers and words wait on the device and are sent when it is back", async ({
  page,
  context,
  sample,
}) => {
  await page.setViewportSize(phone);
  await begin(page, sample);
  await expect(questionsOf(page)).toHaveCount(4);
  await context.setOffline(true);
  await choice(page, 0, 1).check();
  await expect(said(page, "Kept on this device")).toBeVisible();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
  await choice(page, 0, 3).check();
  await expect(page.getByText(/^2 of \d+ answered/)).toBeVisible();
  expect(await kept(page)).toHaveLength(1);
  await shoot(page, "answering-offline-390");
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible({ timeout: 10_000 });
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await expect(choice(page, 0, 3)).toBeChecked();
  await page.goBack();
  await expect(choice(page, 0, 1)).toBeChecked();
});

test("a page closed while offline has its answers when it is opened again", async ({
  page,
  context,
  sample,
}) => {
  await begin(page, sample);
  const address = page.url();
  await page.route("**/save", (route) => route.abort("connectionrefused"));
  await choice(page, 2, 4).check();
  await expect(said(page, "Kept on this device")).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(choice(again, 2, 4)).toBeChecked();
  await expect(saved(again)).toBeVisible();
});

test("the language changes and nothing answered is lost", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  await begin(page, sample);
  await choice(page, 1, 2).check();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Ziele setzen" })).toBeVisible();
  await expect(
    questionsOf(page).nth(1).getByRole("radio", { name: "Genau richtig" }),
  ).toBeChecked();
  await shoot(page, "answering-german-390");
  await expectReadable(page, page.url());
  await page.setViewportSize(phone);
  await expect(page.getByRole("heading", { name: "Ziele setzen" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(choice(page, 1, 2)).toBeChecked();
});

test("two tabs: each keeps its own, and is told what the other changed", async ({
  page,
  sample,
}) => {
  await page.setViewportSize(desk);
  await begin(page, sample);
  const other = await page.context().newPage();
  await other.setViewportSize(desk);
  await other.goto(page.url());
  await choice(page, 0, 1).check();
  await expect(saved(page)).toBeVisible();
  await choice(other, 1, 3).check();
  await expect(other.getByRole("alert")).toContainText("One answer was changed in another tab");
  await expect(choice(other, 0, 1)).toBeChecked();
  await shoot(other, "answering-two-tabs-1440");
});

test("signed out meanwhile: what was typed stays, and is there after signing in", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("rater with requests waiting");
  await page.goto("/requests");
  await page
    .getByRole("link", { name: /^(Start|Continue): (?!Yourself)/ })
    .last()
    .click();
  await page.getByRole("link", { name: /^(Start|Go on where you stopped)$/ }).click();
  await expect(page.getByRole("button", { name: /^Save and/ }).last()).toBeVisible();
  const address = page.url();
  const words = page.getByRole("textbox").first();
  await context.clearCookies();
  await words.fill("Typed after the session had ended");
  await expect(page.getByRole("alert")).toContainText("You have been signed out");
  await expect(words).toHaveValue("Typed after the session had ended");
  await signInAs("rater with requests waiting");
  await page.goto(address);
  await expect(words).toHaveValue("Typed after the session had ended");
  await expect(saved(page)).toBeVisible();
  expect(await kept(page)).toEqual([]);
});

test("a comment that names a day is doubted gently, and saved all the same", async ({
  page,
  sample,
}) => {
  await page.setViewportSize(desk);
  await begin(page, sample);
  const box = page.getByRole("textbox").first();
  await box.fill("On 3 March you could have told us earlier");
  await expect(said(page, "Could this give someone away?")).toContainText("3 March");
  await expect(saved(page)).toBeVisible();
  await box.fill("You could have told us earlier");
  await expect(said(page, "Could this give someone away?")).toBeHidden();
  await expect(saved(page)).toBeVisible();
});

test("words that few others would write are doubted: another script at once, another language once it is kept", async ({
  page,
  sample,
}) => {
  await page.setViewportSize(desk);
  await begin(page, sample);
  const box = page.getByRole("textbox").first();
  await box.fill(
    "Ihre Entscheidungen sind klar, und sie erklärt immer, wie sie dazu gekommen ist.",
  );
  const doubt = said(page, "Could this give someone away?");
  await expect(doubt).toContainText("This seems to be in German");
  await box.fill("Она всегда слушает");
  await expect(doubt).toContainText("“Она всегда слушает” is in a script that few others here");
  await shoot(page, "answering-script-1440");
  await box.fill("She always listens");
  await expect(doubt).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("whoever writes in a script that few others use is told before sending", async ({
    page,
    sample,
  }) => {
    await page.setViewportSize(phone);
    await begin(page, sample);
    const address = page.url();
    await page.goto(address.replace(/[^/]+$/, "comments"));
    await page.getByRole("textbox").first().fill("Она всегда слушает");
    await page
      .getByRole("button", { name: /^Save and/ })
      .last()
      .click();
    await page.goto(address.replace(/[^/]+$/, "send"));
    await expect(
      page.getByText("Something in your comments could give someone away"),
    ).toBeVisible();
    await page.getByRole("link", { name: "Look at your comments" }).click();
    await expect(said(page, "Could this give someone away?")).toContainText("in a script that few");
    await shoot(page, "answering-script-390");
  });

  test("a questionnaire can be answered, worded anew, and sent", async ({ page, sample }) => {
    await page.setViewportSize(phone);
    await begin(page, sample);
    await choice(page, 0, 1).check();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await choice(page, 0, 3).check();
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page.getByText(/^2 von \d+ beantwortet/)).toBeVisible();
    await expect(choice(page, 0, 3)).toBeChecked();
    await page.getByRole("button", { name: "Zurück" }).click();
    await expect(choice(page, 0, 1)).toBeChecked();
    await page.setViewportSize(desk);
    await page.getByRole("button", { name: "Speichern und durchsehen" }).last().click();
    await page.getByRole("button", { name: /^Beim Rest/ }).click();
    await expect(said(page, "Vielen Dank")).toBeVisible();
  });
});
