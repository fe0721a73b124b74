import { expect, shoot, test } from "./support/journey.ts";

test("HR describes a role, is told what is wrong with it, and takes it away again, without any script", async ({
  browser,
  context,
  signInAs,
  baseURL,
}) => {
  await signInAs("HR administrator");
  const plain = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/roles");
  await shoot(page, "roles");
  await page.getByRole("link", { name: "Add a role" }).click();
  await page.getByLabel("Name of the role").fill("Shift leader");
  await page.getByLabel("Job titles").fill("Duty controller");
  await page.getByLabel("Planning and organising").selectOption("Essential");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("alert")).toContainText("Another role has this name.");
  await expect(page.getByLabel("Job titles")).toHaveValue("Duty controller");
  await shoot(page, "role-name-taken");

  await page.getByLabel("Name of the role").fill("Controller");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("status")).toContainText("The role was saved.");
  const row = page.getByRole("row", { name: /^Controller/ });
  await expect(row).toContainText("Planning and organising");

  await row.getByRole("link", { name: "Controller" }).click();
  await page.getByText("Remove this role").click();
  await page.getByRole("button", { name: "Remove Controller" }).click();
  await expect(page.getByRole("status")).toContainText("The role was removed.");
  await expect(page.getByRole("row", { name: /^Controller/ })).toHaveCount(0);
  await plain.close();
});
