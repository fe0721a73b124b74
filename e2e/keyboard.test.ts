import type { Locator, Page } from "@playwright/test";
import { desk, expect, phone, test } from "./support/journey.ts";
import { questionsOf } from "./support/questionnaire.ts";
import { freshLink } from "./support/raters.ts";

const MOST_STOPS = 150;

/** Presses Tab until something has the focus, and sees that the focus shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} was not reached with Tab`);
}

async function press(page: Page, role: "button" | "link", name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole("main").getByRole(role, { name }).first());
  await page.keyboard.press("Enter");
}

test("the questionnaire is answered and sent with the keyboard alone", async ({ page, sample }) => {
  await page.setViewportSize(phone);
  await page.goto(await freshLink(sample, page));
  await press(page, "link", /^Start: (?!Yourself)/);
  await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
  await press(page, "link", "Start");
  await expect(questionsOf(page).first()).toBeVisible();
  for (let screen = 0; screen < 40; screen += 1) {
    const title = page.getByRole("heading", { level: 2 });
    if ((await title.textContent()) === "Before you send") break;
    const here = page.url();
    for (let question = 0; question < (await questionsOf(page).count()); question += 1) {
      // Into the group, where Tab stops once; a number chooses, in the first question an arrow.
      await tabTo(page, questionsOf(page).nth(question).getByRole("radio").first());
      await page.keyboard.press(question === 0 ? "ArrowRight" : "3");
      const chosen = questionsOf(page).nth(question).getByRole("radio", { checked: true });
      await expect(chosen).toBeFocused();
    }
    await press(page, "button", /^Save and/);
    await expect(page).not.toHaveURL(here);
  }
  await press(page, "button", "Send my answers");
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
});

test("a cycle is set up with the keyboard alone, as far as the button that launches it", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize(desk);
  await signInAs("HR administrator");
  await page.goto("/cycles");
  // The first stop of a page leads past the navigation.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await press(page, "link", "Start a round");

  await tabTo(page, page.getByLabel("Name of the round"));
  await press(page, "button", "Save and choose participants");
  await expect(page.getByRole("alert")).toBeFocused();
  await press(page, "link", /name/i);
  await expect(page.getByLabel("Name of the round")).toBeFocused();
  await page.keyboard.type("By keyboard");
  await press(page, "button", "Save and choose participants");

  await expect(page.getByRole("heading", { name: "Who gets feedback?" })).toBeVisible();
  const person = page.getByRole("table").getByRole("checkbox").first();
  await tabTo(page, person);
  await page.keyboard.press("Space");
  await expect(person).toBeChecked();
  await press(page, "button", "Save and continue");

  await expect(page.getByRole("heading", { name: "Who rates them?" })).toBeVisible();
  await press(page, "link", /continue/i);

  const last = dayLikeItsMonth();
  const [year, month, day] = last.split("-");
  await tabTo(page, page.getByLabel("Last day for answers"));
  await page.keyboard.type(`${day}${month}${year}`);
  await expect(page.getByLabel("Last day for answers")).toHaveValue(last);
  await press(page, "button", "Save and continue");

  await expect(page.getByRole("heading", { name: "What do the letters say?" })).toBeVisible();
  await press(page, "button", "Save and continue");
  await expect(page.getByRole("heading", { name: "Ready?" })).toBeVisible();
  await tabTo(page, page.getByRole("main").getByRole("button", { name: /^Launch: ask/ }));
});

/**
 * The next day such as 12 December: typed the same in browsers that begin with the month and those that begin with the
 * day.
 */
function dayLikeItsMonth(): string {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDate() !== day.getUTCMonth() + 1);
  return day.toISOString().slice(0, 10);
}
