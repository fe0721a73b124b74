import { onDatabase } from "./support/database.ts";
import { desk, expect, shoot, signIn, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// A rater declines for good here, so it has a server of its own.
let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
});
test.afterAll(() => server.stop());

test("a rater who declined is replaced with someone from outside, without JavaScript", async ({
  browser,
}) => {
  const office = await browser.newContext({
    baseURL: server.url,
    viewport: desk,
    javaScriptEnabled: false,
  });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const page = await office.newPage();
  const [gone] = await onDatabase(
    server.dataDir,
    `UPDATE request SET state = 'declined' WHERE id = (SELECT r.id FROM request r JOIN round c ON c.id = r.round_id
      WHERE c.state = 'collecting' AND r.relationship = 'peer' AND r.state = 'invited' LIMIT 1) RETURNING subject_id`,
  );
  await page.goto(`/nominations/${gone?.subject_id}`);
  await page
    .getByRole("link", { name: /^Ask someone else/ })
    .first()
    .click();
  await page.getByText("Someone from outside your organisation").click();
  await page.getByLabel("Name", { exact: true }).fill("Kit Ahn");
  await page.getByLabel("E-mail address").fill("kit@client");
  await page.getByRole("button", { name: /^Ask them instead of/ }).click();
  await expect(page.getByRole("alert")).toContainText("Enter an e-mail address");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Kit Ahn");
  await shoot(page, "replace-refused");
  await page.getByLabel("E-mail address").fill("kit.ahn@client.example");
  await page.getByRole("button", { name: /^Ask them instead of/ }).click();
  await expect(page.getByText("Kit Ahn", { exact: true })).toBeVisible();
  await expect(page.getByText("Someone else is asked instead.")).toBeVisible();
  await shoot(page, "replaced");
  await office.close();
});
