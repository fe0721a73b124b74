import type { Browser, BrowserContext, Page } from "@playwright/test";
import { codeAt } from "../app/features/identity/testing/code-at.ts";
import { startOidcServer } from "../app/features/single-sign-on/testing/oidc-server.ts";
import { startSamlServer } from "../app/features/single-sign-on/testing/saml-server.ts";
import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { asOperator } from "./support/operator.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// By providers of others' making, on another site than ours. Who gets in changes here, so the server is its own.
test.describe.configure({ mode: "serial" });

const DOMAIN = "harbourline.example";
const OTHER = "Skerry Line";
const CLIENT = { id: "twohats", secret: "what only the two know" };

let server: Server;
let oidc: Awaited<ReturnType<typeof startOidcServer>>;
let saml: Awaited<ReturnType<typeof startSamlServer>>;
let start = "";
let secret = "";

test.beforeAll(async () => {
  const from = await preparedSample();
  const env = { PRIVATE_PROVIDERS: "allow" };
  server = await startServer({ command: "demo", from, tls: true, env });
});
test.afterAll(async () => {
  await oidc?.stop();
  await saml?.stop();
  await server.stop();
});

const owner = () => server.signIn("HR administrator");
const member = () => server.signIn("manager with a released report");
const contextOf = (browser: Browser) => browser.newContext({ baseURL: server.url });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function picture(context: BrowserContext, address: string, name: string): Promise<void> {
  const page = await context.newPage();
  for (const language of ["de", "en"]) {
    await context.addCookies([{ name: "twohats-language", value: language, url: server.url }]);
    await shootInEveryLook(page, `${name}-${language}`, address);
  }
  await expectReadable(page, address);
  await page.close();
}

/** Signs in at the provider, and the first time lets it tell us who that is. */
async function atProvider(page: Page, login: string, asks = true): Promise<void> {
  await page.waitForURL(/^http:\/\/localhost/);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill("any");
  await page.getByRole("button", { name: /sign-?in/i }).click();
  if (asks) await page.getByRole("button", { name: "Continue" }).click();
}

async function byPassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await button(page, "Sign in").click();
}

async function byCode(page: Page, code: string) {
  await page.waitForURL(/\/sign-in\/code/);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await button(page, "Sign in").click();
}

/** A code is good once; nobody waits half a minute for the next one here. */
const freshCodes = () => onDatabase(server.dataDir, "UPDATE auth.second_factor SET last_step = 0");

test("an owner proves a domain and adds a provider; what is wrong is said by field, and kept", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  await signIn(context, server.url, owner());
  const page = await context.newPage();
  await page.goto("/access");
  await page.getByRole("link", { name: "Single sign-on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Single sign-on" })).toBeVisible();
  start =
    (await page
      .getByText(/\/sign-in\/organisation\/[0-9a-f-]{36}$/)
      .first()
      .textContent()) ?? "";
  oidc = await startOidcServer(
    { ...CLIENT, redirectUri: `${start}/return` },
    {
      ailu: { email: `ailu.bongo@${DOMAIN}`, name: "A. Bongo" },
      owner: { email: owner().email, name: "Owner" },
      stranger: { email: `nobody@${DOMAIN}`, name: "Nobody" },
    },
  );
  await page.getByLabel("Domain", { exact: true }).fill("gmail.com");
  await button(page, "Add").click();
  await expect(page.getByRole("alert")).toContainText("Anybody can have an address there");
  await expect(page.getByLabel("Domain", { exact: true })).toHaveValue("gmail.com");
  await page.getByLabel("Domain", { exact: true }).fill(`@${DOMAIN}`);
  await button(page, "Add").click();
  await expect(page.getByText(`_twohats.${DOMAIN}`)).toBeVisible();
  await picture(context, "/access/sign-on", "sign-on-domain");
  // Nobody on this machine writes into DNS: as the operator would have confirmed it.
  await onDatabase(
    server.dataDir,
    "UPDATE sign_on_domain SET verified_by = 'operator', verified_at = now()",
  );

  await page.goto("/access/sign-on/new");
  await page.getByLabel("Name on the button").fill("Harbour account");
  await page.getByLabel("Issuer").fill("http://localhost:1");
  await page.getByLabel("Client ID").fill(CLIENT.id);
  await page.getByLabel("Client secret").fill(CLIENT.secret);
  await button(page, "Add the provider").click();
  await expect(page.getByRole("alert")).toContainText("Nobody answers there as this issuer");
  await expect(page.getByLabel("Name on the button")).toHaveValue("Harbour account");
  await page.getByLabel("Issuer").fill(oidc.issuer);
  await page.getByLabel("Client secret").fill(CLIENT.secret);
  await button(page, "Add the provider").click();
  await expect(page.getByText("Saved. All owners are told by letter.")).toBeVisible();
  await server.mailbox.next(owner().email, /identity provider was added/);
  await picture(context, "/access/sign-on/new", "sign-on-new");
  await picture(context, "/access/sign-on", "sign-on");
  await context.close();
});

