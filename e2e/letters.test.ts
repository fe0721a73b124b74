import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { desk, expect, shoot, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Letters are changed and a round is closed here, so it has a server of its own.
let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
});
test.afterAll(() => server.stop());

const subject = (page: Page) => page.getByLabel("Subject");
const save = (page: Page) => page.getByRole("button", { name: "Save and preview" }).click();

for (const javaScriptEnabled of [false, true])
  test(`HR changes the letters of a running round ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const office = await browser.newContext({
      baseURL: server.url,
      viewport: desk,
      javaScriptEnabled,
    });
    await signIn(office, server.url, server.signIn("HR administrator"));
    const page = await office.newPage();
    await page.goto("/cycles");
    await page.getByRole("link", { name: "Ships’ officers 360" }).first().click();
    await page.getByRole("link", { name: "Letters", exact: true }).last().click();
    await expect(page.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
    const colleague = await office.newPage();
    await colleague.goto(page.url());

    await subject(page).fill("Please, {{name}}");
    await save(page);
    await expect(page.getByText("Saved. Letters say this from now on.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Preview" })).toContainText(
      "Please, Kim Example",
    );
    await shoot(page, `letters-saved-${javaScriptEnabled}`);

    await subject(colleague).fill("Mine");
    await save(colleague);
    await expect(colleague.getByText("This letter was changed meanwhile")).toBeVisible();
    await expect(colleague.getByText("Please, {{name}}", { exact: true })).toBeVisible();
    await expect(subject(colleague)).toHaveValue("Mine");
    await shoot(colleague, `letters-changed-meanwhile-${javaScriptEnabled}`);
    await save(colleague);
    await expect(colleague.getByRole("region", { name: "Preview" })).toContainText("Mine");

    await subject(colleague).fill("");
    await save(colleague);
    await expect(colleague.getByRole("alert").first()).toContainText("Enter a subject");
    await expect(subject(colleague)).toHaveAccessibleDescription(/Enter a subject/);

    await colleague.goto(page.url());
    await colleague.getByRole("button", { name: "Back to our wording" }).click();
    await expect(subject(colleague)).toHaveValue(/Still waiting/);
    await colleague.getByRole("link", { name: "German" }).click();
    await expect(subject(colleague)).not.toHaveValue(/Still waiting/);
    await colleague.getByRole("link", { name: /^Invitation/ }).click();
    await expect(colleague.getByText("The invitations have left.")).toBeVisible();
    if (javaScriptEnabled) await expectReadable(colleague, colleague.url());

    await subject(colleague).fill("Too late");
    const states = (state: string, was: string) =>
      onDatabase(server.dataDir, `UPDATE round SET state = '${state}' WHERE state = '${was}'`);
    await states("closing", "collecting");
    await save(colleague);
    await expect(colleague.getByText("These letters can't be changed any more")).toBeVisible();
    await expect(subject(colleague)).toHaveValue("Too late");
    await shoot(colleague, `letters-over-${javaScriptEnabled}`);
    await states("collecting", "closing");
    await office.close();
  });

test("what was typed among the steps is kept when the round is launched meanwhile", async ({
  browser,
}) => {
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();
  const [cycle] = await onDatabase(
    server.dataDir,
    "SELECT id, state FROM round WHERE state IN ('draft', 'nominating') LIMIT 1",
  );
  await page.goto(`/cycles/${cycle?.id}/setup/invitation`);
  await subject(page).fill("Typed before");
  const becomes = (state: unknown) =>
    onDatabase(server.dataDir, `UPDATE round SET state = '${state}' WHERE id = '${cycle?.id}'`);
  await becomes("collecting");
  await page.getByRole("button", { name: "Save and preview" }).click();
  await expect(page.getByText("This letter was changed meanwhile")).toBeVisible();
  await expect(subject(page)).toHaveValue("Typed before");
  await becomes(cycle?.state);
  await office.close();
});

test("what comes back after a reload is not saved over what somebody else wrote meanwhile, unseen", async ({
  browser,
}) => {
  const office = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const [cycle] = await onDatabase(
    server.dataDir,
    "SELECT id FROM round WHERE state IN ('draft', 'nominating') LIMIT 1",
  );
  const [page, colleague] = [await office.newPage(), await office.newPage()];
  for (const each of [page, colleague]) await each.goto(`/cycles/${cycle?.id}/setup/invitation`);
  await subject(page).fill("Mine");
  await subject(colleague).fill("Theirs, {{name}}");
  await save(colleague);
  await expect(colleague.getByRole("region", { name: "Preview" })).toContainText(/Theirs, \S/);
  await page.reload();
  await expect(page.getByText("What you entered before is back")).toBeVisible();
  await expect(subject(page)).toHaveValue("Mine");
  await save(page);
  await expect(page.getByText("This letter was changed meanwhile")).toBeVisible();
  await expect(page.getByText("Theirs, {{name}}", { exact: true })).toBeVisible();
  await expect(subject(page)).toHaveValue("Mine");
  await save(page);
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("Mine");
  await office.close();
});
