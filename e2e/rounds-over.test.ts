import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { desk, expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { linkOn, links } from "./support/pages.ts";
import { openLinks } from "./support/raters.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Nothing typed is lost, and nothing done is final without a word. Rounds end here, so it has a server of its own.
test.describe.configure({ mode: "serial", timeout: 180_000 });

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
});
test.afterAll(() => server.stop());

const RUNNING = "Ships’ officers 360";
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const isBack = (page: Page) => says(page, "What you entered before is back");
const names = (table: Locator) => table.getByRole("rowheader").allInnerTexts();

test.use({ viewport: desk });

async function office(page: Page) {
  await signIn(page.context(), server.url, server.signIn("HR administrator"));
  await page.goto(`${server.url}/cycles`);
}

test("what HR types while setting up a round is there again after a reload, another page and another step; a draft can be deleted", async ({
  page,
}) => {
  await office(page);
  await page.getByRole("link", { name: "Start a round" }).click();
  await page.getByLabel("Name of the round").fill("A round to forget");
  await page.reload();
  await expect(page.getByLabel("Name of the round")).toHaveValue("A round to forget");
  await isBack(page);
  await page.getByRole("button", { name: "Save and choose participants" }).click();

  const first = page.getByRole("table").getByRole("checkbox").first();
  await first.check();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await page.goBack();
  await expect(first).toBeChecked();
  await isBack(page);
  await shoot(page, "draft-ticks");
  await page.getByRole("button", { name: "Save and continue" }).click();

  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: /Dates/ }).click();
  const closes = page.getByLabel("Last day for answers");
  await closes.fill(day(20));
  await page.getByLabel(/^Close by itself/).check();
  await steps.getByRole("link", { name: /Letters/ }).click();
  await page.getByLabel("Subject").fill("Before it is forgotten");
  await steps.getByRole("link", { name: /Dates/ }).click();
  await expect(closes).toHaveValue(day(20));
  await expect(page.getByLabel(/^Close by itself/)).toBeChecked();
  await shoot(page, "draft-dates");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("Subject")).toHaveValue("Before it is forgotten");
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(
    "Before it is forgotten",
  );
  await page.reload();
  await expect(page.getByText("What you entered before is back")).toHaveCount(0);
  await steps.getByRole("link", { name: /Dates/ }).click();
  await expect(closes).toHaveValue(day(20));
  await expect(page.getByText("What you entered before is back")).toHaveCount(0);

  await page.getByRole("link", { name: "Delete this draft" }).click();
  await expect(page.getByText("The choice of one participant")).toBeVisible();
  await expect(page.getByText("One letter in your own wording")).toBeVisible();
  await shoot(page, "delete-draft");
  await page.getByRole("button", { name: "Delete the draft" }).click();
  await says(page, "The draft is deleted.");
  await expect(page.getByRole("link", { name: "A round to forget" })).toHaveCount(0);
});

test("what is changed and not saved is marked where it stands and counted at the foot; undone, it can be put back", async ({
  page,
}) => {
  await office(page);
  await page.getByRole("link", { name: "Start a round" }).click();
  await page.getByLabel("Name of the round").fill("Marked");
  await page.getByRole("button", { name: "Save and choose participants" }).click();
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: /Basics|Details/ }).click();
  const name = page.getByLabel("Name of the round");
  await expect(name).toHaveValue("Marked");
  await expect(page.getByText(/not saved$/)).toHaveCount(0);

  await name.fill("Marked anew");
  await page.getByRole("radio").and(page.locator(":not(:checked)")).first().check();
  await expect(page.getByText("2 changes not saved")).toBeVisible();
  await expect(page.getByText("Changed, was “Marked”")).toBeVisible();
  const preview = page.getByRole("region", { name: "What they will read before they answer" });
  await expect(
    preview.getByText(/as a direct report/i).or(preview.getByRole("link")),
  ).toBeVisible();
  await shoot(page, "save-bar");
  await page.reload();
  await expect(page.getByText("2 changes not saved")).toBeVisible();
  await isBack(page);

  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(name).toHaveValue("Marked");
  await expect(page.getByText(/^Changed, was/)).toHaveCount(0);
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(name).toHaveValue("Marked anew");
  await page.getByRole("button", { name: "Undo all" }).click();
  await page.reload();
  await expect(name).toHaveValue("Marked");
  await expect(page.getByText(/not saved$/)).toHaveCount(0);

  await steps.getByRole("link", { name: /Letters/ }).click();
  await page.getByLabel("Subject").fill("Marked, too");
  await expect(page.getByText("1 change not saved")).toBeVisible();
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("Marked, too");
  await expect(page.getByText(/not saved$/)).toHaveCount(0);

  // Whoever signs out leaves no draft to whoever sits there next.
  await page.getByLabel("Subject").fill("Not for the next one");
  await expect(page.getByText("1 change not saved")).toBeVisible();
  const letters = page.url();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page.getByRole("heading", { name: "Sign in to Twohats" })).toBeVisible();
  await office(page);
  await page.goto(letters);
  await expect(page.getByLabel("Subject")).toHaveValue("Marked, too");
});

