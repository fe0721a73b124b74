import { codeAt } from "../app/features/identity/testing/code-at.ts";
import { onDatabase } from "./support/database.ts";
import { expect, shoot, signIn, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Who gets in changes here, so each of these journeys has a server of its own.
async function onOwnServer(journey: (server: Server) => Promise<void>): Promise<void> {
  const from = await preparedSample();
  const server = await startServer({ command: "demo", from, tls: true });
  try {
    await journey(server);
  } finally {
    await server.stop();
  }
}

test("an owner makes an HR administrator, hands ownership over to them, and is one no more", async ({
  browser,
}) => {
  await onOwnServer(async (server) => {
    const context = await browser.newContext({ baseURL: server.url });
    await signIn(context, server.url, server.signIn("HR administrator"));
    const page = await context.newPage();
    await page.goto("/home");
    await page.getByRole("link", { name: "Access" }).click();
    await expect(page.getByText("You are the only owner.")).toBeVisible();
    await page.getByRole("link", { name: "Change Meenakshi Iyer" }).click();
    await page.getByRole("button", { name: "Take all rights away" }).click();
    await expect(page.getByRole("alert")).toContainText("The last owner who is in has to stay");
    await page.goto("/access");
    await page.getByLabel("Name, title or e-mail address").fill("Bongo");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByLabel("Áilu Bongo as")).toHaveValue("admin");
    await page.getByRole("button", { name: "Give Áilu Bongo" }).click();
    await expect(page.getByText("A letter with a link is on its way")).toBeVisible();
    await expect(page.getByText(/has not opened an account yet/)).toBeVisible();
    await shoot(page, "access-appointed");

    const letter = await server.mailbox.next("ailu.bongo@harbourline.example", /HR administrator/);
    const other = await browser.newContext({ baseURL: server.url });
    const theirs = await other.newPage();
    await theirs.goto(letter.links.find((link) => link.includes("/join/")) ?? "");
    await theirs.getByLabel("Choose a password").fill("a quay in the fog");
    await theirs.getByRole("button", { name: "Open my account" }).click();
    await theirs.waitForURL(/\/home$/);
    await theirs.getByRole("link", { name: "Access" }).click();
    await expect(
      theirs.getByText("Owners decide who has which rights: Meenakshi Iyer."),
    ).toBeVisible();
    await expect(theirs.getByRole("link", { name: /^Change/ })).toHaveCount(0);
    await expect(theirs.getByRole("button", { name: "Use this wait" })).toHaveCount(0);
    await expect(theirs.getByText("A second step is asked of")).toBeVisible();
    await shoot(theirs, "access-as-hr");
    const posted = await other.request.post("/access", {
      form: { intent: "leavers", days: "90" },
      headers: { origin: server.url },
    });
    expect(posted.status()).toBe(404);

    await page.goto("/access");
    await page.getByRole("link", { name: "Change Áilu Bongo" }).click();
    await page.getByLabel("Rights of Áilu Bongo").selectOption("Owner");
    await shoot(page, "access-changing");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("They have the other rights from now on.")).toBeVisible();
    await theirs.goto("/access");
    await theirs.getByRole("link", { name: "Change Meenakshi Iyer" }).click();
    await theirs.getByRole("button", { name: "Take all rights away" }).click();
    await expect(theirs.getByText("They have no more rights than everybody now.")).toBeVisible();
    await expect(theirs.getByText("You are the only owner.")).toBeVisible();
    expect((await page.goto("/access"))?.status(), "at once").toBe(404);
    await other.close();
    await context.close();
  });
});

