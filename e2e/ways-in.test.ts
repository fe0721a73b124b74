import type { Browser, BrowserContext, Page } from "@playwright/test";
import { codeAt } from "../app/features/identity/testing/code-at.ts";
import { expect, phone, shoot, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Accounts change here, so this journey has a server of its own; reached by a name, as passkeys are for names alone.
test.describe.configure({ mode: "serial" });

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample(), named: true });
});
test.afterAll(() => server.stop());

const someone = () => server.signIn("manager with a released report");
const other = () => server.signIn("manager choosing raters");
const contextOf = (browser: Browser, more = {}) =>
  browser.newContext({ baseURL: server.url, viewport: phone, ...more });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function passwordOn(page: Page, { email, password } = someone()): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await button(page, "Sign in").click();
}

/** Pictures of a page in every look and both languages. */
async function picture(context: BrowserContext, address: string, name: string): Promise<void> {
  const page = await context.newPage();
  for (const language of ["de", "en"]) {
    await context.addCookies([{ name: "twohats-language", value: language, url: server.url }]);
    await shootInEveryLook(page, `${name}-${language}`, address);
  }
  await page.close();
}

/** A device with passkeys, as Chromium plays one. @returns what is in it, and how to put things there. */
async function deviceWithPasskeys(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal" },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () =>
      (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    setVerified: (isUserVerified: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

test("a link in a letter signs in once, by a button, however many programs looked at it first; without JavaScript", async ({
  browser,
}) => {
  const context = await contextOf(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: /passkey/ }), "no script, no passkeys").toHaveCount(
    0,
  );
  await page.getByRole("link", { name: "Send me a link instead" }).click();
  await page.getByLabel("E-mail address").fill("nobody at all");
  await button(page, "Send me a link").click();
  await expect(page.getByRole("alert")).toContainText("Enter your e-mail address");
  await expect(page.getByLabel("E-mail address")).toHaveValue("nobody at all");
  const asked = [];
  for (const address of ["nobody@harbourline.example", other().email]) {
    await page.goto("/sign-in/link");
    await page.getByLabel("E-mail address").fill(address);
    await button(page, "Send me a link").click();
    await expect(page.getByRole("heading", { name: "Look in your mailbox" })).toBeVisible();
    asked.push(await page.locator("main").textContent());
  }
  expect(asked[0], "known or not, it says the same").toBe(asked[1]);
  const letter = await server.mailbox.next(other().email, /Your link to sign in/);
  const link = letter.links.find((each) => each.includes("/sign-in/link/")) ?? "";

  const scanner = await contextOf(browser);
  for (const look of [
    () => scanner.request.head(link),
    () => scanner.request.get(link),
    () => scanner.request.get(link, { headers: { "user-agent": "MailScanner/1.0" } }),
    () => scanner.request.get(link),
  ])
    expect((await look()).status()).toBe(200);
  expect(
    (await scanner.cookies()).filter(({ name }) => name.includes("session")),
    "whoever only looks is not signed in",
  ).toEqual([]);
  const elsewhere = await scanner.request.post(link, {
    headers: { origin: "https://evil.example" },
    form: {},
  });
  expect(elsewhere.status(), "another site's form signs nobody in").toBe(403);
  await picture(scanner, link, "link-take");

  await page.goto(link);
  await expect(page.getByText(`you are signed in as ${other().email}`)).toBeVisible();
  await button(page, "Sign in").click();
  await page.waitForURL(/\/home$/);
  const late = await scanner.newPage();
  expect((await late.goto(link))?.status()).toBe(410);
  await expect(late.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await expectReadable(late, "/sign-in/link");
  await expectReadable(late, "/sign-in/link?asked");
  await expectReadable(late, link);
  await picture(scanner, link, "link-ended");
  await picture(scanner, "/sign-in", "sign-in");
  await picture(scanner, "/sign-in/link", "link-ask");
  await picture(scanner, "/sign-in/link?asked", "link-asked");
});

test("a passkey is added after a lately shown proof, signs in without password and code, and opens nothing once removed", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  const device = await deviceWithPasskeys(page);
  await passwordOn(page);
  await page.waitForURL(/\/home$/);
  await context.clearCookies({ name: "twohats-recent" });
  await page.goto("/account");
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Is it still you?" })).toBeVisible();
  await page.getByLabel("Your password").fill(someone().password);
  await button(page, "It is me").click();
  await expect(page.getByRole("heading", { name: "Add a passkey" })).toBeVisible();
  await expectReadable(page, "/account/passkeys");
  await picture(context, "/account/passkeys", "passkey-add");

  await page.goto("/account/passkeys");
  const name = page.getByLabel("What is it called?");
  await expect(name).toHaveValue("Chrome, Linux");
  await name.fill(" ");
  await button(page, "Create the passkey").click();
  await expect(page.getByRole("alert").first()).toContainText("Give it a name");
  expect(await device.passkeys(), "no device is asked before").toHaveLength(0);
  await name.fill("Work laptop");
  await button(page, "Create the passkey").click();
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  expect(await device.passkeys()).toHaveLength(1);
  const list = page.getByRole("region", { name: "Passkeys" });
  await expect(list.getByRole("listitem")).toContainText("Work laptop");
  await server.mailbox.next(someone().email, /A passkey opens your Twohats account/);
  await expectReadable(page, "/account");
  await picture(context, "/account", "account");

  await page.goto("/account/passkeys");
  await button(page, "Create the passkey").click();
  await expect(page.getByRole("alert").last()).toContainText("has a passkey for your account");

  await context.clearCookies();
  await page.goto("/sign-in?next=%2Faccount");
  await shoot(page, "sign-in-passkey");
  await button(page, "Sign in with a passkey").click();
  await page.waitForURL(/\/account$/);
  await expect(list.getByRole("listitem")).toContainText("last used on");

  await context.clearCookies({ name: "twohats-recent" });
  await button(page, "Remove the passkey Work laptop").click();
  await expect(page.getByRole("heading", { name: "Is it still you?" })).toBeVisible();
  await picture(context, "/account/confirm", "confirm-passkey");
  await button(page, "Use a passkey").click();
  await page.waitForURL(/\/account$/);
  await button(page, "Remove the passkey Work laptop").click();
  await expect(page.getByText("The passkey is removed")).toBeVisible();
  await server.mailbox.next(someone().email, /A passkey of your Twohats account was removed/);

  await context.clearCookies();
  await page.goto("/sign-in");
  await button(page, "Sign in with a passkey").click();
  await expect(page.getByRole("alert").last()).toContainText("We don’t know this passkey");
  await expectReadable(page, "/sign-in");
  await page.goto("/home");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a passkey needs its holder to unlock it, and stands for the second step as well", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  const device = await deviceWithPasskeys(page);
  await passwordOn(page);
  await page.waitForURL(/\/home$/);
  await page.goto("/account/passkeys");
  await button(page, "Create the passkey").click();
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await page.getByRole("link", { name: "Add a second step" }).click();
  await page.getByLabel("Your password", { exact: true }).fill(someone().password);
  await button(page, "Continue").click();
  const typed = (await page.locator("p.select-all").textContent()) ?? "";
  const secret = typed.replaceAll(/\s/g, "");
  await page.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await button(page, "Turn it on").click();
  await page.getByRole("link", { name: "I have kept them" }).click();

  await context.clearCookies();
  await device.setVerified(false);
  await page.goto("/sign-in");
  await button(page, "Sign in with a passkey").click();
  await expect(page.getByRole("alert").last()).toContainText("No passkey was used");
  await device.setVerified(true);
  await button(page, "Sign in with a passkey").click();
  await page.waitForURL(/\/home$/);
});

test("another address takes both mailboxes' word; every device is signed out then, and the old one could have stopped it", async ({
  browser,
}) => {
  const fresh = "nora.new@harbourline.example";
  const context = await contextOf(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await passwordOn(page, other());
  await page.waitForURL(/\/home$/);
  const askFor = async (address: string) => {
    await page.goto("/account");
    await page.getByRole("region", { name: "Your e-mail address" }).getByRole("link").click();
    await page.getByLabel("New e-mail address").fill(address);
    await button(page, "Ask both addresses").click();
  };
  await askFor("no address");
  await expect(page.getByRole("alert")).toContainText("Enter an e-mail address");
  await expect(page.getByLabel("New e-mail address")).toHaveValue("no address");
  await picture(context, "/account/address", "address-ask");
  await askFor(fresh);
  await expect(page.getByText("Both addresses get a letter.")).toBeVisible();
  await expect(page.getByText("unless you stop it")).toBeVisible();
  await picture(context, "/account", "address-waits");
  await button(page, "Stop the change").click();
  await expect(page.getByText("The change is stopped")).toBeVisible();
  server.mailbox.mails.length = 0;
  await askFor(fresh);

  const linkIn = async (to: string, subject: RegExp) =>
    (await server.mailbox.next(to, subject)).links.find((each) => each.includes("/new-address/")) ??
    "";
  const toOld = await linkIn(other().email, /Do you want to sign in/);
  const toNew = await linkIn(fresh, /Is this your address/);
  const reader = await contextOf(browser);
  for (const link of [toOld, toNew]) {
    expect((await reader.request.get(link)).status()).toBe(200);
    await expectReadable(await reader.newPage(), link);
  }
  await picture(reader, toOld, "address-old");
  await picture(reader, toNew, "address-new");
  const mailbox = await reader.newPage();
  await mailbox.goto(toNew);
  await button(mailbox, "It is mine").click();
  await expect(mailbox.getByText("Thank you.")).toBeVisible();
  await page.goto("/home");
  await expect(page, "nothing has happened yet").toHaveURL(/\/home$/);
  await mailbox.goto(toOld);
  await button(mailbox, "It is right").click();
  await expect(
    mailbox
      .getByText("The account has its new address.")
      .or(mailbox.getByText("This link has ended"))
      .first(),
  ).toBeVisible();
  await page.goto("/home");
  await expect(page).toHaveURL(/\/sign-in/);
  for (const address of [other().email, fresh])
    await server.mailbox.next(address, /with another address now/);
  await passwordOn(page, other());
  await expect(page.getByRole("alert")).toContainText("do not belong together");
  await passwordOn(page, { ...other(), email: fresh });
  await page.waitForURL(/\/home$/);
});

test("another site gets nothing that opens an account, and is asked nothing", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  await signIn(context, server.url, server.signIn("HR administrator"));
  for (const [address, form] of [
    ["/sign-in/passkey", { intent: "begin" }],
    ["/account/confirm/passkey", { intent: "begin" }],
    ["/account/address", { intent: "stop" }],
    ["/account/passkeys", { intent: "add", name: "x", response: "{}" }],
  ] as const) {
    const answer = await context.request.post(`${server.url}${address}`, {
      ...{ form, maxRedirects: 0 },
      headers: { origin: "https://evil.example" },
    });
    expect([address, answer.status()]).toEqual([address, 403]);
  }
});
