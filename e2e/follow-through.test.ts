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

test("HR reads from there how pulses went, whether practising goes with it, and what is not told why", async ({
  page,
  context,
  signInAs,
  sample,
}) => {
  await signInAs("HR administrator");
  await page.goto("/follow-through");
  await page.getByRole("link", { name: "How pulses went" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How pulses went");
  await expect(page.getByText("120 days after the last report").first()).toBeVisible();
  const told = {
    moved: { told: "count", n: 48, did: 21 },
    others: { cantTell: 22, slipped: 5 },
    byPractice: {
      ...{ told: true, practised: { n: 26, moved: 15 }, not: { n: 22, moved: 6 } },
    },
  };
  const tell = (json: unknown, only: string) =>
    onDatabase(
      sample.dataDir,
      `INSERT INTO change_proof (organisation_id, round_id, told, told_on)
       SELECT organisation_id, id, '${JSON.stringify(json)}', '2026-07-01' FROM round WHERE kind = 'feedback' AND ${only}
           ON CONFLICT (organisation_id, round_id) DO UPDATE SET told = excluded.told`,
    );
  const few = { told: "few", n: 24, least: 5 };
  const withheld = { moved: few, others: null, byPractice: { told: false, why: "beside-others" } };
  await tell(told, "true");
  await page.reload();
  await expect(page.getByText("21 of 48 people").first()).toBeVisible();
  await expect(page.getByText("15 of 26 people (58%)").first()).toBeVisible();
  await expect(
    page.getByText(/differ by 30 points of a hundred, likely \(95%\) between 2 and 52/).first(),
  ).toBeVisible();
  await expect(page.getByText(/doesn’t prove that one causes the other/).first()).toBeVisible();
  const looking = await context.newPage();
  await expectReadable(looking, "/follow-through/change");
  await shootInEveryLook(looking, "change-told", "/follow-through/change");
  await tell(withheld, "true");
  await page.reload();
  await expect(page.getByText("fewer than 5 of 24 people").first()).toBeVisible();
  await expect(page.getByText(/Not told. Beside how many practised/).first()).toBeVisible();
  await shootInEveryLook(looking, "change-withheld", "/follow-through/change");
  await onDatabase(sample.dataDir, "DELETE FROM change_proof");
});