test("an HR analyst reads what came out of whole rounds, takes it along, and comes to nobody's name by it", async ({
  browser,
}) => {
  await onOwnServer(async (server) => {
    const person = server.signIn("rater with requests waiting");
    await onDatabase(
      server.dataDir,
      `UPDATE membership SET role = 'analyst' WHERE account_id = (SELECT id FROM auth."user" WHERE email = '${person.email}')`,
    );
    const context = await browser.newContext({ baseURL: server.url });
    await signIn(context, server.url, person);
    const page = await context.newPage();
    await page.goto("/home");
    await page.getByRole("link", { name: "Reports on rounds" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Reports on rounds" })).toBeVisible();
    await shoot(page, "round-reports");
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/cycles\/[0-9a-f-]{36}\/insights$/);
    await expect(
      page.getByRole("navigation").getByRole("link", { name: "Reports on rounds" }).first(),
    ).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Figures" }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
    const round = page.url().replace(/\/insights$/, "");
    for (const path of [round, `${round}/files`, "/cycles", "/people/import", "/access", "/outbox"])
      expect((await page.goto(path))?.status(), path).toBe(404);
    await context.close();
  });
});

test("who left is out at once, and reads their own report and nothing else where HR allowed it", async ({
  browser,
}) => {
  await onOwnServer(async (server) => {
    const hr = await browser.newContext({ baseURL: server.url });
    await signIn(hr, server.url, server.signIn("HR administrator"));
    const person = server.signIn("manager with a released report");
    const context = await browser.newContext({ baseURL: server.url });
    await signIn(context, server.url, person);
    const page = await context.newPage();
    await page.goto("/home");
    await expect(page.getByRole("link", { name: "People" })).toBeVisible();
    await onDatabase(
      server.dataDir,
      `UPDATE person SET status = 'inactive', inactive_since = now()::date WHERE email = '${person.email}'`,
    );
    await page.goto("/home");
    await expect(page).toHaveURL(/\/sign-in/);

    const access = await hr.newPage();
    await access.goto("/access");
    await access.getByLabel("They may read their own reports").selectOption("90");
    await access.getByRole("button", { name: "Save" }).click();
    await expect(access.getByText("It holds from now on")).toBeVisible();

    await signIn(context, server.url, person);
    await page.goto("/home");
    await expect(page).toHaveURL(/\/reports/);
    await expect(page.getByRole("navigation").first().getByRole("link")).toHaveText(["Reports"]);
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/You have left Harbourline/)).toBeVisible();
    await shoot(page, "leaver-report");
    await expect(page.getByRole("button", { name: /Save my focus|Save/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /[Ss]hare/ })).toHaveCount(0);
    for (const path of ["/people", "/requests", "/people/export", "/coaching"]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/reports/);
    }
    await hr.close();
    await context.close();
  });
});

test("HR asks everybody with an account for a second step, once they have one; nothing else opens before it is added", async ({
  browser,
}) => {
  await onOwnServer(async (server) => {
    const hr = server.signIn("HR administrator");
    const context = await browser.newContext({ baseURL: server.url });
    await signIn(context, server.url, hr);
    const page = await context.newPage();
    await page.goto("/access");
    const askEverybody = async () => {
      await page.getByLabel("Ask it of").selectOption("Everybody with an account");
      await page.getByRole("button", { name: "Use this", exact: true }).click();
    };
    await askEverybody();
    await expect(page.getByRole("alert")).toContainText("Add a second step to your own account");
    await page.goto("/account/second-factor");
    await page.getByLabel("Your password").fill(hr.password);
    await page.getByRole("button", { name: "Continue" }).click();
    const typed = (await page.locator("p.select-all").textContent()) ?? "";
    await page
      .getByLabel("Code", { exact: true })
      .fill(codeAt(typed.replaceAll(/\s/g, ""), new Date()));
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByRole("link", { name: "I have kept them" }).click();
    await page.goto("/access");
    await askEverybody();
    await expect(page.getByText("Saved. It is asked with the next page")).toBeVisible();
    await shoot(page, "access-second-step");

    const manager = await browser.newContext({ baseURL: server.url });
    await signIn(manager, server.url, server.signIn("manager with a released report"));
    const theirs = await manager.newPage();
    await theirs.goto("/reports");
    await expect(theirs).toHaveURL(/\/account\/second-factor$/);
    await expect(theirs.getByText("Harbourline asks you to add a second step")).toBeVisible();
    await shoot(theirs, "second-step-asked");
    await expect(theirs.getByRole("link", { name: "Requests" })).toHaveCount(0);
    await theirs.goto("/home");
    await expect(theirs).toHaveURL(/\/account\/second-factor$/);
    await theirs.goto("/account");
    await expect(theirs.getByRole("heading", { name: "Your account" })).toBeVisible();
  });
});

test("a browser left signed in takes no file away and changes no rights: it is asked who sits there, and then it does", async ({
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const { password } = sample.signIn("HR administrator");
  // As after a quarter of an hour.
  const later = () => context.clearCookies({ name: "twohats-recent" });
  await later();
  await page.goto("/people");
  const everything = page.getByRole("link", { name: "Download everything" });
  await everything.click();
  await expect(page.getByRole("heading", { name: "Is it still you?" })).toBeVisible();
  await shoot(page, "confirm");
  await page.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter your password");
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByRole("alert")).toContainText("This is not your password");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await everything.click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);

  await later();
  for (const file of ["/people/export", "/people/export?q=a", "/people/export?all=yes"]) {
    const answer = await context.request.get(file, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], file).toEqual([
      302,
      expect.stringMatching(/^\/account\/confirm\?/),
    ]);
  }
  await page.goto("/access");
  await page.getByRole("button", { name: "Use this wait" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "It is me" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who can get in" })).toBeVisible();
  await page.getByRole("button", { name: "Use this wait" }).click();
  await expect(page.getByText("Saved. What waits already")).toBeVisible();
});
