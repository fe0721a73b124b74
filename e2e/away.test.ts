import { onDatabase } from "./support/database.ts";
import { desk, expect, phone, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { raterLinks } from "./support/raters.ts";
import { expectReadable } from "./support/reading.ts";

const ROLE = "manager with a released report";

test("a manager who was away says how it went, asks the whole team, HR closes it, and the manager reads both beside each other, without any script", async ({
  browser,
  context,
  signInAs,
  withoutScript,
  sample,
}) => {
  const { dataDir } = sample;
  const { email } = sample.signIn(ROLE);
  const sql = (text: string) => onDatabase(dataDir, text);
  const self = `(SELECT id FROM person WHERE email = '${email}')`;
  // The team is as large as this journey needs, and after it as it was.
  await sql(`CREATE TABLE team_before AS SELECT id, manager_id FROM person
    WHERE organisation_id = (SELECT organisation_id FROM person WHERE id = ${self})`);
  const nobody = `UPDATE person SET manager_id = (SELECT manager_id FROM person WHERE id = ${self}) WHERE manager_id = ${self}`;
  const some = (count: number) => `UPDATE person SET manager_id = ${self} WHERE id IN (
    SELECT p.id FROM person p
     WHERE p.organisation_id = (SELECT organisation_id FROM person WHERE id = ${self})
       AND p.status = 'active' AND NOT p.external AND p.email IS NOT NULL AND p.id <> ${self}
       AND p.id <> coalesce((SELECT manager_id FROM person WHERE id = ${self}), p.id)
       AND NOT EXISTS (SELECT 1 FROM person r WHERE r.manager_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id)
     ORDER BY p.id LIMIT ${count})`;
  await signInAs(ROLE);
  const own = await withoutScript();
  const looking = await context.newPage();

  // Whoever leads nobody, or too few, is told what to do instead.
  await sql(nobody);
  await own.goto("/away-test");
  await expect(own.getByText("This is for those who lead others")).toBeVisible();
  await shoot(own, "away-nobody");
  await sql(some(3));
  await own.goto("/away-test");
  await expect(own.getByText("Too few to ask without giving anyone away")).toBeVisible();
  await expect(own.getByText("What stopped or waited because I was away?")).toBeVisible();
  await expectReadable(looking, "/away-test");
  await shootInEveryLook(looking, "away-few", `${sample.url}/away-test`);
  await sql(some(6));

  // The directory knows of two absences that have just ended.
  await sql(`INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day)
    SELECT organisation_id, gen_random_uuid(), id, current_date - ago, current_date - ago + 8
      FROM person, (VALUES (10), (25)) AS a (ago) WHERE id = ${self}`);
  await own.goto("/home");
  await own
    .getByRole("listitem")
    .filter({ hasText: "Ask your team how it went while you were away" })
    .getByRole("link")
    .first()
    .click();
  await expect(own.getByLabel("First day away")).not.toHaveValue("");
  const newest = await own.getByLabel("First day away").inputValue();
  await own.getByRole("link", { name: /^Instead: / }).click();
  await expect(own.getByLabel("First day away")).not.toHaveValue(newest);
  await own.goto("/away-test");
  await shootInEveryLook(looking, "away-ask", `${sample.url}/away-test`);
  await looking.setViewportSize(desk);
  await expectReadable(looking, "/away-test");

  // What is missing is said where it is missing, and what was typed stays.
  await own.getByLabel("Last day away").fill("2099-01-01");
  await own.getByRole("button", { name: "Ask 6 people" }).click();
  await expect(own.getByRole("alert")).toContainText("Say whether the plan held.");
  const says = (question: string, answer: string) =>
    own.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true });
  await says("While you were away: did the plan hold?", "Yes").check();
  await says("Did the team go beyond the plan?", "Can’t say").check();
  await says("Did anything stop or wait because you were away?", "Small things").check();
  await own.getByRole("button", { name: "Ask 6 people" }).click();
  await expect(own.getByRole("alert")).toContainText("You are still away on that day.");
  await expect(says("While you were away: did the plan hold?", "Yes")).toBeChecked();
  await shoot(own, "away-refused");
  const stale = await context.newPage();
  await stale.goto("/away-test");
  await own.goto("/away-test");
  await says("While you were away: did the plan hold?", "Yes").check();
  await says("Did the team go beyond the plan?", "Can’t say").check();
  await says("Did anything stop or wait because you were away?", "Small things").check();
  const known = new Set(raterLinks(sample));
  await own.getByRole("button", { name: "Ask 6 people" }).click();
  await expect(own.getByText("They are being asked. We write to you once")).toBeVisible();
  await expect(own.getByText("You: Yes")).toBeVisible();
  await shoot(own, "away-running");
  // With another answer in a tab from before, nothing changes.
  for (const answer of ["No", "Can’t say", "Nothing"])
    await stale.getByRole("radio", { name: answer, exact: true }).first().check();
  await stale
    .getByRole("group", { name: "Did the team go beyond the plan?" })
    .getByRole("radio", { name: "No" })
    .check();
  await stale.getByRole("button", { name: "Ask 6 people" }).click();
  await expect(stale.getByText("with what you answered then")).toBeVisible();
  await stale.close();

  // Each of the team answers from their letter, on a phone.
  const links = () => raterLinks(sample).filter((link) => !known.has(link));
  await expect.poll(() => links().length, { timeout: 120_000 }).toBeGreaterThanOrEqual(6);
  const team = await browser.newContext({
    ...{ baseURL: sample.url, javaScriptEnabled: false, ignoreHTTPSErrors: true, viewport: phone },
  });
  for (const [at, link] of links().entries()) {
    const page = await team.newPage();
    await page.goto(link);
    await page
      .getByRole("link", { name: /^Start/ })
      .first()
      .click();
    await expect(page.getByText("from 5 answers on.", { exact: false })).toBeVisible();
    if (at === 0) await shoot(page, "away-team-intro");
    await page.getByRole("link", { name: "Start" }).click();
    await expect(page.getByRole("radio").first()).toBeVisible();
    if (at === 0) await shoot(page, "away-team-questions");
    for (const [which, group] of (await page.getByRole("group").all()).entries())
      if ((await group.getByRole("radio").count()) > 0)
        await group
          .getByRole("radio")
          .nth((at + which) % 3)
          .check();
    await page.getByRole("button", { name: "Save and look it over" }).last().click();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByText("Thank you", { exact: false }).first()).toBeVisible();
    await page.close();
  }
  await team.close();

  // HR sees that it runs, and closes it.
  const hr = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  await signInAs("HR administrator", hr);
  const office = await hr.newPage();
  await office.goto("/pulses");
  await office
    .getByRole("main")
    .getByRole("link", { name: /^While .* was away$/ })
    .first()
    .click();
  await expect(office.getByText("only the person reads who asked for it")).toBeVisible();
  await shoot(office, "away-hr");
  await office.getByText("Close it sooner").click();
  await office.getByRole("button", { name: "Close now" }).click();
  await expect(office.getByText("Closed. The answers are being counted.")).toBeVisible();
  await hr.close();

  await own.goto("/away-test");
  await expect(own.getByRole("heading", { name: "What you asked before" })).toBeVisible();
  const past = own
    .getByRole("main")
    .getByRole("link", { name: /^\d+ \w+ \d+ to / })
    .first();
  await past.click();
  await expect
    .poll(
      async () => {
        await own.reload();
        return own.getByText("Thank them, tell them what surprised you").count();
      },
      { timeout: 120_000 },
    )
    .toBe(1);
  const address = own.url();
  await expect(own.getByText("You: Yes")).toBeVisible();
  await expect(own.getByText(/\(6 answers\)|6 of your team answered/).first()).toBeVisible();
  await expectReadable(looking, new URL(address).pathname);
  await shootInEveryLook(looking, "away-result", address);

  // Somebody joins, and nobody can be asked for a year.
  await sql(some(7));
  await looking.setViewportSize(desk);
  await looking.goto("/away-test");
  await expect(looking.getByRole("heading", { name: /^From .* again$/ })).toBeVisible();
  await shoot(looking, "away-nearly-same");

  // In German, too.
  await looking.goto(address);
  await looking.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(
    looking.getByRole("heading", { level: 1, name: "Während Sie weg waren" }),
  ).toBeVisible();
  await shoot(looking, "away-result-german");
  await sql(some(6));
  await looking.goto("/away-test");
  await shoot(looking, "away-ask-german");
  await looking.getByRole("button", { name: "English" }).first().click();

  await sql(
    "UPDATE person SET manager_id = b.manager_id FROM team_before b WHERE b.id = person.id",
  );
  await sql("DROP TABLE team_before");
  await sql(`DELETE FROM person_absence WHERE person_id = ${self}`);
});

