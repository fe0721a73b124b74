import { type Browser, expect, type Page, test } from "@playwright/test";
import { PNG } from "pngjs";
import { desk, shoot, shootInEveryLook } from "./support/journey.ts";
import { asOperator } from "./support/operator.ts";
import { type Server, startServer } from "./support/server.ts";

const PASSWORD = "correct horse battery";
let server: Server;

// What one server has is what the next step finds: an operator's morning, from the first organisation to a suspension.
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  server = await startServer({ command: "serve" });
});
test.afterAll(() => server.stop());

const contextOf = (browser: Browser, more = {}) =>
  browser.newContext({ baseURL: server.url, viewport: desk, ...more });
const operator = (...args: string[]) => asOperator(server, "organisation", ...args);
const linkIn = (output: string) => /https?:\/\/\S+/.exec(output)?.[0] ?? "";

async function signIn(page: Page, email = "ana@house.test") {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const inLanguage = (page: Page, value: string) =>
  page.context().addCookies([{ name: "twohats-language", value, url: server.url }]);

async function switchTo(page: Page, name: string) {
  await page.getByLabel("Organisation", { exact: true }).selectOption({ label: name });
  await page.getByRole("button", { name: "Switch" }).click();
  await expect(page).toHaveURL(/\/home$/);
}

/** A red bar on nothing. */
function logo(): Buffer {
  const picture = new PNG({ width: 240, height: 60 });
  for (let at = 0; at < picture.data.length; at += 4)
    picture.data.set(at % 960 < 700 ? [190, 30, 60, 255] : [0, 0, 0, 0], at);
  return PNG.sync.write(picture);
}

test("an operator makes organisations, and the first owner of each comes in without a letter", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const { request } = context;
  const page = await context.newPage();
  const made = await operator("new", "Skerry Line", "--owner", "ana@house.test");
  expect(made.code).toBe(0);
  expect(made.output).toContain("once and within 7 days");
  await page.goto(linkIn(made.output));
  await shootInEveryLook(page, "first-owner");
  await page.getByLabel("Your name").fill("Ana");
  await page.getByLabel("Password").fill("password");
  await page.getByRole("button", { name: "Open the organisation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Ana");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open the organisation" }).click();
  await expect(page).toHaveURL(/\/people\/import$/);
  await expect(page.getByText("Skerry Line").first()).toBeVisible();
  const gone = await request.get(linkIn(made.output));
  const missing = await request.get("/organisations/new/of-nobody");
  expect([gone.status(), missing.status()]).toEqual([404, 404]);
});

test("with a code somebody makes their own, and one account is in both", async ({ browser }) => {
  const context = await contextOf(browser);
  const { request } = context;
  const page = await context.newPage();
  const code = await operator("code");
  await page.goto(linkIn(code.output));
  await shootInEveryLook(page, "new-organisation");
  await page.getByLabel("Name of the organisation").fill("Ferry & Søn 🚢");
  await page.getByLabel("Your name").fill("Ana");
  await page.getByLabel("Your e-mail address").fill("ana@house.test");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up the organisation" }).click();
  await expect(page).toHaveURL(/\/people\/import$/);
  await expect(page.getByLabel("Organisation", { exact: true })).toBeVisible();
  expect((await request.get(linkIn(code.output))).status()).toBe(404);
  const { output } = await operator("list");
  expect(output).toMatch(/Ferry & Søn 🚢, since .*\n.*Skerry Line, since/);
});

test("two tabs in two organisations: a form of the other one changes nothing and says so", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  await signIn(page);
  await switchTo(page, "Skerry Line");
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill("Kim Stale");
  await page.getByLabel("Employee id", { exact: false }).fill("7");
  const second = await context.newPage();
  await second.goto("/home");
  await switchTo(second, "Ferry & Søn 🚢");
  await page.getByRole("button", { name: "Add to the directory" }).click();
  await expect(
    page.getByRole("heading", { name: "You have switched to another organisation" }),
  ).toBeVisible();
  await shootInEveryLook(page, "stale-form");
  for (const name of ["Ferry & Søn 🚢", "Skerry Line"]) {
    await second.goto("/home");
    await switchTo(second, name);
    await second.goto("/people?q=Kim");
    await expect(second.getByText("Kim Stale")).toHaveCount(0);
  }
});

test("what was typed for one organisation is not offered in another, and is there again in the first", async ({
  browser,
}) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  await signIn(page);
  await switchTo(page, "Skerry Line");
  await page.goto("/cycles/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Only for Skerry Line");
  await page.goto("/home");
  await switchTo(page, "Ferry & Søn 🚢");
  await page.goto("/cycles/new");
  await expect(page.getByLabel("Name", { exact: false }).first()).not.toHaveValue(/Skerry/);
  await page.getByLabel("Name", { exact: false }).first().fill("Only for the ferry");
  await page.goto("/home");
  await switchTo(page, "Skerry Line");
  await page.goto("/cycles/new");
  await expect(page.getByLabel("Name", { exact: false }).first()).toHaveValue(
    "Only for Skerry Line",
  );
  await context.close();
});

