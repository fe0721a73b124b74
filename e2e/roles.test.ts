import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const table = (...lines: string[]) => ({
  ...{ name: "roles.csv", mimeType: "text/csv" },
  buffer: Buffer.from(lines.join("\n")),
});

test("HR copies a profile, counts who has it, plans a version, inherits and takes in a table, without any script", async ({
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
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto("/roles");
  await expect(page.getByRole("row", { name: /^Master/ })).toContainText(
    "inherits from Ship’s officer",
  );
  await page.getByRole("link", { name: "Add a role" }).click();
  await page.getByRole("link", { name: "Copy Project manager" }).click();

  // A level is changed, and who has the role is counted without saving anything.
  await page.getByLabel("Name of the role").fill("Shift leader");
  await page.getByLabel("Level: Setting goals").selectOption("5 · Makes others better");
  await page.getByLabel("Job titles").fill("Berth planner\nZeppelin pilot");
  await page.getByRole("button", { name: "Count and look again" }).click();
  await expect(page.getByLabel("Level: Setting goals")).toHaveValue("5");
  const count = page
    .getByRole("status")
    .filter({ hasText: "has this role" })
    .or(page.getByRole("status").filter({ hasText: "have this role" }));
  await expect(count.first()).toContainText(/^\d+ (person has|people have) this role/);
  await expect(count.first()).toContainText("Nobody’s job title begins with: Zeppelin pilot");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("alert")).toContainText("Another role has this name.");
  await expect(page.getByLabel("Job titles")).toHaveValue(/Zeppelin pilot/);
  await shoot(page, "role-name-taken");
  await page.getByLabel("Name of the role").fill("Berth planner");
  await page.getByLabel("Applies from").fill(inDays(-2));
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("alert")).toContainText("This day is over.");
  await page.getByLabel("Applies from").fill(inDays(0));
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(heading).toHaveText("Berth planner");
  await expect(page.getByRole("status").first()).toContainText("The role was saved.");
  await expect(page.getByRole("row", { name: /^Setting goals/ })).toContainText(
    "5 · Makes others better",
  );

  // The next version is planned, and stands beside the present one.
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Applies from").fill(inDays(200));
  await page
    .getByLabel("Level: Driving change and innovation")
    .selectOption("5 · Makes others better");
  await page.getByRole("button", { name: "Save role" }).click();
  const change = page.getByRole("row", { name: /^Driving change/ });
  await expect(change).toContainText("3 · On one’s own");
  await expect(change).toContainText("Higher");
  await expect(change).toContainText("5 · Makes others better");

  // One that inherits says only what is different.
  await page.getByRole("link", { name: "Add one that inherits" }).click();
  await page.getByLabel("Name of the role").fill("Night planner");
  await page.getByLabel("Job titles").fill("Night planner");
  await page.getByLabel("Level: Setting goals").selectOption("2 · With help");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("row", { name: /^Setting goals/ })).toContainText(
    "Berth planner asks for level 5, essential",
  );
  await expect(page.getByRole("row", { name: /^Delivering/ })).toContainText("from Berth planner");
  await expect(page.getByRole("heading", { name: "Nobody has this role" })).toBeVisible();
  await shoot(page, "role-inherits");

  // A circle is refused by the names on the way round.
  await page.getByRole("link", { name: "Berth planner" }).first().click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Planned already: a version from");
  await page.getByLabel("Inherits from").selectOption("Night planner");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "Berth planner → Night planner → Berth planner",
  );

  // A table is taken as a whole or not at all.
  await page.goto("/roles/import");
  const columns = "Role,Inherits from,Competency,Level,Job titles";
  await page
    .getByLabel("Table of roles")
    .setInputFiles(table(columns, "Yard planner,Berth planner,Range,4,Yard planner", ",,Range,9,"));
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("main")).toContainText("Row 3, Role: This is needed.");
  await shoot(page, "roles-import-refused");
  await page
    .getByLabel("Table of roles")
    .setInputFiles(table(columns, "Yard planner,Berth planner,Range,5,Yard planner"));
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("status").first()).toContainText("Added: 1. Changed: 0.");
  await page.getByRole("link", { name: "Yard planner" }).click();
  await expect(page.getByRole("row", { name: /^Range/ })).toContainText("5 · Makes others better");

  // What others inherit from stays; the others go, and then it does.
  for (const name of ["Yard planner", "Night planner", "Berth planner"]) {
    await page.goto("/roles");
    await page.getByRole("row", { name }).getByRole("link", { name }).first().click();
    await page.getByText("Put this role away").click();
    await page.getByRole("button", { name: `Put ${name} away` }).click();
    await expect(page.getByRole("status").first()).toContainText("The role was put away.");
  }
  await plain.close();
});

test("while HR types, who has the role is counted and what it inherits is shown", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/roles/new");
  const status = page.getByRole("status").filter({ hasText: "this role" }).first();
  await expect(status).toContainText("Nobody has this role");
  await page.getByLabel("Job titles").pressSequentially("Shift leader");
  await expect(status).toContainText(/\d+ people have this role/);
  await page.getByLabel("Inherits from").selectOption("Ship’s officer");
  await expect(page.getByLabel("Level: Monitoring and control")).toContainText(
    "As Ship’s officer: 4",
  );
});

test("the pages of roles in every look", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  await shootInEveryLook(page, "roles", "/roles");
  await shootInEveryLook(page, "roles-ready", "/roles/ready");
  await shootInEveryLook(page, "role-new", "/roles/new?from=team-leader");
  await shootInEveryLook(page, "roles-import", "/roles/import");
  await page.goto("/roles");
  await page.getByRole("link", { name: "Head of a department" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Head of a department");
  await shootInEveryLook(page, "role", page.url());
  await page.goto("/roles");
  await page.getByRole("link", { name: "Master" }).click();
  await expect(page.getByRole("row", { name: /^Monitoring/ })).toContainText("from Ship’s officer");
  await shootInEveryLook(page, "role-heir", page.url());
});
