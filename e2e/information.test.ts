import type { Browser, Page } from "@playwright/test";
import { languageCookie } from "../app/platform/i18n/language-wishes.server.ts";
import { expect, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { freshLink } from "./support/raters.ts";
import { expectReadable, expectWithoutScript } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Role, type Server, startServer } from "./support/server.ts";

// What is published waits for everybody, so this journey has a server of its own; its tests build on each other.
test.describe.configure({ mode: "serial" });

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
});
test.afterAll(() => server.stop());

const TITLE = "What happens to your data";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const isTitled = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

async function as(browser: Browser, role: Role, options = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  await signIn(context, server.url, server.signIn(role));
  return context.newPage();
}

async function inGerman(page: Page) {
  const [name = "", value = ""] = ((await languageCookie.keep("de")).split(";")[0] ?? "").split(
    "=",
  );
  await page.context().addCookies([{ name, value, url: server.url }]);
}

test("without JavaScript an owner writes a text, looks at it and publishes it; before that nobody sees anything", async ({
  browser,
}) => {
  const page = await as(browser, "HR administrator", { javaScriptEnabled: false });
  await page.goto("/privacy");
  await page.getByRole("link", { name: "What people are told" }).click();
  await isTitled(page, "What people are told of their data");
  await page.getByRole("link", { name: "Write a text: Everybody with an account" }).click();
  await expect(page.getByText("Save a draft, then you can publish it here.")).toBeVisible();
  const text = page.getByLabel("The text: English");
  await expect(text).toHaveValue(/\{\{retention\}\}/);
  await text.fill("We keep {{years}}");
  await press(page, "Save the draft");
  await expect(page.getByRole("alert")).toContainText(
    "“years” in double braces means nothing here",
  );
  await expect(text, "what was typed stays").toHaveValue("We keep {{years}}");
  await page.goto("/privacy/information/members");
  await press(page, "Save the draft");
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await press(page, "Publish this version");
  await expect(page.getByRole("alert")).toContainText("Say who is responsible.");
  await page.getByLabel("Who is responsible").fill("Harbour Ltd\nQuay 1, 20457 Hamburg");
  await page.getByLabel("Whom to ask").fill("data@harbour.test");
  await press(page, "Save the draft");
  const other = await as(browser, "manager with a released report");
  await other.goto("/home");
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText(TITLE);
  await page.getByRole("main").getByText("Deutsch", { exact: true }).click();
  await expect(page.getByText("Wer verantwortlich ist", { exact: true })).toBeVisible();
  await expect(page.getByText(/mindestens 3 Personen/)).toBeVisible();
  await press(page, "Publish this version");
  // The writer reads it as everybody does, and comes back.
  await isTitled(page, TITLE);
  await press(page, "I have read it");
  await expect(page.getByText("Published. It is shown from now on.")).toBeVisible();
  // What was typed on a page that was open already is taken; the next page waits.
  await other.goto("/account/profile");
  await expect(other.getByText("There is something to read first")).toBeVisible();
});

test("everybody sees it after signing in, and goes on to where they were going", async ({
  browser,
}) => {
  const page = await as(browser, "manager with a released report", { javaScriptEnabled: false });
  await page.goto("/people?q=maria");
  await isTitled(page, TITLE);
  await expect(page.getByText("Harbour Ltd")).toBeVisible();
  await expect(page.getByText(/Reports about people: no end is set/)).toBeVisible();
  await page.getByRole("link", { name: "Not now" }).click();
  await isTitled(page, "Your account");
  await expect(page.getByText("There is something to read first")).toBeVisible();
  await page.goto("/account/profile");
  await isTitled(page, "About you");
  await page.goto("/people?q=maria");
  await press(page, "I have read it");
  await expect(page).toHaveURL(/\/people\?q=maria$/);
  await page.goto("/account");
  await page.getByRole("link", { name: "Read what you are told" }).click();
  await expect(page.getByText(/You were shown it on/)).toBeVisible();
});

