import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { desk, expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Addresses change here for good, so the journeys have a server of their own.
let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
  // As if everyone had been there for long: who is new in office makes no two with anybody.
  await onDatabase(
    server.dataDir,
    "UPDATE membership SET role_since = now() - interval '60 days', created_at = now() - interval '60 days'",
  );
});
test.afterAll(() => server.stop());

type Rater = { name: string; email: string; employee_id: string; link: string };

/** People who were sent a link of an open round and have no account, with that link. */
async function raters(): Promise<Rater[]> {
  const mails = server.mailbox.mails.filter((mail) =>
    mail.links.some((each) => /\/r\//.test(each)),
  );
  const rows = await onDatabase(
    server.dataDir,
    "SELECT name, email, employee_id FROM person WHERE id NOT IN (SELECT person_id FROM membership WHERE person_id IS NOT NULL) ORDER BY email",
  );
  return mails.flatMap(({ to, links }) => {
    const row = rows.find(({ email }) => email === to);
    const link = links.find((each) => each.includes("/r/")) ?? "";
    return row ? [{ ...(row as Omit<Rater, "link">), link }] : [];
  });
}

async function upload(
  page: Page,
  people: readonly { name: string; employee_id: string; to: string }[],
) {
  const lines = people.map(({ employee_id, name, to }) => `${employee_id},${name},${to}`);
  await page.goto("/people/import");
  await page.getByLabel("People file").setInputFiles({
    name: "addresses.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["Employee Id,Name,Email", ...lines].join("\r\n")),
  });
  await page.getByRole("button", { name: "Upload and review" }).click();
}

const lettersTo = (address: string) => server.mailbox.mails.filter((mail) => mail.to === address);

test("HR changes a rater's address and reminds: the old one is told, nothing reaches the new one, its owner says no, and everybody sees it", async ({
  browser,
}) => {
  const [victim] = await raters();
  if (!victim) throw new Error("The sample has no rater without an account.");
  const attacker = "somebody.else@attacker.test";
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();

  await upload(page, [{ ...victim, to: attacker }]);
  await expect(
    page.getByText(/1 e-mail address changes\. It gets no letter with a link/),
  ).toBeVisible();
  await shoot(page, "addresses-review");
  await page.getByRole("button", { name: "Confirm import" }).click();
  await expect(page.getByText("1 changed e-mail address waits")).toBeVisible();

  const letter = await server.mailbox.next(victim.email, /was changed/);
  expect(letter.text).not.toContain(attacker);
  expect(letter.links.filter((link) => /\/(r|join)\//.test(link))).toEqual([]);

  const thief = await browser.newContext({ baseURL: server.url });
  const theirs = await thief.newPage();
  await theirs.goto(victim.link);
  await expect(theirs.getByRole("heading", { name: "This link has ended" })).toBeVisible();

  await page.goto("/cycles");
  await page.getByRole("link", { name: "Ships’ officers 360" }).first().click();
  await expect(page.getByText("1 person is not written to at the moment")).toBeVisible();
  await expect(page.getByText(/Letters with a link go out from/)).toBeVisible();
  await expectReadable(page, page.url());
  await page.getByRole("link", { name: /^Work left/ }).click();
  await page.getByRole("button", { name: "Remind everyone with work left" }).click();
  await expect(page.getByText(/1 person was not written to/)).toBeVisible();
  await shoot(page, "addresses-round");

  await page.goto(`/people?q=${encodeURIComponent(attacker)}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: victim.name.split(" ").at(-1) ?? "" })
    .first()
    .click();
  await expect(page.getByText("The e-mail address was changed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Agree as second administrator" })).toHaveCount(0);
  await shoot(page, "addresses-person");
  await page.goto("/people/addresses");
  await expect(page.getByText("You are the only administrator")).toBeVisible();
  await expect(page.getByText("You made it")).toBeVisible();

  // Following the letter's link changes nothing; pressing its button does, without any script.
  const owner = await browser.newContext({
    baseURL: server.url,
    viewport: phone,
    javaScriptEnabled: false,
  });
  const own = await owner.newPage();
  const link = letter.links.find((each) => each.includes("/address/")) ?? "";
  await own.goto(link);
  await own.goto(link);
  await expect(own.getByText("Was this change right?")).toBeVisible();
  await shoot(own, "address-letter");
  await own.getByRole("button", { name: "It was not me" }).click();
  await expect(own.getByText("You said that it was not you.")).toBeVisible();
  // Nothing is left to press but the page's other language.
  await expect(own.getByRole("button")).toHaveText(["Deutsch"]);
  await server.mailbox.next(server.signIn("HR administrator").email, /Not changed by its owner/);
  await page.reload();
  await expect(page.getByText("refused by its owner")).toBeVisible();
  expect(lettersTo(attacker)).toEqual([]);
  await Promise.all([office.close(), thief.close(), owner.close()]);
});

test("a whole domain takes a second administrator, who agrees once for all; then letters with new links leave", async ({
  browser,
}) => {
  const moving = (await raters()).slice(1, 8).map((each) => ({
    ...each,
    to: each.email.replace("harbourline.example", "harbour-line.example"),
  }));
  const [first] = moving;
  if (!first) throw new Error("The sample has no raters.");
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();
  await upload(page, moving);
  await expect(
    page.getByText(/7 of them from harbourline\.example to harbour-line\.example: a whole domain/),
  ).toBeVisible();
  await expect(
    page.getByText("At the moment there is no administrator who could agree"),
  ).toBeVisible();
  await shoot(page, "addresses-domain-review");
  await page.getByRole("button", { name: "Confirm import" }).click();
  await page.getByRole("link", { name: "See which" }).click();
  await expect(page.getByText("You made this change yourself.")).toBeVisible();
  await expectReadable(page, "/people/addresses");
  await shoot(page, "addresses-waiting");

  const second = server.signIn("rater with requests waiting");
  await onDatabase(
    server.dataDir,
    `UPDATE membership SET role = 'admin' WHERE account_id = (SELECT id FROM auth."user" WHERE email = '${second.email}')`,
  );
  const other = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(other, server.url, second);
  const theirs = await other.newPage();
  await theirs.goto("/people/addresses");
  await shoot(theirs, "addresses-second");
  await theirs.getByRole("button", { name: "Agree for all 7" }).click();
  await expect(theirs.getByText("Agreed for 7 people.")).toBeVisible();
  const letter = await server.mailbox.next(first.to, /Your new link/);
  await theirs.goto(letter.links.find((link) => link.includes("/r/")) ?? "");
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  expect(theirs.url()).toContain("/r/");
  await expect(theirs.getByText("This link has ended")).toHaveCount(0);
  await server.mailbox.next(first.to, /come here now/);
  await Promise.all([office.close(), other.close()]);
});

test("who is signed in goes on, sees that their address was changed, and confirms it themselves", async ({
  browser,
}) => {
  const person = server.signIn("manager with a released report");
  const [row] = await onDatabase(
    server.dataDir,
    `SELECT employee_id, name FROM person WHERE email = '${person.email}'`,
  );
  const own = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(own, server.url, person);
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();
  const to = "married.name@harbourline.example";
  await upload(page, [{ employee_id: String(row?.employee_id), name: String(row?.name), to }]);
  await page.getByRole("button", { name: "Confirm import" }).click();
  await expect(page.getByText("1 changed e-mail address waits")).toBeVisible();

  const theirs = await own.newPage();
  await theirs.goto("/reports");
  await shoot(theirs, "address-own-notice");
  await theirs.getByRole("link", { name: "Look at the change" }).click();
  // In a tab of its own: reading changes the size of the window and opens the menu.
  const reading = await own.newPage();
  await expectReadable(reading, "/your-address");
  await reading.close();
  await shoot(theirs, "address-own");
  await theirs.getByRole("button", { name: "It is right" }).click();
  await expect(theirs.getByText("Nothing to confirm")).toBeVisible();
  await server.mailbox.next(to, /come here now/);
  await Promise.all([own.close(), office.close()]);
});
