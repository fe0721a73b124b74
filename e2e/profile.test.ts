import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { expect, shoot, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { expectReadable, expectWithoutScript } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Role, type Server, startServer } from "./support/server.ts";

// Somebody's language and letters change here, so this journey has a server of its own; its tests build on each other.
test.describe.configure({ mode: "serial" });

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
});
test.afterAll(() => server.stop());

const own = () => server.signIn("manager with a released report");
const field = (page: Page, name: RegExp) => page.getByRole("textbox", { name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function as(browser: Browser, role: Role, options = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  await signIn(context, server.url, server.signIn(role));
  return context.newPage();
}

test("somebody says how they are called and what they read, and pages speak it at once", async ({
  browser,
}) => {
  const page = await as(browser, "manager with a released report");
  await page.goto("/account");
  await page.getByRole("main").getByRole("link", { name: "About you" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await expect(page.getByText("You have chosen nothing yourself so far")).toBeVisible();
  await expectReadable(page, "/account/profile");
  await expectWithoutScript(browser, page.context(), server.url, ["/account/profile"]);

  await page.goto("/account/profile");
  await field(page, /^Pronouns/).fill("x".repeat(61));
  await press(page, "Save");
  await expect(page.getByRole("alert")).toContainText("Pronouns is too long: 60 letters at most");
  await field(page, /^Preferred name/).fill("Rodel Bautista");
  await field(page, /^Pronouns/).fill("she/her");
  await press(page, "Save");
  await expect(page.getByRole("alert")).toContainText("A colleague goes by this name");
  await expect(field(page, /^Pronouns/), "what was typed stays").toHaveValue("she/her");
  await field(page, /^Preferred name/).fill("Mimi");
  await field(page, /^Pronunciation/).fill("MEE-mee");
  await page.getByRole("combobox", { name: /^Language/ }).selectOption("Deutsch");
  await page.getByRole("combobox", { name: /^Time zone/ }).selectOption("Asia/Tokyo");
  await press(page, "Save");
  await expect(page.getByRole("heading", { level: 1, name: "Über Sie" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText("Gespeichert. Von jetzt an ist es Ihre eigene Wahl.")).toBeVisible();
  const chosen = page.getByRole("region", { name: "Was Sie selbst gewählt haben" });
  await expect(chosen.getByRole("listitem")).toHaveCount(5);
  await expect(chosen).toContainText("Sie haben gewählt: Deutsch");
  await expectReadable(page, "/account/profile");
  await shootInEveryLook(page, "profile-chosen");
  await page.goto("/home");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("a browser that was told another language follows the choice as well, without scripts", async ({
  browser,
}) => {
  const page = await as(browser, "manager choosing raters", { javaScriptEnabled: false });
  await page.goto("/account/profile");
  for (const told of ["Deutsch", "English"]) {
    await page.getByRole("button", { name: told }).first().click();
    await page.goto("/account/profile");
  }
  await page.getByRole("combobox", { name: /^Language/ }).selectOption("Deutsch");
  await press(page, "Save");
  await expect(page.getByRole("heading", { level: 1, name: "Über Sie" })).toBeVisible();
  await press(page, "Zurückgeben: Sprache");
  await expect(page.getByText(/Given back|Zurückgegeben/)).toBeVisible();
});

test("colleagues see how a name is said, where they look for it", async ({ browser }) => {
  const page = await as(browser, "rater with requests waiting");
  await page.goto("/search?q=Mimi");
  await expect(page.getByRole("main")).toContainText("MEE-mee · she/her");
  await page.getByRole("main").getByRole("link", { name: /^Mimi/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mimi");
  await expect(page.getByText("MEE-mee")).toBeVisible();
  await shootInEveryLook(page, "person-said");
  await page.goto("/people?q=Mimi");
  await expect(page.getByRole("row").filter({ hasText: "Mimi" })).toContainText(
    "MEE-mee · she/her",
  );
});

test("a file that says otherwise keeps the choice, and the review names it", async ({
  browser,
}) => {
  const page = await as(browser, "HR administrator");
  await page.goto("/people/import");
  const { email, name } = own();
  const content = `Name,Email,Language,Pronouns,Location\n${name},${email},English,they/them,Leith\n`;
  await page
    .getByLabel("People file")
    .setInputFiles({ name: "hr.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await press(page, "Upload and review");
  await expect(page.getByText("Kept as they chose: language of 1 person")).toBeVisible();
  await expect(page.getByText("Kept as they chose: pronouns of 1 person")).toBeVisible();
  await page.getByRole("link", { name: /^Kept as chosen/ }).click();
  const row = page.getByRole("row").filter({ hasText: "Pronouns" });
  await expect(row).toContainText("she/her");
  await expect(row).toContainText("they/them");
  await shootInEveryLook(page, "import-kept");
  await press(page, "Confirm import");
  await expect(page.getByText("2 details stayed as their people chose them")).toBeVisible();
});

test("HR is warned before replacing a choice, and the person reads of it in their language", async ({
  browser,
}) => {
  const page = await as(browser, "HR administrator");
  await page.goto("/people?q=Mimi");
  await page.getByRole("row").filter({ hasText: "Mimi" }).getByRole("link").first().click();
  await expect(page.getByText("MEE-mee")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByText("They chose this themselves.").first()).toBeVisible();
  await expect(field(page, /^Location/), "what else the file said").toHaveValue("Leith");
  await field(page, /^Pronouns/).fill("he/him");
  await press(page, "Save");
  await expect(page.getByRole("alert")).toContainText("Pronouns is their own choice");
  await expect(field(page, /^Pronouns/)).toHaveValue("he/him");
  await shootInEveryLook(page, "hr-form-warned");
  await page.getByLabel("Replace what they chose by what I typed").check();
  await press(page, "Save");
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("As the organisation has it again: Pronouns")).toBeVisible();
  await expect(page.getByText("By themselves").first()).toBeVisible();
  await shootInEveryLook(page, "history-self");
  const letter = await server.mailbox.next(own().email, /wurde etwas geändert/);
  expect(letter.text).toContain("was Sie selbst gewählt hatten: Pronomen.");
  expect(letter.text).not.toContain("he/him");
  expect(letter.html).toContain('lang="de"');
});

test("what is given back is as the organisation has it", async ({ browser }) => {
  const page = await as(browser, "manager with a released report");
  await page.goto("/account/profile");
  await expect(page.getByText("Ihre Organisation hat: Englisch")).toBeVisible();
  await press(page, "Zurückgeben: Sprache");
  await expect(page.getByText("Given back. It is as your organisation has it.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("letters that only help along can be done without; the others are named", async ({
  browser,
}) => {
  const page = await as(browser, "manager with a released report");
  await page.goto("/account/letters");
  await expect(page.getByText("About your account: a new password")).toBeVisible();
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(7);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await page.getByRole("checkbox", { name: /^Reminders to give feedback/ }).uncheck();
  await press(page, "Save");
  await expect(page.getByText("Saved. Letters that were on their way")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Reminders to give/ })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Thanks/ })).toBeChecked();
  await expectReadable(page, "/account/letters");
  await shootInEveryLook(page, "own-letters");
});

test("what is kept of somebody is a page to read and to print, and has all that the file has", async ({
  browser,
}) => {
  const page = await as(browser, "manager with a released report");
  await page.goto("/account");
  await page.getByRole("link", { name: "Read it" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "What is kept about you" }),
  ).toBeVisible();
  const main = page.getByRole("main");
  for (const words of ["MEE-mee", "Tokyo", "Reminders to give feedback", "Leith", own().email])
    await expect(main).toContainText(words);
  for (const title of ["Your account", "You in the directory", "Letters to you", "Your reports"])
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(main).not.toContainText(/\{|\[object|undefined|null|T\d\d:\d\d/);
  await expectReadable(page, "/account/record");
  await expectWithoutScript(browser, page.context(), server.url, ["/account/record"]);
  await page.goto("/account/record");
  await shootInEveryLook(page, "record");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download it as a file" }).click();
  const kept = JSON.parse(readFileSync(await (await downloading).path(), "utf8"));
  const text = ((await main.textContent()) ?? "").replaceAll(/\s+/g, " ");
  for (const { subject } of kept.letters) expect(text).toContain(subject.replaceAll(/\s+/g, " "));
  for (const { round } of kept.asked) expect(text).toContain(round);
  expect(kept.declinedLetters).toEqual(["reminder"]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Download it as a file" })).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByText("MEE-mee").first()).toBeVisible();
  await shoot(page, "record-print");
});

test("whoever administers without a record is told why there is nothing to choose", async ({
  browser,
}) => {
  const page = await as(browser, "HR administrator");
  await page.goto("/account/letters");
  await expect(page.getByRole("heading", { level: 1, name: "Letters you get" })).toBeVisible();
  await page.goto("/account/profile");
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
});