test("somebody of the directory joins just in time, from the sign-in page, by a provider on another site", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in with your organisation" }).click();
  // The page before has a field of the same name, and is there until the new one's heading is.
  await expect(
    page.getByRole("heading", { level: 1, name: "Sign in with your organisation" }),
  ).toBeVisible();
  await page.getByLabel("E-mail address").fill("somebody@nowhere.example");
  await button(page, "Go on").click();
  await expect(page.getByRole("alert")).toContainText("No organisation signs in here with this");
  await expect(page.getByLabel("E-mail address")).toHaveValue("somebody@nowhere.example");
  expect(page.url(), "no address in it").not.toContain("nowhere");
  await picture(context, "/sign-in/organisation?at=nowhere.example", "find-none");
  await page.getByLabel("E-mail address").fill(`ailu.bongo@${DOMAIN}`);
  await button(page, "Go on").click();
  await picture(context, `/sign-in/organisation?at=${DOMAIN}`, "find");
  await page.getByRole("button", { name: "Sign in with Harbour account" }).click();
  await expect(page).toHaveURL(/^http:\/\/localhost/);
  await atProvider(page, "ailu");
  await page.waitForURL(`${server.url}/home`);
  await expect(page.getByText("Áilu Bongo").first()).toBeVisible();
  await context.close();
});

test("somebody whom the directory does not know is refused, with what to do; without JavaScript", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(start);
  await page.getByRole("button", { name: "Sign in with Harbour account" }).click();
  await atProvider(page, "stranger");
  await expect(
    page.getByRole("heading", { level: 1, name: "You are not signed in" }),
  ).toBeVisible();
  await expect(page.getByText("Ask your HR department to add you")).toBeVisible();
  await context.close();
});

test("a provider's SAML answer is brought across sites, and signs in the browser that began", async ({
  browser,
}) => {
  saml = await startSamlServer({ nameId: "unknown to the other", email: `lars.moen@${DOMAIN}` });
  const context = await contextOf(browser);
  await signIn(context, server.url, owner());
  const page = await context.newPage();
  await page.goto("/access/sign-on/new-saml");
  await page.getByLabel("Name on the button").fill("Old account");
  await page.getByLabel("Issuer").fill(saml.issuer);
  await page.getByLabel("Address to sign in at").fill(saml.entryPoint);
  await page.getByLabel("Certificate").fill("no certificate");
  await button(page, "Add the provider").click();
  await expect(page.getByRole("alert")).toContainText("This is no certificate");
  await page.getByLabel("Certificate").fill(saml.certificate);
  await page.getByRole("radio", { name: /Anybody with an address/ }).check();
  await button(page, "Add the provider").click();
  await expect(page.getByText("Saved. All owners are told by letter.")).toBeVisible();
  await picture(context, "/access/sign-on/new-saml", "sign-on-saml");
  await context.close();

  const other = await contextOf(browser);
  const theirs = await other.newPage();
  await theirs.goto(start);
  await theirs.getByRole("button", { name: "Sign in with Old account" }).click();
  await theirs.getByRole("button", { name: "Go on" }).click();
  await theirs.waitForURL(/\/home$/);
  await other.close();
});

