import type { Page } from "@playwright/test";
import { expect, phone, shoot, test } from "./support/journey.ts";
import { answerAll, answerScreen, questionsOf } from "./support/questionnaire.ts";
import { freshLink } from "./support/raters.ts";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved$/ });

/** Opens a list by its link and begins with the first person on it. */
async function begin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(questionsOf(page).first()).toBeVisible();
}

test("each answer is kept as it is given, and a reload shows it", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  await begin(page, await freshLink(sample, page));
  await shoot(page, "rater-part-390");
  await questionsOf(page).nth(0).getByRole("radio", { name: "Too much", exact: true }).check();
  await expect(saved(page)).toBeVisible();
  await questionsOf(page)
    .nth(1)
    .getByRole("radio", { name: /can.t say/i })
    .check();
  await expect(page.getByText(/^2 of \d+ answered/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(
    questionsOf(page).nth(0).getByRole("radio", { name: "Too much", exact: true }),
  ).toBeChecked();
  await expect(
    questionsOf(page)
      .nth(1)
      .getByRole("radio", { name: /can.t say/i }),
  ).toBeChecked();
  await expect(page.getByText(/^2 of \d+ answered/)).toBeVisible();
});

test("an answer given before the script has come is kept as well", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  const link = await freshLink(sample, page);
  await page.route(/\.js(\?|$)/, async (route) => {
    await new Promise((passed) => setTimeout(passed, 1_500));
    await route.continue();
  });
  await begin(page, link);
  const choice = (at: number) =>
    questionsOf(page).nth(at).getByRole("radio", { name: "Too much", exact: true });
  await choice(0).check();
  await expect(saved(page)).toBeVisible();
  await page.reload({ waitUntil: "commit" });
  await choice(1).check();
  await expect(saved(page)).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  for (const at of [0, 1]) await expect(choice(at)).toBeChecked();
});

test("keys choose, arrows move, and going back loses nothing", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  await begin(page, await freshLink(sample, page));
  const [first, second] = [questionsOf(page).nth(0), questionsOf(page).nth(1)];
  await first.getByRole("radio").nth(2).focus();
  await page.keyboard.press("4");
  await expect(first.getByRole("radio").nth(3)).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(first.getByRole("radio").nth(4)).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("0");
  await expect(second.getByRole("radio", { name: /can.t say/i })).toBeChecked();
  const here = page.url();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).not.toHaveURL(here);
  await questionsOf(page).nth(0).getByRole("radio").nth(0).check();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page).toHaveURL(here);
  await expect(first.getByRole("radio").nth(4)).toBeChecked();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(questionsOf(page).nth(0).getByRole("radio").nth(0)).toBeChecked();
});

test("two tabs on the same questions each keep their own answers", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  await begin(page, await freshLink(sample, page));
  const other = await page.context().newPage();
  await other.setViewportSize(phone);
  await other.goto(page.url());
  await questionsOf(page).nth(0).getByRole("radio").nth(1).check();
  await expect(saved(page)).toBeVisible();
  await questionsOf(other).nth(1).getByRole("radio").nth(3).check();
  await expect(saved(other)).toBeVisible();
  await page.reload();
  await expect(questionsOf(page).nth(0).getByRole("radio").nth(1)).toBeChecked();
  await expect(questionsOf(page).nth(1).getByRole("radio").nth(3)).toBeChecked();
  // A tab that was opened earlier doesn't undo what came after it.
  await page.getByRole("button", { name: "Save and go on" }).click();
  await questionsOf(other).nth(2).getByRole("radio").nth(2).check();
  await expect(saved(other)).toBeVisible();
  await other.getByRole("button", { name: "Save and go on" }).click();
  await other.goBack();
  await other.reload();
  await expect(questionsOf(other).nth(0).getByRole("radio").nth(1)).toBeChecked();
});

test("while the server is away it says so, and keeps the answer once it is back", async ({
  page,
  sample,
}) => {
  await begin(page, await freshLink(sample, page));
  await page.route("**/save", (route) => route.abort("connectionrefused"));
  await questionsOf(page).nth(0).getByRole("radio").nth(1).check();
  await expect(page.getByRole("status").filter({ hasText: "Kept on this device" })).toBeVisible();
  await shoot(page, "rater-not-saved");
  await page.unroute("**/save");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(questionsOf(page).nth(0).getByRole("radio").nth(1)).toBeChecked();
});

test("open questions can be passed as can't say, and what was sent can still be changed", async ({
  page,
  sample,
}) => {
  await page.setViewportSize(phone);
  const link = await freshLink(sample, page);
  await begin(page, link);
  const first = page.url();
  await answerScreen(page, 2);
  await expect(saved(page)).toBeVisible();
  await page.goto(first.replace(/[^/]+$/, "send"));
  await expect(page.getByRole("heading", { name: /questions are still open$/ })).toBeVisible();
  await shoot(page, "rater-send-open");
  await page.getByRole("button", { name: /^Mark the rest as/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
  await shoot(page, "rater-list-sent");
  await page
    .getByRole("link", { name: /^Look again/ })
    .first()
    .click();
  await page.goto(first);
  await expect(questionsOf(page).nth(0).getByRole("radio").nth(1)).toBeChecked();
  await questionsOf(page).nth(0).getByRole("radio").nth(4).check();
  await expect(saved(page)).toBeVisible();
  await page.goto(first.replace(/[^/]+$/, "send"));
  await page.getByRole("button", { name: "Send again" }).click();
  await page.goto(first);
  await expect(questionsOf(page).nth(0).getByRole("radio").nth(4)).toBeChecked();
});

test("saying nothing at all is not sent", async ({ page, sample }) => {
  await begin(page, await freshLink(sample, page));
  await page.goto(page.url().replace(/[^/]+$/, "send"));
  await page.getByRole("button", { name: /^Mark the rest as/ }).click();
  await expect(page.getByRole("alert")).toContainText("Answer at least one question");
});

test("someone signed in finds the same list among their pages", async ({
  page,
  sample,
  signInAs,
}) => {
  await signInAs("rater with requests waiting");
  await page.goto("/requests");
  await expect(page.getByRole("heading", { name: "Your feedback", level: 1 })).toBeVisible();
  const link = page.getByRole("link", { name: /^(Start|Continue): (?!Yourself)/ }).first();
  const name = (await link.getAttribute("aria-label"))?.replace(/^\w+: /, "") ?? "";
  await link.click();
  await answerAll(page, [3, 2, 4], "Keep asking the crew first.");
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toContainText(name);
  expect(page.url()).toContain(`${sample.url}/requests`);
});
