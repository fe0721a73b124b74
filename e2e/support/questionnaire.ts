import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** The questions of the screen, each a group of radios named by its text. */
export function questionsOf(page: Page): Locator {
  return page.getByRole("main").getByRole("group");
}

/** Answers every question of the screen with its nth choice, from 1. */
export async function answerScreen(page: Page, choice: number): Promise<void> {
  for (const question of await questionsOf(page).all()) {
    await question
      .getByRole("radio")
      .nth(choice - 1)
      .check();
  }
}

/**
 * From a questionnaire's first page to having sent it, as a person does it.
 * @param choices one per screen, in turn: which answer every question of the screen gets.
 */
export async function answerAll(page: Page, choices: readonly number[], words: string) {
  const intro = page.url();
  await page.getByRole("link", { name: /^(Start|Go on where you stopped)$/ }).click();
  await page.waitForURL((url) => url.href !== intro);
  for (let screen = 0; screen < 40; screen += 1) {
    if (await page.getByRole("heading", { name: "Before you send" }).isVisible()) break;
    if (await page.getByRole("heading", { name: "In your own words" }).isVisible()) {
      for (const box of await page.getByRole("textbox").all()) await box.fill(words);
    } else {
      await answerScreen(page, choices[screen % choices.length] ?? 3);
    }
    const here = page.url();
    await page.getByRole("button", { name: /^Save and/ }).click();
    await page.waitForURL((url) => url.href !== here);
  }
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
}
