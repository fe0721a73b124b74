import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("a charter is written from usual duties, given back with a remark, changed and signed by both, without any script", async ({
  browser,
  context,
  signInAs,
  sample,
  withoutScript,
}) => {
  await signInAs("manager with a released report");
  const own = await withoutScript();
  await own.goto("/charter");
  await shoot(own, "charter-empty");
  await own.getByRole("link", { name: "Begin with usual duties" }).click();
  await expect(own.getByLabel("Managing: what has to run")).toHaveValue(/^Agree on a few goals/);
  await own.getByLabel("Managing: what has to run").fill(" \n");
  await own.getByLabel("Leading: where it goes, and with whom").fill("- ");
  await own.getByRole("radio", { name: /^HR/ }).check();
  await own.getByRole("button", { name: "Save the draft" }).click();
  await expect(own.getByRole("alert")).toContainText("Write down at least one duty");
  await own
    .getByLabel("Managing: what has to run")
    .fill("- Plan the watches\n- Pay on time\n- Keep the ship in class");
  await own.getByLabel("Leading: where it goes, and with whom").fill("Say what we are for");
  await shoot(own, "charter-form");
  await own.getByRole("button", { name: "Save the draft" }).click();
  await expect(own.getByRole("heading", { name: "Draft of version 1" })).toBeVisible();
  await own.getByRole("button", { name: "Sign it and ask HR" }).click();
  await expect(own.getByRole("heading", { name: /Version 1 waits/ })).toBeVisible();

  const hrContext = await browser.newContext({ baseURL: sample.url });
  await signInAs("HR administrator", hrContext);
  const hr = await hrContext.newPage();
  await hr.goto("/home");
  const asked = hr.getByText(/asks you to sign their charter/).first();
  await expect(asked).toBeVisible();
  await hr.goto("/charters");
  await expectReadable(hr, "/charters");
  await hr.goto("/charters");
  await hr.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(hr.getByText("Keep the ship in class")).toBeVisible();
  await shootInEveryLook(hr, "charter-to-sign");
  await hr.getByText("Give it back with a remark").click();
  await hr.getByRole("button", { name: "Give it back" }).click();
  await expect(hr.getByRole("alert")).toContainText("Say in a few words what is missing.");
  await hr.getByLabel("What is missing, or too much?").fill("Who trains the cadets?");
  await hr.getByRole("button", { name: "Give it back" }).click();
  await expect(hr.getByRole("status")).toContainText("Given back");

  await own.goto("/home");
  await expect(own.getByText("Your charter came back with a remark")).toBeVisible();
  await own.goto("/charter");
  await expect(own.getByText("Who trains the cadets?").first()).toBeVisible();
  await own.getByRole("link", { name: "Change it" }).click();
  await own
    .getByLabel("Leading: where it goes, and with whom")
    .fill("Say what we are for\nTrain the cadets");
  await own.getByRole("button", { name: "Save the draft" }).click();
  await own.getByRole("button", { name: "Sign it and ask HR" }).click();
  await hr.goto("/charters");
  await hr.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await hr.getByRole("button", { name: "Sign it" }).click();
  await expect(hr.getByRole("status")).toContainText("It holds from today on.");

  await own.goto("/charter");
  await expect(own.getByRole("heading", { name: "What holds: version 1" })).toBeVisible();
  await own.getByRole("link", { name: "Work on the next version" }).click();
  await own.getByLabel("Managing: what has to run").fill("Plan the watches\nHire for the deck");
  await own.getByRole("button", { name: "Save the draft" }).click();
  await expect(own.getByText(/duties are different from version 1/)).toBeVisible();
  const looking = await context.newPage();
  await expectReadable(looking, "/charter");
  await shootInEveryLook(looking, "charter", "/charter");
  await expectReadable(looking, "/charter/edit");
  await own.getByRole("button", { name: "Throw this draft away" }).click();
  await expect(own.getByRole("status")).toContainText("The draft is gone.");
  await hrContext.close();
});
