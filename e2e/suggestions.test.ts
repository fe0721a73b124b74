import { onDatabase } from "./support/database.ts";
import { desk, expect, phone, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { raterLinks } from "./support/raters.ts";
import { expectReadable } from "./support/reading.ts";

/** What nobody writes, and every page has to bear. */
const OVERFULL = `${"Say what you expect before the week begins, and once more when it has ended. ".repeat(20)}\n\n${"x".repeat(180)}`;

test("a manager asks everybody for one suggestion, they answer with a name or without or decline unasked, HR closes it, and the manager reads what may be read, without any script", async ({
  browser,
  context,
  signInAs,
  withoutScript,
  sample,
}) => {
  test.slow();
  const { dataDir } = sample;
  const { email } = sample.signIn("manager with a released report");
  const newest = `SELECT r.id, r.organisation_id FROM report r
      JOIN subject s ON s.id = r.participant_id JOIN person p ON p.id = s.person_id
     WHERE p.email = '${email}' AND r.released_at IS NOT NULL ORDER BY r.released_at DESC LIMIT 1`;
  // Another journey on this server may have chosen and announced already.
  for (const table of ["focus", "announcement"])
    await onDatabase(
      dataDir,
      `DELETE FROM ${table} WHERE report_id = (SELECT id FROM (${newest}) AS r)`,
    );
  await onDatabase(
    dataDir,
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
       SELECT r.organisation_id, gen_random_uuid(), r.id, n, item, 'more', 'Ask first', current_date + 20, now()
         FROM (${newest}) AS r, (VALUES (1, 'measurable-goals'), (2, 'few-goals')) AS f (n, item)`,
  );
  await signInAs("manager with a released report");
  const own = await withoutScript();
  const looking = await context.newPage();
  await own.goto("/plan/announce");
  await expectReadable(looking, "/plan/announce");
  await shootInEveryLook(looking, "suggest-form", `${sample.url}/plan/announce`);

  // What was ticked stays ticked where the words are refused.
  const tick = own.getByRole("checkbox", { name: /^Ask everybody for one suggestion, too/ });
  const words = own.getByRole("textbox", { name: /Your words/ });
  const send = own.getByRole("button", { name: /^Send it to all \d+$/ });
  await expect(tick).not.toBeChecked();
  await tick.check();
  await words.fill("");
  await send.click();
  await expect(own.getByRole("alert")).toContainText("Write a few words.");
  await expect(tick).toBeChecked();
  await shoot(own, "suggest-form-refused");
  await words.fill("I ask before I answer.");
  const known = new Set(raterLinks(sample));
  await send.click();
  await expect(own.getByText("Sent, a letter to each of them.")).toBeVisible();
  await shootInEveryLook(looking, "suggest-sent", `${sample.url}/plan/announce`);
  await own.getByRole("link", { name: /^Asked for on / }).click();
  await expect(own.getByRole("heading", { name: "They are being asked" })).toBeVisible();
  const { pathname } = new URL(own.url());
  await expectReadable(looking, pathname);
  await shootInEveryLook(looking, "suggest-running", own.url());

  const asked = await onDatabase(
    dataDir,
    "SELECT q.id FROM request q JOIN round r ON r.id = q.round_id WHERE r.kind = 'suggestion' AND q.state = 'invited'",
  );
  const links = () => raterLinks(sample).filter((link) => !known.has(link));
  await expect
    .poll(() => links().length, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(asked.length);
  const plain = { baseURL: sample.url, ignoreHTTPSErrors: true, viewport: phone };
  const rater = await browser.newContext({ ...plain, javaScriptEnabled: false });
  const [declining = "", ...answering] = links();
  const withScript = await browser.newContext(plain);
  const seen = await withScript.newPage();
  for (const [at, link] of answering.entries()) {
    const page = await rater.newPage();
    await page.goto(link);
    if (at === 0) await shoot(page, "suggest-rater-list");
    await page
      .getByRole("link", { name: /^Start/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: /^Your suggestion for / })).toBeVisible();
    await expect(page.getByText("You choose before you type: with your name")).toBeVisible();
    await expect(page.getByText("You need not, and nobody asks why.")).toBeVisible();
    if (at === 0) {
      await seen.goto(link);
      const intro = page.url();
      await expectReadable(seen, new URL(intro).pathname);
      await shootInEveryLook(seen, "suggest-rater-intro", intro);
    }
    await page.getByRole("link", { name: "Start" }).click();
    const questions = page.url();
    if (at === 0) {
      await expectReadable(seen, new URL(questions).pathname);
      await shootInEveryLook(seen, "suggest-rater-questions", questions);
      // Nothing can be sent before the name is chosen.
      await page.getByRole("textbox").first().fill("Begin with the goal.");
      await page.getByRole("button", { name: "Save and look it over" }).last().click();
      await expect(page.getByText("One question is still open")).toBeVisible();
      await expect(page.getByRole("button", { name: /^(Mark|Send)/ })).toHaveCount(0);
      await shoot(page, "suggest-rater-unchosen");
      await page.goto(questions);
    }
    const signs = at > 0 && at < 3;
    await page.getByRole("radio", { name: signs ? /^With my name/ : /^Without my name/ }).check();
    const boxes = page.getByRole("textbox");
    await boxes.nth(0).fill(at === 1 || at === 4 ? OVERFULL : `Begin with the goal, ${at}.`);
    if (at < 4) await boxes.nth(1).fill(`Drop one goal of three, ${at}.`);
    await page.getByRole("button", { name: "Save and look it over" }).last().click();
    if (at === 1) await shoot(page, "suggest-rater-look-over");
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByText("Thank you", { exact: false }).first()).toBeVisible();
    await page.close();
  }
  const refusing = await rater.newPage();
  await refusing.goto(declining);
  await refusing
    .getByRole("link", { name: /^Start/ })
    .first()
    .click();
  await refusing.getByRole("link", { name: "I’d rather not" }).click();
  await expect(refusing.getByRole("radio")).toHaveCount(0);
  await expect(refusing.getByRole("textbox")).toHaveCount(0);
  await shoot(refusing, "suggest-rater-decline");
  await refusing.getByRole("button", { name: "Decline" }).click();
  await expect(refusing.getByRole("heading", { name: "You have declined" })).toBeVisible();
  await shoot(refusing, "suggest-rater-declined");
  await rater.close();
  await withScript.close();

  // HR sees that it runs and in which words, and nothing of what it says; HR closes it.
  const hr = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  await signInAs("HR administrator", hr);
  const office = await hr.newPage();
  await expectReadable(office, "/pulses");
  await shootInEveryLook(office, "suggest-hr-list", `${sample.url}/pulses`);
  await office.setViewportSize(desk);
  const kind = office.getByRole("cell", { name: "Suggestions", exact: true });
  const row = office.getByRole("row").filter({ has: kind }).first();
  await row.getByRole("link").click();
  await expect(office.getByText("Suggestions are taken until the end of")).toBeVisible();
  // Whoever declined is missing from no number.
  await expect(office.getByText(new RegExp(`of ${asked.length} had answered`))).toBeVisible();
  const run = office.url();
  await expectReadable(office, new URL(run).pathname);
  await shootInEveryLook(office, "suggest-hr", run);
  await office.setViewportSize(desk);
  const pressing = await browser.newContext({
    ...{ baseURL: sample.url, ignoreHTTPSErrors: true, javaScriptEnabled: false },
    storageState: await hr.storageState(),
  });
  const plainOffice = await pressing.newPage();
  await plainOffice.goto(run);
  await plainOffice.getByRole("button", { name: "Pause" }).click();
  await expect(plainOffice.getByText("Paused. No suggestions are taken")).toBeVisible();
  await plainOffice.getByRole("button", { name: "Go on" }).click();
  await expect(plainOffice.getByText("Suggestions are taken again.")).toBeVisible();
  await plainOffice.getByText("Call it off", { exact: true }).click();
  await expect(plainOffice.getByText("No suggestion is kept and nobody reads any.")).toBeVisible();
  await plainOffice.getByText("Close it sooner").click();
  await expect(plainOffice.getByText("No more suggestions are taken.")).toBeVisible();
  await shoot(plainOffice, "suggest-hr-ways");
  await plainOffice.getByRole("button", { name: "Close now" }).click();
  await expect(plainOffice.getByText("Closed. What may be read is being decided.")).toBeVisible();
  await expect(plainOffice.getByRole("main")).not.toContainText(/pulse\b|answers|counted|goal/i);
  await pressing.close();

  const first = "Begin with the goal, 0.";
  await expect
    .poll(
      async () => {
        await own.goto(pathname);
        return own.getByText(first).count();
      },
      { timeout: 120_000 },
    )
    .toBe(1);
  await shoot(own, "suggest-read");
  await office.goto(run);
  await expect(office.getByText("No more suggestions are taken.")).toBeVisible();
  await shoot(office, "suggest-hr-closed");
  await office.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(office.getByText("Es werden keine Vorschläge mehr angenommen.")).toBeVisible();
  await shoot(office, "suggest-hr-closed-german");
  await office.goto("/pulses");
  await shoot(office, "suggest-hr-list-german");
  await office.getByRole("button", { name: "English" }).first().click();
  expect((await office.goto(pathname))?.status()).toBe(404);
  await hr.close();

  await expectReadable(looking, pathname);
  await shootInEveryLook(looking, "suggest-read", `${sample.url}${pathname}`);
  await looking.setViewportSize(desk);
  await looking.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(looking.getByRole("heading", { name: "Ohne Namen" }).first()).toBeVisible();
  await shoot(looking, "suggest-read-german");
  await looking.goto("/plan/announce");
  await shoot(looking, "suggest-sent-german");
  await looking.getByRole("button", { name: "English" }).first().click();
});
