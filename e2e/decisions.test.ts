import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("a manager writes down a decision, hands it over, takes it back with why and removes it, without any script", async ({
  context,
  signInAs,
  withoutScript,
}) => {
  await signInAs("manager with a released report");
  const page = await withoutScript();
  await page.goto("/plan");
  await page
    .getByRole("main")
    .getByRole("link", { name: /decisions/i })
    .first()
    .click();
  await expect(
    page.getByRole("heading", { name: "Which decisions wait for you every week?" }),
  ).toBeVisible();
  await shoot(page, "decisions-empty");
  await page.getByRole("link", { name: "Write down the first" }).click();
  await page.getByLabel("Who could make it?").fill("Deck team");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Say in a few words which decision it is.");
  await expect(page.getByRole("alert")).toContainText("Choose how freely they decide.");
  await expect(page.getByLabel("Who could make it?")).toHaveValue("Deck team");
  await page.getByLabel("Which decision?").fill("Who works which watch");
  await page.getByRole("radio", { name: "Decides and tells you" }).check();
  await page.getByLabel("When do you look at it again?").fill("2020-01-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("That day has passed.");
  await shoot(page, "decision-form");
  await page.getByLabel("When do you look at it again?").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You make 1 decision, others make none.")).toBeVisible();

  await page.getByRole("button", { name: "Hand it over : Who works which watch" }).click();
  await expect(page.getByRole("status")).toContainText("Handed over.");
  await expect(page.getByText("You make none, others make 1.")).toBeVisible();
  await expect(page.getByText(/1 was handed over and none came back/)).toBeVisible();
  await page.getByText("Take it back", { exact: true }).first().click();
  await page.getByRole("button", { name: "Take it back : Who works which watch" }).click();
  await expect(page.getByRole("alert")).toContainText("Say in a few words why it comes back.");
  await page.getByLabel("Why does it come back?").fill("The roster had gaps at night.");
  await page.getByRole("button", { name: "Take it back : Who works which watch" }).click();
  await expect(page.getByText(/none was handed over and 1 came back/)).toBeVisible();
  await page.getByText("What became of it: 2 steps").click();
  await expect(page.getByText("The roster had gaps at night.")).toBeVisible();
  await page.getByRole("button", { name: "Undo : Who works which watch" }).click();
  await expect(page.getByText("You make none, others make 1.")).toBeVisible();

  const looking = await context.newPage();
  for (const [name, path] of [
    ["decisions", "/plan/decisions"],
    ["decision-new", "/plan/decisions/new"],
  ] as const) {
    await expectReadable(looking, path);
    await shootInEveryLook(looking, name, path);
  }
  await page.getByRole("button", { name: "Undo : Who works which watch" }).click();
  await page.getByText("Remove it", { exact: true }).click();
  await page.getByRole("button", { name: "Remove it for good : Who works which watch" }).click();
  await expect(page.getByRole("status")).toContainText("Removed.");
});

test("the form of a new decision is empty again once one was added", async ({ page, signInAs }) => {
  await signInAs("rater with requests waiting");
  for (const decision of ["Who may buy rope", "Who opens the bar"]) {
    await page.goto("/plan/decisions/new");
    await expect(page.getByLabel("Which decision?")).toHaveValue("");
    await page.getByLabel("Which decision?").pressSequentially(decision);
    // Typed and not sent, it stands there again.
    await page.reload();
    await expect(page.getByLabel("Which decision?")).toHaveValue(decision);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(decision, { exact: true })).toBeVisible();
  }
});
