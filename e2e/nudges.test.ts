import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { expect, phone, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";
import { type MovedClock, movedClock } from "./support/time.ts";

// Days pass here, so it has a server of its own, with a clock that is moved.
let server: Server;
let clock: MovedClock;
test.beforeAll(async () => {
  clock = movedClock();
  const from = await preparedSample();
  server = await startServer({ command: "demo", from, env: clock.env });
});
test.afterAll(async () => {
  await server.stop();
  clock.end();
});

const DAY = 86_400_000;
const begun = new Date();
/** So many days on, when it is noon in every zone of the sample or later. */
const onDay = async (days: number) => {
  clock.set(new Date(Math.floor(begun.getTime() / DAY) * DAY + days * DAY + 13 * 3_600_000));
  await clock.keepTime(server);
};
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a nudge arrives at the chosen hour, is answered by one tap without signing in, and its kind is switched off with one click", async ({
  browser,
}) => {
  const someone = server.signIn("manager with a released report");
  const at = { baseURL: server.url, viewport: phone, javaScriptEnabled: false };
  const inside = await browser.newContext(at);
  await signIn(inside, server.url, someone);
  const own = await inside.newPage();
  await own.goto("/plan/practice/new");
  await own.getByLabel("When: a moment of your day").fill("When the Monday meeting opens");
  await own.getByLabel("Then: what you do").fill("I ask before I answer");
  for (const box of await own.getByRole("checkbox").all()) await box.check();
  await expect(own.getByLabel("On at most two days a week")).toBeChecked();
  await own.getByLabel("On each day of practice").check();
  await own.getByLabel("At what time?").selectOption("9");
  await button(own, "Go on: rehearse it once").click();
  await own.getByLabel(/what do you do\?$/).fill("I ask them first");
  await button(own, "Begin today").click();
  await button(own, "Yes").click();
  await expect(own.getByText(/A letter reminds you on each day of practice/)).toBeVisible();

  await onDay(1);
  const letter = await server.mailbox.next(someone.email, /^Today’s practice$/);
  expect(letter.text).toContain("When the Monday meeting opens, I ask before I answer");
  const link = letter.links.find((each) => each.includes("/nudges/")) ?? "";
  // Somebody else's device, or their own where nobody is signed in; a program looked at the link before.
  const outside = await browser.newContext(at);
  const page = await outside.newPage();
  expect((await outside.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your practice", level: 1 })).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Monday meeting");
  await button(page, "Yes").click();
  await expect(page.getByText("Kept. Should it turn out otherwise today")).toBeVisible();
  await button(page, "Not this time").click();
  await expect(page.getByText("Kept. Should it turn out otherwise today")).toBeVisible();
  const looking = await (await browser.newContext({ baseURL: server.url })).newPage();
  await expectReadable(looking, link);
  await shootInEveryLook(looking, "nudge", `${link}?said=kept`);
  await own.reload();
  await expect(own.getByText("Today is answered.")).toBeVisible();
  await own.goto("/plan/practice");
  await expect(own.getByText("not done or not answered, 1")).toBeVisible();

  const stop = letter.stopAt ?? "";
  await page.goto(stop);
  await expect(page.getByRole("heading", { name: "No more of these letters?" })).toBeVisible();
  await expect(page.getByText("Reminders of your practice")).toBeVisible();
  await shootInEveryLook(looking, "without-letters", stop);
  // As mail programs do it: no cookie, no page, no origin.
  const sent = await fetch(stop, { method: "POST", body: new URLSearchParams(ONE_CLICK) });
  expect(sent.status).toBe(200);
  await page.reload();
  await expect(page.getByRole("heading", { name: "These letters come no more" })).toBeVisible();
  await onDay(2);
  await onDay(3);
  expect(server.mailbox.mails.filter(({ subject }) => subject === letter.subject)).toHaveLength(1);
  await own.goto("/plan/practice/edit");
  await expect(own.getByText("You said that you do without these letters.")).toBeVisible();
  await button(page, "I want them after all").click();
  await expect(page.getByRole("heading", { name: "No more of these letters?" })).toBeVisible();
  await onDay(4);
  await expect
    .poll(() => server.mailbox.mails.filter(({ subject }) => subject === letter.subject).length)
    .toBe(2);

  await onDay(9);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "That day is too long ago" })).toBeVisible();
  await onDatabase(
    server.dataDir,
    `UPDATE practice SET state = 'stopped', ended_on = begun_on
      WHERE person_id = (SELECT id FROM person WHERE email = '${someone.email}')`,
  );
  await page.reload();
  await expect(page.getByRole("heading", { name: "This practice is over" })).toBeVisible();
  await page.goto(`${link}x`);
  await expect(page.getByRole("heading", { name: "We don’t know this link" })).toBeVisible();
});

const ONE_CLICK = { "List-Unsubscribe": "One-Click" };
