import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { desk, expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Running a round changes and ends it, so it has a server of its own.
let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
  await onDatabase(
    server.dataDir,
    "UPDATE round SET release_mode = 'coach' WHERE state = 'collecting'",
  );
});
test.afterAll(() => server.stop());

const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible({
    timeout: 30_000,
  });

test("HR monitors, reminds, extends, pauses, closes, reopens and scores; a coach releases; the participant reads and rates", async ({
  browser,
}) => {
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();
  await page.goto("/cycles");
  await page.getByRole("link", { name: "Ships’ officers 360" }).first().click();
  await expect(page.getByRole("columnheader", { name: "Started" })).toBeVisible();
  await shoot(page, "running-participants");

  await page.getByRole("link", { name: /^Work left/ }).click();
  await shoot(page, "running-work-left");
  await page.getByRole("button", { name: "Remind everyone with work left" }).click();
  await says(page, /Asked to remind who had something left.*\d+ (person|people) /s);
  await page.getByRole("link", { name: /^Departments/ }).click();
  await expect(page.getByRole("heading", { name: "By department" })).toBeVisible();

  await page.getByRole("link", { name: "Extend", exact: true }).click();
  await page.getByRole("button", { name: "Extend" }).click();
  await says(page, "Extended.");
  await page.getByRole("button", { name: "Pause" }).click();
  await says(page, "Paused.");
  await shoot(page, "running-paused");
  await page.getByRole("button", { name: "Take answers again" }).click();
  await says(page, "Answers are taken again.");

  await page.getByRole("link", { name: "Coaches" }).click();
  const coach = server.signIn("manager choosing raters");
  await page.getByRole("searchbox", { name: "Search colleagues" }).fill(coach.name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: `Make ${coach.name} the coach` }).click();
  await says(page, "The coach is named.");
  await shoot(page, "running-coaches");
  await page.getByRole("link", { name: "Ships’ officers 360" }).click();

  await expect(page.getByRole("link", { name: "Extend", exact: true })).toBeVisible();

  // A form that was open in another tab before the first closing says so, and changes nothing.
  const stale = await office.newPage();
  await stale.goto(`${page.url()}/extend`);
  await close(page);
  await expect(page.getByRole("heading", { name: "Closed, and still" })).toBeVisible();
  await shoot(page, "running-way-back");
  await page.getByRole("button", { name: "Reopen the round" }).click();
  await says(page, "Reopened.");
  await stale.getByRole("button", { name: "Extend" }).click();
  await expect(stale.getByRole("alert")).toContainText("changed meanwhile");

  await close(page);
  await page.getByRole("button", { name: "Make the reports now" }).click();
  await expect(page.getByRole("heading", { name: "Coaches release the reports" })).toBeVisible({
    timeout: 60_000,
  });
  await shoot(page, "running-coaches-release");

  const told = () => server.mailbox.mails.filter((mail) => /report is ready/.test(mail.subject));
  const before = told().length;
  const coaching = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(coaching, server.url, coach);
  const own = await coaching.newPage();
  await own.goto("/home");
  await own.getByRole("link", { name: "People you coach" }).click();
  await shoot(own, "running-coaching");
  await own
    .getByRole("link", { name: /^Read the report/ })
    .first()
    .click();
  await own.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  await expect(own.getByRole("heading", { name: "Questions to ask" })).toBeVisible();
  await own.goBack();
  await own
    .getByRole("button", { name: /^Release/ })
    .first()
    .click();
  await says(own, "Released.");
  await expect.poll(() => told().length, { timeout: 20_000 }).toBe(before + 1);

  const link = told()
    .at(-1)
    ?.links.find((each) => each.includes("/join/"));
  const participant = await (await browser.newContext({ viewport: phone })).newPage();
  await participant.goto(String(link));
  await participant.getByLabel("Choose a password").fill("another long password");
  await participant.getByRole("button", { name: "Open my account" }).click();
  await participant.getByRole("button", { name: /^4 of 5/ }).click();
  await expect(participant.getByText("Thank you, your rating is kept.")).toBeVisible();
  await shoot(participant, "running-rated");
});

async function close(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Close and make the reports" }).click();
  await page.getByRole("button", { name: "Close and make the reports" }).click();
}
