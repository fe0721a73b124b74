import { onDatabase } from "./support/database.ts";
import { desk, expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("a manager tells all who were asked what they work on, thanks them a week later, and says in the end what came of it, without any script", async ({
  context,
  signInAs,
  withoutScript,
  sample,
}) => {
  const { dataDir } = sample;
  await signInAs("manager with a released report");
  const { email } = sample.signIn("manager with a released report");
  const newest = `SELECT r.id, r.organisation_id FROM report r
      JOIN subject s ON s.id = r.participant_id JOIN person p ON p.id = s.person_id
     WHERE p.email = '${email}' AND r.released_at IS NOT NULL ORDER BY r.released_at DESC LIMIT 1`;
  const own = await withoutScript();
  await onDatabase(
    dataDir,
    `DELETE FROM focus WHERE report_id = (SELECT id FROM (${newest}) AS r)`,
  );
  await own.goto("/plan/announce");
  await expect(own.getByText("First choose what you work on")).toBeVisible();
  await shoot(own, "announce-no-focus");
  await onDatabase(
    dataDir,
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
       SELECT r.organisation_id, gen_random_uuid(), r.id, n, item, 'more', 'Ask first', current_date + 20, now()
         FROM (${newest}) AS r, (VALUES (1, 'measurable-goals'), (2, 'few-goals')) AS f (n, item)`,
  );
  await own.goto("/plan/announce");
  const form = own.getByRole("heading", { name: /^It goes to \d+ people$/ });
  await expect(form).toBeVisible();
  await expect(own.getByText("You can’t choose among them.")).toBeVisible();
  await shoot(own, "announce-form");
  const looking = await context.newPage();
  await expectReadable(looking, "/plan/announce");
  await shootInEveryLook(looking, "announce-form", `${sample.url}/plan/announce`);
  await looking.setViewportSize(desk);

  const words = own.getByRole("textbox", { name: /Your words/ });
  await expect(words).toHaveValue(/In the coming weeks I work on this: /);
  await words.fill("");
  await own.getByRole("button", { name: /^Send it to all \d+$/ }).click();
  await expect(own.getByRole("alert")).toContainText("Write a few words.");
  await words.fill("I ask before I answer.");
  await own.getByRole("button", { name: /^Send it to all \d+$/ }).click();
  await expect(own.getByText("Sent, a letter to each of them.")).toBeVisible();
  await expect(own.getByRole("heading", { name: /^From .* you can thank them$/ })).toBeVisible();

  // Each of them got one, and it leads nowhere.
  const letters = () =>
    onDatabase(
      dataDir,
      "SELECT m.kind, count(*)::int AS n, a.recipients, bool_or(m.way IS NOT NULL) AS leads FROM message m, announcement a WHERE m.kind = 'focus-announced' AND a.word = 'I ask before I answer.' GROUP BY m.kind, a.recipients",
    );
  const [sent] = await letters();
  expect(sent).toMatchObject({ n: Number(sent?.recipients), leads: false });

  // A tab from before sends nothing more.
  await looking.bringToFront();
  await looking.getByRole("button", { name: /^Send it to all \d+$/ }).click();
  await expect(looking.getByRole("alert").first()).toContainText("This was sent already");
  expect(await letters()).toEqual([sent]);

  for (const [word, after] of [
    ["Thank you for what you suggested.", /^From .* you can tell them what came of it$/],
    ["I ask more often than I did.", "You told them everything"],
  ] as const) {
    await onDatabase(
      dataDir,
      "UPDATE announcement SET sent_on = sent_on - 8 WHERE word IN ('I ask before I answer.', 'Thank you for what you suggested.')",
    );
    await own.goto("/plan/announce");
    await own.getByRole("textbox", { name: /Your words/ }).fill(word);
    await own.getByRole("button", { name: /^Send it to all \d+$/ }).click();
    await expect(own.getByRole("heading", { name: after })).toBeVisible();
  }
  await expect(own.getByRole("listitem").filter({ hasText: "Told what came of it" })).toBeVisible();
  await shoot(own, "announce-over");
  await expectReadable(looking, "/plan/announce");
  await shootInEveryLook(looking, "announce-over", `${sample.url}/plan/announce`);
  await looking.setViewportSize(desk);
  await looking.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(looking.getByText("Sie haben alles gesagt")).toBeVisible();
  await shoot(looking, "announce-german");
  await looking.getByRole("button", { name: "English" }).first().click();
});