test("with script, the form keeps what was chosen and asks no one before all is said", async ({
  page,
  signInAs,
  sample,
}) => {
  const { email } = sample.signIn(ROLE);
  const sql = (text: string) => onDatabase(sample.dataDir, text);
  const self = `(SELECT id FROM person WHERE email = '${email}')`;
  await sql("CREATE TABLE team_before AS SELECT id, manager_id FROM person");
  await sql(`DELETE FROM away_test WHERE person_id = ${self}`);
  await sql(`UPDATE person SET manager_id = ${self} WHERE id IN (
    SELECT p.id FROM person p JOIN person s ON s.id = ${self} AND s.organisation_id = p.organisation_id
     WHERE p.status = 'active' AND NOT p.external AND p.email IS NOT NULL AND p.id <> s.id
       AND p.id <> coalesce(s.manager_id, p.id)
       AND NOT EXISTS (SELECT 1 FROM person r WHERE r.manager_id = p.id) ORDER BY p.id LIMIT 40)`);
  await signInAs(ROLE);
  await page.setViewportSize(phone);
  await page.goto("/plan");
  await page.goto("/away-test");
  const send = page.getByRole("button", { name: /^Ask \d+ people$/ });
  await expect(send).toBeVisible();
  await shoot(page, "away-large-team");
  await page.getByRole("radio", { name: "In part" }).check();
  await send.click();
  await expect(page.getByRole("alert")).toContainText("Enter the first day.");
  await expect(page.getByRole("radio", { name: "In part" })).toBeChecked();
  await sql(
    "UPDATE person SET manager_id = b.manager_id FROM team_before b WHERE b.id = person.id",
  );
  await sql("DROP TABLE team_before");
});