test("of two organisations with the same domain one chooses; the provider of one opens no account of the other", async ({
  browser,
}) => {
  const made = await asOperator(server, "organisation", "new", OTHER, "--owner", owner().email);
  const context = await contextOf(browser);
  const page = await context.newPage();
  await page.goto(/https:\/\/\S+/.exec(made.output)?.[0] ?? "");
  await page.getByLabel("Your name").fill(owner().name);
  await page.getByLabel("Password").fill(owner().password);
  await button(page, "Open the organisation").click();
  await page.waitForURL(/\/people\/import$/);
  await page.goto("/access/sign-on");
  await page.getByLabel("Domain", { exact: true }).fill(DOMAIN);
  await button(page, "Add").click();
  await expect(page.getByText(`_twohats.${DOMAIN}`)).toBeVisible();
  const operator = await asOperator(server, "domain", "verify", DOMAIN, "--organisation", OTHER);
  expect(operator).toMatchObject({ code: 0 });
  await page.goto("/access/sign-on/new-saml");
  await page.getByLabel("Name on the button").fill("Skerry account");
  await page.getByLabel("Issuer").fill(saml.issuer);
  await page.getByLabel("Address to sign in at").fill(saml.entryPoint);
  await page.getByLabel("Certificate").fill(saml.certificate);
  await page.getByRole("radio", { name: /Anybody with an address/ }).check();
  await button(page, "Add the provider").click();
  await expect(page.getByText("Saved. All owners are told by letter.")).toBeVisible();
  await context.close();

  const other = await contextOf(browser);
  const theirs = await other.newPage();
  const comeAs = async (person: { nameId: string; email: string }) => {
    saml.setPerson(person);
    await theirs.goto(`/sign-in/organisation?at=${DOMAIN}`);
    await expect(theirs.getByRole("heading", { level: 2, name: "Harbourline" })).toBeVisible();
    await expect(theirs.getByRole("heading", { level: 2, name: OTHER })).toBeVisible();
    await theirs.getByRole("button", { name: "Sign in with Skerry account" }).click();
    await theirs.getByRole("button", { name: "Go on" }).click();
  };
  // Áilu has an account at Harbourline, which it is not for Skerry Line's provider to open.
  await comeAs({ nameId: "1", email: `ailu.bongo@${DOMAIN}` });
  await expect(theirs.getByText("There is an account with your address")).toBeVisible();
  await comeAs({ nameId: "2", email: `new.hand@${DOMAIN}` });
  await theirs.waitForURL(/\/home$/);
  await expect(theirs.getByText(OTHER).first()).toBeVisible();
  await picture(other, `/sign-in/organisation?at=${DOMAIN}`, "find-two");
  await other.close();
});

test("an owner finds whom the provider knows, and has it forgotten: their session ends at once", async ({
  browser,
}) => {
  const visitor = await contextOf(browser);
  const theirs = await visitor.newPage();
  await theirs.goto(start);
  await theirs.getByRole("button", { name: "Sign in with Harbour account" }).click();
  await atProvider(theirs, "ailu");
  await theirs.waitForURL(/\/home$/);

  const context = await contextOf(browser);
  await signIn(context, server.url, owner());
  const page = await context.newPage();
  await page.goto("/access/sign-on");
  await expect(page.getByText(/people with an account have not come by a provider/)).toBeVisible();
  await page.getByRole("link", { name: "Who the providers know, and as whom" }).click();
  await expect(page.getByText("2 accounts")).toBeVisible();
  await picture(context, "/access/sign-on/links", "sign-on-links");
  await page.getByRole("searchbox").fill("nobody@nowhere.example");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("No provider knows anybody by that.")).toBeVisible();
  await page.getByRole("searchbox").fill(`ailu.bongo@${DOMAIN}`);
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("1 account")).toBeVisible();
  await page.getByRole("link", { name: "Forget Áilu Bongo, Harbour account" }).click();
  await expect(page.getByText("no longer opens the account of Áilu Bongo")).toBeVisible();
  await picture(context, page.url(), "sign-on-links-forget");
  await button(page, "Forget the link").click();
  await expect(page.getByText("Forgotten. Whoever comes by it next")).toBeVisible();
  await expect(page.getByText("1 account")).toBeVisible();
  await context.close();

  await theirs.goto("/home");
  await expect(theirs).toHaveURL(/\/sign-in\?next/);
  await visitor.close();
});

