import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("an executive shows their plan to everybody, a colleague reads it, and it is taken back, without any script", async ({
  browser,
  context,
  sample,
  signInAs,
  withoutScript,
}) => {
  const { email } = sample.signIn("manager choosing raters");
  const [person] = await onDatabase(
    sample.dataDir,
    `SELECT id FROM person WHERE email = '${email}'`,
  );
  const [one, other] = await onDatabase(
    sample.dataDir,
    `SELECT id FROM person WHERE manager_id = '${person?.id}' AND status = 'active' ORDER BY id`,
  );
  const leads = (id: unknown) =>
    onDatabase(
      sample.dataDir,
      `UPDATE person SET manager_id = '${id}' WHERE id = '${other?.id}' RETURNING id`,
    );
  // One of theirs leads another from now on.
  expect(await leads(one?.id)).toHaveLength(1);
  await signInAs("manager choosing raters");
  const page = await withoutScript();
  const looking = await context.newPage();
  await page.goto("/plans/public");
  await expect(page.getByRole("heading", { name: "Nobody shows a plan yet" })).toBeVisible();
  await page.goto("/plan/areas/new");
  await page.getByLabel("What do you want to work on?").fill("Hand over decisions");
  await page.getByRole("radio", { name: "Leading" }).check();
  await page.getByLabel("Goal: what will be different?").fill("Two decisions a month");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Add an action : Hand over decisions" }).click();
  await page.getByLabel("What will you do?").fill("The roster goes to Lotte");
  await page.getByLabel("What will show that it happened?").fill("Nobody asks me");
  await page.getByRole("button", { name: "Save" }).click();

  await page.getByRole("link", { name: "Show it to everybody in your organisation" }).click();
  await expect(page.getByText("It is not shown now.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Hand over decisions" })).toBeVisible();
  await expect(page.getByText("Nobody asks me")).toHaveCount(0);
  await page.getByRole("button", { name: "Show it to everybody" }).click();
  await expect(page.getByRole("status")).toContainText("Everybody in your organisation can read");
  await expectReadable(looking, "/plan/public");
  await shootInEveryLook(looking, "plan-public", "/plan/public");

  const colleague = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  await signInAs("rater with requests waiting", colleague);
  const reading = await colleague.newPage();
  await reading.goto("/plans/public");
  await shootInEveryLook(reading, "public-plans", "/plans/public");
  await reading.getByRole("main").getByRole("listitem").getByRole("link").click();
  await expect(reading.getByText("The roster goes to Lotte")).toBeVisible();
  await expect(reading.getByText("Nobody asks me")).toHaveCount(0);
  const path = new URL(reading.url()).pathname;
  await expectReadable(reading, path);
  await shootInEveryLook(reading, "public-plan", path);

  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("status")).toContainText("nobody reads it here any more");
  expect((await reading.goto(path))?.status()).toBe(404);
  await colleague.close();
  // Others of this server find the sample as it was.
  await leads(person?.id);
  await onDatabase(sample.dataDir, `DELETE FROM plan WHERE person_id = '${person?.id}'`);
});
