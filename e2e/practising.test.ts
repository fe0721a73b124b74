import { onDatabase } from "./support/database.ts";
import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

/** So many days later in the one practice of that person. */
const daysLater = (days: number, own: string) =>
  `UPDATE practice SET begun_on = begun_on - ${days}, ends_on = ends_on - ${days} WHERE ${own};
   UPDATE practice_check_in SET day = day - ${days} WHERE practice_id IN (SELECT id FROM practice WHERE ${own})`;

test("a manager takes an offered practice, rehearses it, answers for days, looks back, finishes and stops, without any script", async ({
  context,
  signInAs,
  withoutScript,
  sample,
}) => {
  await signInAs("manager with a released report");
  const own = await withoutScript();
  await own.goto("/plan/practice");
  await expect(own.getByText("What would you do a little differently?")).toBeVisible();
  await shoot(own, "practising-empty");
  await own.getByRole("link", { name: "Look through practices" }).click();
  await own.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await own
    .getByRole("link", { name: /^Practise it/ })
    .first()
    .click();
  await expect(own.getByLabel("When: a moment of your day")).toHaveValue(/^When /);
  await own.getByLabel("Then: what you do").fill(" ");
  for (const box of await own.getByRole("checkbox").all()) await box.uncheck();
  await own.getByRole("button", { name: "Go on: rehearse it once" }).click();
  await expect(own.getByRole("alert")).toContainText("Say what you do then.");
  await expect(own.getByRole("alert")).toContainText("Choose at least one day.");
  await expect(own.getByLabel("When: a moment of your day")).toHaveValue(/^When /);
  await shoot(own, "practising-form");
  await own.getByLabel("When: a moment of your day").fill("When a sailing has cleared the ramp,");
  await own.getByLabel("Then: what you do").fill("I ask the deck what they would try");
  for (const box of await own.getByRole("checkbox").all()) await box.check();
  await own.getByRole("button", { name: "Go on: rehearse it once" }).click();

  await expect(
    own.getByLabel("When a sailing has cleared the ramp, what do you do?"),
  ).toBeVisible();
  await shoot(own, "practising-rehearsal");
  await own.getByRole("button", { name: "Begin today" }).click();
  await expect(own.getByRole("alert")).toContainText("Write down what you do then.");
  await own.getByLabel(/what do you do\?$/).fill("I ask them first");
  await own.getByRole("button", { name: "Begin today" }).click();
  await expect(own.getByText("Day 1 of 30")).toBeVisible();
  await own.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(own.getByText("Today is answered.")).toBeVisible();
  await own.goto("/plan/practice/new");
  await expect(own.getByText("You practise this already.")).toBeVisible();

  const { email } = sample.signIn("manager with a released report");
  const mine = `person_id = (SELECT id FROM person WHERE email = '${email}')`;
  await onDatabase(sample.dataDir, daysLater(18, mine));
  await onDatabase(
    sample.dataDir,
    `INSERT INTO practice_check_in (organisation_id, practice_id, day, answer)
       SELECT organisation_id, id, begun_on + n, (ARRAY['done', 'done', 'not', 'done', 'no-chance'])[n % 5 + 1]
         FROM practice, generate_series(1, 16) AS n WHERE ${mine}`,
  );
  await own.goto("/home");
  await expect(own.getByText("Half way through your practice: take a minute")).toBeVisible();
  await own.goto("/plan/practice");
  await expect(own.getByText("Did you, today?")).toBeVisible();
  await own.getByText("The last days, to answer late or to put right").click();
  await own
    .getByRole("listitem")
    .filter({ hasText: "not answered" })
    .getByRole("button", { name: /^No chance arose/ })
    .first()
    .click();
  await own.getByLabel("What helps, and what gets in the way?").fill("Storm weeks");
  await own.getByRole("button", { name: "Keep it and go on" }).click();
  await expect(own.getByText("Kept. On you go.")).toBeVisible();
  const looking = await context.newPage();
  await expectReadable(looking, "/plan/practice");
  await shootInEveryLook(looking, "practising", "/plan/practice");
  await expectReadable(looking, "/plan/practice/edit");

  await onDatabase(sample.dataDir, daysLater(11, mine));
  await own.goto("/plan/practice");
  await expect(own.getByRole("heading", { name: "30 days are over" })).toBeVisible();
  await shoot(own, "practising-end");
  await own.getByRole("button", { name: "Go on for 60 more days" }).click();
  await expect(own.getByText("Day 30 of 90")).toBeVisible();
  await own.getByText("Stop before the end").click();
  await own.getByRole("button", { name: "Stop it", exact: true }).click();
  await expect(own.getByRole("heading", { name: "What you practised" })).toBeVisible();
  await expect(own.getByText("Storm weeks")).toBeVisible();
  await own.getByRole("button", { name: "Go on with it after all" }).click();
  await expect(own.getByText("Day 30 of 90")).toBeVisible();
});
