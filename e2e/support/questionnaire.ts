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
 * From a questionnaire's first page to having sent it, as a person does it: one part after the other on a narrow
 * screen, all of them on one page on a wide one.
 * @param choices one per part, in turn: which answer every question of the part gets.
 */
export async function answerAll(page: Page, choices: readonly number[], words: string) {
  const intro = page.url();
  await page.getByRole("link", { name: /^(Start|Go on where you stopped)$/ }).click();
  await page.waitForURL((url) => url.href !== intro);
  const parts = page.locator("[data-part]");
  const count = await parts.count();
  const wide = await page.locator("[data-part]:not([data-current])").first().isVisible();
  for (let index = 0; index < count; index += 1) {
    const part = parts.nth(index);
    await expect(part).toBeVisible();
    for (const box of await part.getByRole("textbox").all()) await box.fill(words);
    for (const question of await part.getByRole("group").all())
      await question
        .getByRole("radio")
        .nth((choices[index % choices.length] ?? 3) - 1)
        .check();
    if (!wide) await part.getByRole("button", { name: /^Save and/ }).click();
  }
  if (wide) await page.getByRole("button", { name: "Save and look it over" }).last().click();
  await expect(page.getByRole("heading", { name: "Before you send" })).toBeVisible();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeVisible();
}
