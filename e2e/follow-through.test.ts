import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("HR reads what became of reports, and where nothing may be told why", async ({
  page,
  context,
  signInAs,
  sample,
}) => {
  await signInAs("HR administrator");
  await page.goto("/home");
  await page.getByRole("link", { name: "Follow-through" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What became of reports");
  const told = {
    chose: { told: "count", n: 24, did: 17 },
    planned: { told: "count", n: 24, did: 9 },
    practised: { told: "few", n: 24, least: 5 },
  };
  const tell = Object.entries(told).map(
    ([step, figure]) =>
      `INSERT INTO follow_through (organisation_id, round_id, step, told)
       SELECT organisation_id, id, '${step}', '${JSON.stringify(figure)}' FROM round WHERE kind = 'feedback'
           ON CONFLICT (organisation_id, round_id, step) DO UPDATE SET told = excluded.told`,
  );
  await onDatabase(sample.dataDir, tell.join(";"));
  await page.reload();
  await expect(page.getByText("17 of 24 people").first()).toBeVisible();
  await expect(page.getByText("fewer than 5 of 24 people").first()).toBeVisible();
  const looking = await context.newPage();
  await expectReadable(looking, "/follow-through");
  await shootInEveryLook(looking, "follow-through", "/follow-through");
  await onDatabase(sample.dataDir, "DELETE FROM follow_through");
});