test("without JavaScript one switches, and a link to the other organisation's page offers it", async ({
  browser,
}) => {
  const context = await contextOf(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await switchTo(page, "Skerry Line");
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill("Kim Lee");
  await page.getByLabel("Employee id", { exact: false }).fill("8");
  await page.getByRole("button", { name: "Add to the directory" }).click();
  await expect(page.getByRole("heading", { name: "Kim Lee" })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.goto("/home");
  await switchTo(page, "Ferry & Søn 🚢");
  await page.goto(address);
  await expect(page.getByText("This page is not here").first()).toBeVisible();
  await shoot(page, "elsewhere");
  await page.getByRole("button", { name: "Go to Skerry Line" }).click();
  await expect(page.getByRole("heading", { name: "Kim Lee" })).toBeVisible();
  await context.close();
});

test("an owner gives it a name, a colour and a logo; what can't be read is drawn in another shade", async ({
  browser,
}) => {
  const page = await (await contextOf(browser)).newPage();
  await signIn(page);
  await switchTo(page, "Skerry Line");
  await page.goto("/branding");
  await page.getByLabel("Name shown").fill("The Skerry");
  await page.getByLabel("Colour of links and buttons").fill("yellow");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("six digits");
  await expect(page.getByLabel("Name shown")).toHaveValue("The Skerry");
  await page.getByLabel("Colour of links and buttons").fill("#ffe600");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your colour is drawn in another shade")).toBeVisible();
  await page.getByRole("link", { name: "Choose a logo" }).click();
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const give = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.getByLabel("File").setInputFiles({ name, mimeType, buffer });
    await page.getByRole("button", { name: "Use this logo" }).click();
  };
  await give("logo.png", "image/png", svg);
  await expect(page.getByRole("alert")).toContainText("neither a PNG nor a JPEG");
  await shootInEveryLook(page, "branding-logo");
  await give("logo.png", "image/png", logo());
  await expect(page).toHaveURL(/\/branding\?said=logo$/);
  const shown = page.getByRole("img", { name: "Logo of The Skerry" });
  await expect(shown).toBeVisible();
  // It stands there before it has arrived.
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(240);
  await shootInEveryLook(page, "branding", "/branding");
  await inLanguage(page, "de");
  await shootInEveryLook(page, "branding-de", "/branding");
  await inLanguage(page, "en");
});

test("suspended, nobody gets in and is told why; resumed, everything is as it was", async ({
  browser,
}) => {
  const page = await (await contextOf(browser)).newPage();
  const { output } = await operator("new", "Alone", "--owner", "bo@house.test");
  await page.goto(linkIn(output));
  await page.getByLabel("Your name").fill("Bo");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open the organisation" }).click();
  await expect(page).toHaveURL(/\/people\/import$/);
  const why = "Until the contract is signed";
  expect((await operator("suspend", "Alone", "--why", why)).code).toBe(0);
  await page.goto("/people");
  await expect(page.getByRole("heading", { name: "Alone is suspended" })).toBeVisible();
  await expect(page.getByText(why)).toBeVisible();
  await shootInEveryLook(page, "suspended");
  await inLanguage(page, "de");
  await shootInEveryLook(page, "suspended-de", "/people");
  await inLanguage(page, "en");
  await page.goto("/home");
  await expect(page.getByText(why), "each time").toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page, "bo@house.test");
  await expect(page.getByRole("alert")).toContainText(why);
  expect(await operator("suspend", "Alone", "--why", why)).toMatchObject({
    code: 1,
    output: expect.stringContaining("Alone is suspended already."),
  });
  expect((await operator("resume", "Alone")).output).toContain("Alone is open again.");
  await signIn(page, "bo@house.test");
  await expect(page).toHaveURL(/\/home$/);
});

test("what an operator asks for wrongly is refused in words, with exit code 1", async () => {
  const wrong: [string[], RegExp][] = [
    [["new", "x".repeat(500), "--owner", "a@b.test"], /longer than 200 characters/],
    [["new", "\u200b", "--owner", "a@b.test"], /no letter, digit or sign/],
    [["new", "Fine", "--owner", "nobody"], /no e-mail address: nobody/],
    [["suspend", "Nowhere", "--why", "x"], /no organisation named Nowhere/],
    [["suspend", "Alone", "--why", " "], /Say why/],
    [["resume", "Alone"], /Alone is not suspended/],
    [["invite", "Alone", "--owner", "c@house.test"], /Alone has an owner/],
    [["rename", "Alone", "Alone"], /called Alone already/],
  ];
  for (const [args, words] of wrong) {
    const { code, output } = await operator(...args);
    expect([args[0], code]).toEqual([args[0], 1]);
    expect(output).toMatch(words);
    expect(output).not.toMatch(/^\s+at /m);
  }
  const made = await operator("new", "Alone", "--owner", "c@house.test", "--json");
  const { id } = JSON.parse(made.output) as { id: string };
  expect((await operator("resume", "Alone")).output).toMatch(/several organisations named Alone/);
  expect((await operator("rename", id, "Alone Two")).code).toBe(0);
  const all = JSON.parse((await operator("list", "--json")).output) as { name: string }[];
  expect(all.map(({ name }) => name)).toContain("Alone Two");
});