test("whom a participant takes off can be put back at once and later, without JavaScript", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  await signIn(context, server.url, server.signIn("manager choosing raters"));
  const page = await context.newPage();
  await page.goto(server.url + (await linkOn(context, `${server.url}/home`, links.nomination)));
  const takeOut = page.getByRole("button", { name: /^Take out / });
  await expect(takeOut.first()).toBeVisible();
  const before = await takeOut.count();
  await takeOut.first().click();
  await expect(takeOut).toHaveCount(before - 1);
  const notice = page.getByRole("status").filter({ hasText: "is off the list" });
  await shoot(page, "taken-off");
  await notice.getByRole("button", { name: /^Put .* back$/ }).click();
  await expect(takeOut).toHaveCount(before);
  await expect(notice).toHaveCount(0);

  await takeOut.first().click();
  await page.goto(page.url().split("?")[0] ?? "");
  const later = page.getByRole("region", { name: "Taken off" });
  await shoot(page, "taken-off-later");
  await later.getByRole("button", { name: /^Put .* back$/ }).click();
  await expect(takeOut).toHaveCount(before);
  await expect(later).toHaveCount(0);
});

test("HR sorts progress and takes it along, takes a rater off and puts them back", async ({
  page,
}) => {
  await office(page);
  await page.getByRole("link", { name: RUNNING }).first().click();
  const table = page.getByRole("table", { name: /Participants/ });
  await expect(table).toBeVisible();
  const byName = await names(table);
  await table.getByRole("link", { name: /^All answers/ }).click();
  await expect(table.getByRole("columnheader", { name: /^All answers/ })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const byAnswers = await names(table);
  expect(byAnswers.toSorted()).toEqual(byName.toSorted());
  const parts = (await table.getByRole("row").allInnerTexts()).flatMap((row) => {
    const [, done, asked] = /(\d+) of (\d+)/.exec(row) ?? [];
    return asked ? [Number(done) / Number(asked)] : [];
  });
  expect(parts.length).toBeGreaterThan(5);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  await shoot(page, "progress-sorted");
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download this list as CSV" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("progress-participants.csv");
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(byName.length + 1);
  const [shown = ""] = byAnswers;
  expect(lines[1]).toContain(shown.split("\n")[0]?.trim());
  const workbook = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download this list as XLSX" }).click();
  expect((await workbook).suggestedFilename()).toBe("progress-participants.xlsx");

  await table.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("link", { name: "Look at the raters" }).click();
  const off = page.locator("summary").filter({ hasText: /Take .* off/ });
  await expect(off.first()).toBeVisible();
  const before = await off.count();
  await off.first().click();
  await page
    .getByRole("button", { name: /^Take .* off$/ })
    .first()
    .click();
  const notice = page.getByRole("status").filter({ hasText: "is off the list" });
  await expect(notice).toContainText("does not come back");
  await expect(page.getByRole("region", { name: "Taken off" })).toBeVisible();
  await shoot(page, "taken-off-running");
  await notice.getByRole("button", { name: /^Put .* back$/ }).click();
  await expect(off).toHaveCount(before);
});

test("HR calls a running round off; whoever was told reads why, their link says so, and the round leaves the list", async ({
  browser,
  page,
}) => {
  const [link = ""] = await openLinks(server, page);
  await office(page);
  await page.getByRole("link", { name: RUNNING }).first().click();
  await page.getByRole("link", { name: "Call off" }).click();
  await page.getByLabel("Reason").fill("The fleet is laid up until autumn.");
  await page.getByLabel(/^Type the name/).fill("Another round");
  await page.getByRole("button", { name: "Call the round off" }).click();
  await expect(page.getByRole("alert")).toContainText("That is not the name of this round");
  await expect(page.getByLabel("Reason")).toHaveValue("The fleet is laid up until autumn.");
  await shoot(page, "call-off");
  await page.getByLabel(/^Type the name/).fill(RUNNING);
  await page.getByRole("button", { name: "Call the round off" }).click();
  await says(page, "Called off.");
  await expect(page.getByText("The fleet is laid up until autumn.")).toBeVisible();
  await shoot(page, "called-off");

  const letters = () =>
    server.mailbox.mails.filter(({ subject }) => /is called off$/.test(subject));
  await expect.poll(() => letters().length, { timeout: 60_000 }).toBeGreaterThan(5);
  expect(letters()[0]?.links).toEqual([]);
  const rater = await (await browser.newContext({ viewport: phone })).newPage();
  await rater.goto(link);
  await expect(rater.getByRole("heading", { level: 1 })).toContainText("called off");
  await expect(rater.getByText("The fleet is laid up until autumn.")).toBeVisible();
  await shoot(rater, "called-off-link");

  await page.getByRole("button", { name: "Archive" }).click();
  await says(page, "Archived.");
  await page.getByRole("link", { name: "Rounds", exact: true }).first().click();
  await expect(page.getByRole("link", { name: RUNNING })).toHaveCount(0);
  await page.getByRole("link", { name: /^Show .*archived round/ }).click();
  await shoot(page, "archived");
  await page.getByRole("link", { name: RUNNING, exact: true }).click();
  await page.getByRole("button", { name: "Put back on the list" }).click();
  await says(page, "Back on the list");
  await page.getByRole("link", { name: "Rounds", exact: true }).first().click();
  await expect(page.getByRole("row", { name: new RegExp(RUNNING) })).toContainText("Called off");
});