test("by the provider alone: a password opens it no more, and says what to do", async ({
  browser,
}) => {
  const before = await contextOf(browser);
  await signIn(before, server.url, owner());
  const setting = await before.newPage();
  await setting.goto("/account/second-factor");
  await setting.getByLabel("Your password").fill(owner().password);
  await button(setting, "Continue").click();
  secret = ((await setting.locator("p.select-all").textContent()) ?? "").replaceAll(/\s/g, "");
  await setting.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await button(setting, "Turn it on").click();
  await setting.getByRole("link", { name: "I have kept them" }).click();
  await before.close();

  const context = await contextOf(browser);
  const page = await context.newPage();
  await page.goto(start);
  await page.getByRole("button", { name: "Sign in with Harbour account" }).click();
  await atProvider(page, "owner");
  // Her account has an office, so no provider's word alone opens it for the first time.
  await expect(page.getByText("There is an account with your address")).toBeVisible();
  await page.getByRole("link", { name: "Other ways to sign in" }).click();
  await page.waitForURL(/\/sign-in$/);
  await byPassword(page, owner());
  // A code is good once, and this one comes after that of before.
  await byCode(page, codeAt(secret, new Date(Date.now() + 30_000)));
  await page.waitForURL(/\/home$/);
  await expect(page.getByLabel("Organisation", { exact: true })).toBeVisible();
  await page.goto(start);
  await expect(page.getByText(`You are signed in as ${owner().name}`)).toBeVisible();
  await page.getByRole("button", { name: "Sign in with Harbour account" }).click();
  await freshCodes();
  await byCode(page, codeAt(secret, new Date()));
  await page.waitForURL(/\/home$/);
  // Into the provider's own organisation, and into no other one of hers.
  await expect(page.getByText("Harbourline").first()).toBeVisible();
  await expect(page.getByLabel("Organisation", { exact: true })).toHaveCount(0);
  await page.goto("/access/sign-on");
  await page.getByRole("checkbox", { name: new RegExp(owner().name) }).check();
  await button(page, "Let people in by the provider alone").click();
  await expect(page.getByRole("heading", { level: 1, name: "Is it still you?" })).toBeVisible();
  await page.getByRole("link", { name: "Show it by your organisation’s sign-in" }).click();
  await atProvider(page, "owner", false);
  await page.waitForURL(/\/access\/sign-on/);
  await page.getByRole("checkbox", { name: new RegExp(owner().name) }).check();
  await button(page, "Let people in by the provider alone").click();
  await expect(page.getByText("From now on people come in by the provider alone")).toBeVisible();
  await picture(context, "/access/sign-on", "sign-on-demanded");
  await context.close();

  const other = await contextOf(browser);
  const theirs = await other.newPage();
  await theirs.goto("/sign-in");
  await byPassword(theirs, member());
  await expect(theirs.getByText(/asks you to sign in here/)).toBeVisible();
  await picture(other, `${new URL(start).pathname}?asked`, "sign-on-asked");
  await theirs.goto("/home");
  await expect(theirs).toHaveURL(/\/sign-in\?next/);
  await other.close();
});

test("a provider that is down is said, and a break-glass owner gets in, which all owners hear of", async ({
  browser,
}) => {
  await oidc.stop();
  const context = await contextOf(browser);
  const page = await context.newPage();
  // What it said of itself is kept for a minute.
  await expect(async () => {
    await page.goto(start);
    await page.getByRole("button", { name: "Sign in with Harbour account" }).click();
    await expect(page.getByText("can’t be reached at the moment")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000, intervals: [5_000] });
  await picture(context, page.url(), "sign-on-away");
  await page.getByRole("link", { name: "Other ways to sign in" }).click();
  await page.waitForURL(/\/sign-in$/);
  await byPassword(page, owner());
  await freshCodes();
  await byCode(page, codeAt(secret, new Date()));
  await page.waitForURL(/\/home$/);
  await server.mailbox.next(owner().email, /came in without the identity provider/);
  await context.close();
});
