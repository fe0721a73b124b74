import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { codeAt } from "../app/features/identity/testing/code-at.ts";
import { expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Passwords and sessions change here, so this journey has a server of its own.
test.describe.configure({ mode: "serial" });

const FIRST_NEW = "vier alte Faehren";
const SECOND_NEW = "neun neue Nebel";
let server: Server;

test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
});
test.afterAll(() => server.stop());

const someone = () => server.signIn("manager with a released report");
const enter = async (page: Page, password: string) => {
  await page.getByLabel("E-mail address").fill(someone().email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};
const signedIn = async (browser: Browser) => {
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context, server.url, someone());
  return context.newPage();
};

test("a forgotten password is replaced by the link in a letter, without JavaScript; every device is signed out", async ({
  browser,
}) => {
  const other = await signedIn(browser);
  const context = await browser.newContext({
    ...{ baseURL: server.url, javaScriptEnabled: false, viewport: phone },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByLabel("E-mail address").fill("nobody at all");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your e-mail address");
  await expect(page.getByLabel("E-mail address")).toHaveValue("nobody at all");
  await shoot(page, "password-forgotten");
  const asked = [];
  for (const address of ["nobody@harbourline.example", someone().email]) {
    await page.goto("/new-password");
    await page.getByLabel("E-mail address").fill(address);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Look in your mailbox" })).toBeVisible();
    asked.push(await page.locator("main").textContent());
  }
  expect(asked[0], "known or not, it says the same").toBe(asked[1]);
  await shoot(page, "password-asked");

  const letter = await server.mailbox.next(someone().email, /Choose a new password/);
  const link = letter.links.find((each) => each.includes("/new-password/")) ?? "";
  await page.goto(link);
  await page.getByLabel("New password").fill("Password2026");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("too easily guessed");
  await page.getByLabel("New password").fill(FIRST_NEW);
  await shoot(page, "password-new");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.waitForURL(/\/home$/);
  await server.mailbox.next(someone().email, /was changed/);
  await other.goto("/home");
  await expect(other, "signed out").toHaveURL(/\/sign-in/);

  const again = await browser.newContext({ baseURL: server.url });
  const late = await again.newPage();
  expect((await late.goto(link))?.status()).toBe(410);
  await expect(late.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await expectReadable(late, "/new-password");
  await expectReadable(late, "/new-password?asked");
  await late.goto("/sign-in");
  await enter(late, someone().password);
  await expect(late.getByRole("alert")).toContainText("do not belong together");
  await enter(late, FIRST_NEW);
  await late.waitForURL(/\/home$/);
});

test("under one's name are the devices one is signed in on, each to be signed out, and the password to be changed", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url });
  const desk = await context.newPage();
  await desk.goto("/sign-in");
  await enter(desk, FIRST_NEW);
  await desk.waitForURL(/\/home$/);
  await desk.getByRole("link", { name: someone().name }).first().click();
  await expect(desk.getByRole("heading", { name: "Your account" })).toBeVisible();
  const devices = desk
    .getByRole("region", { name: "Where you are signed in" })
    .getByRole("listitem");
  await expect(devices).toHaveCount(3);
  await expectReadable(desk, "/account");
  await desk.setViewportSize({ width: 1440, height: 900 });
  await shoot(desk, "account");
  const downloading = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "Download it as a file" }).click();
  const kept = JSON.parse(readFileSync(await (await downloading).path(), "utf8"));
  expect(kept.person.name).toBe(someone().name);
  expect(kept.reports.length).toBeGreaterThan(0);

  await devices.getByRole("button").first().click();
  await expect(desk.getByText("Signed out there.")).toBeVisible();
  await expect(devices).toHaveCount(2);

  await desk.getByLabel("Your password now").fill("not this one");
  await desk.getByLabel("New password").fill(SECOND_NEW);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByRole("alert")).toContainText("This is not your password");
  await desk.getByLabel("Your password now").fill(FIRST_NEW);
  await desk.getByLabel("New password").fill(SECOND_NEW);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByText("Your password is changed.")).toBeVisible();
  await expect(devices).toHaveCount(1);
  await expect(desk.getByText("On this device alone.")).toBeVisible();
});

test("a second step is added with an app's code, asked for after the password, and a recovery code stands in for it", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url, viewport: phone });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await enter(page, SECOND_NEW);
  await page.waitForURL(/\/home$/);
  await page.goto("/account");
  await page.getByRole("link", { name: "Add a second step" }).click();
  await page.getByLabel("Your password", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not your password");
  await page.getByLabel("Your password", { exact: true }).fill(SECOND_NEW);
  await page.getByRole("button", { name: "Continue" }).click();
  const picture = page.getByRole("img", { name: "A picture for the camera of your app" });
  await expect(picture).toBeVisible();
  await shoot(page, "second-step-scan");
  const letters = page.locator("p.select-all");
  const typed = (await letters.textContent()) ?? "";
  const secret = typed.replaceAll(/\s/g, "");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("alert")).toContainText("This code is not right");
  await expect(letters, "the same secret").toHaveText(typed);
  await page.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const shown = page.getByRole("region", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  await shoot(page, "second-step-codes");
  await server.mailbox.next(someone().email, /takes a code now/);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expectReadable(page, "/account");
  await expectReadable(page, "/account/second-factor");

  const elsewhere = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const other = await elsewhere.newPage();
  await other.goto("/sign-in?next=%2Freports");
  await enter(other, SECOND_NEW);
  await expect(other.getByRole("heading", { name: "One more step" })).toBeVisible();
  await shoot(other, "second-step-code");
  await other.goto("/home");
  await expect(other, "the password alone opens nothing").toHaveURL(/\/sign-in/);
  await other.goto("/sign-in/code?next=%2Freports");
  await other.getByLabel("Code", { exact: true }).fill("123456");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("alert")).toContainText("This code is not right");
  await other.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL(/\/reports/);
  await server.mailbox.next(someone().email, /recovery code/);

  await page.goto("/account/second-factor");
  await page.getByLabel("Code", { exact: true }).fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Turn the second step off" }).click();
  await expect(page.getByText("Signing in takes the password alone again.")).toBeVisible();
  await server.mailbox.next(someone().email, /takes no code any more/);
});