test("what has to be agreed to is agreed to, kept in one's record, and taken back again", async ({
  browser,
}) => {
  const hr = await as(browser, "HR administrator");
  await hr.goto("/privacy/information/members");
  await hr.getByRole("radio", { name: /^They agree to it/ }).check();
  await hr
    .getByLabel("The text: English")
    .fill("# In short\n\nWe ask, you answer.\n\n{{retention}}");
  await press(hr, "Save the draft");
  await expect(hr.getByText("The draft is saved.")).toBeVisible();
  await expectReadable(hr, "/privacy/information/members");
  await press(hr, "Publish this version");
  await isTitled(hr, TITLE);
  await press(hr, "I agree");
  await expect(hr.getByText("Published. It is shown from now on.")).toBeVisible();
  await hr.goto("/privacy/information/members/versions");
  await expect(hr.getByText("Not in the other").first()).toBeVisible();
  await expect(hr.getByText("We ask, you answer.")).toBeVisible();

  const page = await as(browser, "manager with a released report");
  await page.goto("/reports");
  await expect(page.getByText("You need not agree.")).toBeVisible();
  await press(page, "I agree");
  await expect(page).toHaveURL(/\/reports$/);
  await page.goto("/account/information");
  await expect(page.getByText(/You agreed on/)).toBeVisible();
  await press(page, "Take it back");
  await expect(page.getByText("You took your agreement back", { exact: true })).toBeVisible();
  await page.goto("/account/letters");
  for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  await page.goto("/reports");
  await isTitled(page, TITLE);
  await page.goto("/account");
  await expect(page.getByText("There is something to read first")).toBeVisible();
});

test("whoever comes by link is told before the first question, without JavaScript, and may decline it", async ({
  browser,
}) => {
  const hr = await as(browser, "HR administrator");
  await hr.goto("/privacy/information/raters");
  await expect(hr.getByLabel("Whom to ask")).toHaveValue("data@harbour.test");
  await hr.getByRole("radio", { name: /^They agree to it/ }).check();
  await press(hr, "Save the draft");
  await expect(hr.getByText("The draft is saved.")).toBeVisible();
  await press(hr, "Publish this version");
  await expect(hr.getByText("Published. It is shown from now on.")).toBeVisible();

  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const link = await freshLink(server, page);
  await page.goto(link);
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  await isTitled(page, TITLE);
  await expect(page.getByText("is kept on this device alone")).toBeVisible();
  await press(page, "Not now");
  await expect(page.getByText("Then nothing is asked of you")).toBeVisible();
  await page.goto(link);
  await page
    .getByRole("link", { name: /^Start: (?!Yourself)/ })
    .first()
    .click();
  await press(page, "I agree");
  await expect(page).toHaveURL(/\/r\/[^/]+\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
  await page.getByRole("link", { name: TITLE }).click();
  await press(page, "Take it back");
  await expect(page.getByText("You took your agreement back", { exact: true })).toBeVisible();
});

/** Each of the pages with whoever reads it. */
async function everyPage(browser: Browser) {
  const hr = await as(browser, "HR administrator");
  const member = await as(browser, "rater with requests waiting");
  const rater = await (await browser.newContext({ baseURL: server.url })).newPage();
  const link = new URL(await freshLink(server, rater)).pathname;
  return [
    [hr, "/privacy/information", "information"],
    [hr, "/privacy/information/participants", "text"],
    [hr, "/privacy/information/members/versions", "versions"],
    [member, "/account/information", "own"],
    [member, "/account", "account"],
    [rater, `${link}/information`, "rater"],
  ] as const;
}

test("all of it can be read on every screen", async ({ browser }) => {
  const pages = await everyPage(browser);
  for (const [page, address] of pages) await expectReadable(page, address);
  const member = pages[3][0];
  await expectWithoutScript(browser, member.context(), server.url, ["/account/information"]);
});

for (const language of ["en", "de"])
  test(`its pictures: ${language}`, async ({ browser }) => {
    test.skip(!process.env.TWOHATS_SHOTS, "nobody wants them");
    for (const [page, address, name] of await everyPage(browser)) {
      if (language === "de") await inGerman(page);
      await shootInEveryLook(page, `${name}-${language}`, address);
    }
  });
