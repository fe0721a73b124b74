import { onDatabase } from "./support/database.ts";
import { desk, expect, phone, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { raterLinks } from "./support/raters.ts";
import { expectReadable } from "./support/reading.ts";

test("a manager asks their raters once more, they answer in a minute, HR closes it, and the manager reads what changed, without any script", async ({
  browser,
  context,
  signInAs,
  withoutScript,
  sample,
}) => {
  const { dataDir } = sample;
  // Another journey on this server may have chosen already.
  await onDatabase(
    dataDir,
    `DELETE FROM focus WHERE report_id IN (
       SELECT report.id FROM report JOIN subject ON subject.id = participant_id JOIN person ON person.id = person_id
        WHERE email = '${sample.signIn("manager with a released report").email}')`,
  );
  await signInAs("manager with a released report");
  const own = await withoutScript();
  await own.goto("/plan/pulse");
  await expect(own.getByText("First choose what you work on")).toBeVisible();
  await shoot(own, "pulse-no-focus");

  // They chose two behaviours of their newest report, and read it a day ago.
  const { email } = sample.signIn("manager with a released report");
  const newest = `SELECT r.id, r.organisation_id, r.participant_id FROM report r
      JOIN subject s ON s.id = r.participant_id JOIN person p ON p.id = s.person_id
     WHERE p.email = '${email}' AND r.released_at IS NOT NULL ORDER BY r.released_at DESC LIMIT 1`;
  await onDatabase(
    dataDir,
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
       SELECT r.organisation_id, gen_random_uuid(), r.id, n, item, 'more', 'Ask first', current_date + 20, now()
         FROM (${newest}) AS r, (VALUES (1, 'measurable-goals'), (2, 'few-goals')) AS f (n, item)`,
  );
  await onDatabase(
    dataDir,
    `UPDATE report SET released_at = now() WHERE id = (SELECT id FROM (${newest}) AS r)`,
  );
  await own.goto("/plan/pulse");
  await expect(own.getByRole("heading", { name: /^From .* you can ask again$/ })).toBeVisible();
  await shoot(own, "pulse-later");
  await onDatabase(
    dataDir,
    `UPDATE report SET released_at = now() - interval '31 days' WHERE id = (SELECT id FROM (${newest}) AS r)`,
  );
  await own.goto("/home");
  await own.getByRole("link", { name: "Look at it" }).click();
  await expect(own.getByText(/only changes of more than \d\.\d points/).first()).toBeVisible();
  await shoot(own, "pulse-ask");
  for (const box of await own.getByRole("checkbox").all()) await box.uncheck();
  await own.getByRole("button", { name: /^Ask \d+ people$/ }).click();
  await expect(own.getByRole("alert")).toContainText("Choose one to three behaviours.");
  for (const box of await own.getByRole("checkbox").all()) await box.check();
  const known = new Set(raterLinks(sample));
  await own.getByRole("button", { name: /^Ask \d+ people$/ }).click();
  await expect(own.getByText("They are being asked. We write to you")).toBeVisible();
  await shoot(own, "pulse-running");

  // Everybody who was asked answers from their letter.
  const [{ n = 0 } = {}] = await onDatabase(
    dataDir,
    "SELECT count(*)::int AS n FROM request q JOIN round r ON r.id = q.round_id WHERE r.kind = 'pulse' AND q.state = 'invited'",
  );
  const links = () => raterLinks(sample).filter((link) => !known.has(link));
  await expect.poll(() => links().length, { timeout: 120_000 }).toBeGreaterThanOrEqual(Number(n));
  const rater = await browser.newContext({
    ...{ baseURL: sample.url, javaScriptEnabled: false, ignoreHTTPSErrors: true, viewport: phone },
  });
  let anonymous = 0;
  for (const [at, link] of links().entries()) {
    const page = await rater.newPage();
    await page.goto(link);
    await page
      .getByRole("link", { name: /^Start/ })
      .first()
      .click();
    const group = page.getByText("asks the same people once more");
    const named = page.getByText("beside those you gave then. This part is not anonymous.");
    await expect(group.or(named)).toBeVisible();
    if (await group.isVisible()) anonymous += 1;
    await shoot(page, `pulse-rater-intro-${(await group.isVisible()) ? "group" : "manager"}`);
    await page.getByRole("link", { name: "Start" }).click();
    await expect(page.getByRole("radio").first()).toBeVisible();
    if (at === 0) await shoot(page, "pulse-rater-questions");
    for (const group of await page.getByRole("group").all()) {
      const radios = group.getByRole("radio");
      const size = await radios.count();
      if (size === 0) continue;
      await radios.nth(size > 4 ? 1 + (at % 3) : at % 4 === 0 ? 1 : 2).check();
    }
    await page.getByRole("button", { name: "Save and look it over" }).last().click();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByText("Thank you", { exact: false }).first()).toBeVisible();
    await page.close();
  }
  await rater.close();
  expect(anonymous).toBe(Number(n) - 1);

  // HR sees that it runs, and closes it.
  const hr = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  await signInAs("HR administrator", hr);
  const office = await hr.newPage();
  await office.goto("/pulses");
  await shoot(office, "pulses-hr");
  await office.getByRole("main").getByRole("table").getByRole("link").first().click();
  await expect(office.getByText("only the person reads who asked for it")).toBeVisible();
  await shoot(office, "pulse-hr");
  await office.getByText("Call it off", { exact: true }).click();
  await office.getByRole("button", { name: "Call it off for good" }).click();
  await expect(office.getByRole("alert")).toContainText("Say why.");
  await office.getByText("Close it sooner").click();
  await office.getByRole("button", { name: "Close now" }).click();
  await expect(office.getByText("Closed. The answers are being counted.")).toBeVisible();
  await hr.close();

  await expect
    .poll(
      async () => {
        await own.goto("/plan/pulse");
        return own.getByRole("link", { name: "After 30 days" }).count();
      },
      { timeout: 120_000 },
    )
    .toBe(1);
  await own.getByRole("link", { name: "After 30 days" }).click();
  await expect(own.getByRole("heading", { name: "What they say after 30 days" })).toBeVisible();
  await expect(own.getByText("All others").first()).toBeVisible();
  const address = own.url();
  await shoot(own, "pulse-result");

  const looking = await context.newPage();
  await expectReadable(looking, "/plan/pulse");
  await expectReadable(looking, new URL(address).pathname);
  await shootInEveryLook(looking, "pulse-result", address);
  // In German, too; on a phone the languages are behind the menu.
  await looking.setViewportSize(desk);
  await looking.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(looking.getByText("Was sie nach 30 Tagen sagen").first()).toBeVisible();
  await shoot(looking, "pulse-result-german");
  await looking.getByRole("button", { name: "English" }).first().click();
});
