import type { Browser, Page } from "@playwright/test";
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
