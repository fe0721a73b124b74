import { onDatabase } from "./support/database.ts";
import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { answerAll } from "./support/questionnaire.ts";
import { expectReadable } from "./support/reading.ts";

test("somebody who is asked about nobody but their own work reads what happens with it, declines, and answers after all", async ({
  page,
  context,
  sample,
  signInAs,
}) => {
  await signInAs("rater with requests waiting");
  await page.goto("/requests");
  const other = page.getByRole("link", { name: /^(Start|Continue): (?!Yourself)/ }).first();
  const requestId = (await other.getAttribute("href"))?.split("/").at(-1);
  const [asked] = await onDatabase(
    sample.dataDir,
    `INSERT INTO request (organisation_id, id, round_id, person_id, by_subject, state)
     SELECT request.organisation_id, gen_random_uuid(), round_id, person_id, false, 'invited'
       FROM request WHERE id = '${requestId}'
     RETURNING id, (SELECT name FROM round WHERE round.id = round_id) AS round`,
  );
  const here = `/requests/${asked?.id}`;
  const round = String(asked?.round);
  try {
    await page.goto("/requests");
    await expect(page.getByText("One round asks about your own work.")).toBeVisible();
    await page.getByRole("link", { name: `Start: ${round}` }).click();
    await expect(page.getByRole("heading", { name: round, level: 1 })).toBeVisible();
    await expect(page.getByText("together with those of others, from 5 people on")).toBeVisible();
    // It is a round of feedback otherwise; nobody gets a report of this.
    await expect(page.getByText("gets the report")).toHaveCount(0);
    await shootInEveryLook(page, "about-nobody-intro", here);
    await page.goto(here);
    await page.getByRole("link", { name: "I’d rather not" }).click();
    await shootInEveryLook(page, "about-nobody-decline", `${here}/decline`);
    await page.getByRole("button", { name: "Decline" }).click();
    await expect(page.getByText(`Nothing more is asked of you in “${round}”`)).toBeVisible();
    await page.getByRole("button", { name: "Answer after all" }).click();
    await answerAll(page, [3], "The rota came two weeks ahead, and it held.");
    await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toContainText(
      `Your answers to “${round}” have been sent.`,
    );
    await shootInEveryLook(page, "about-nobody-list", "/requests");
    const reading = await context.newPage();
    for (const address of [here, `${here}/decline`, `${here}/hand-over`])
      await expectReadable(reading, address);
  } finally {
    await onDatabase(sample.dataDir, `DELETE FROM response WHERE subject_id IS NULL`);
    await onDatabase(sample.dataDir, `DELETE FROM request WHERE subject_id IS NULL`);
  }
});
