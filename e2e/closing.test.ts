import type { Page } from "@playwright/test";
import { expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { answerScreen, questionsOf } from "./support/questionnaire.ts";
import { raterLinks } from "./support/raters.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Closing ends the sample's collecting round for good, so it has a server of its own.
let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
});
test.afterAll(() => server.stop());

const CLOSED = { name: "This feedback round has closed" };

async function begin(page: Page, link: string): Promise<boolean> {
  await page.setViewportSize(phone);
  await page.goto(link);
  const start = page.getByRole("link", { name: /^Start: (?!Yourself)/ }).first();
  if (!(await start.isVisible())) return false;
  await start.click();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(questionsOf(page).first()).toBeVisible();
  return true;
}

test("whoever still has a page open when the round closes is told, and nothing more is taken", async ({
  browser,
}) => {
  const links = raterLinks(server);
  const withScript = await browser.newPage();
  const withoutScript = await browser.newPage({ javaScriptEnabled: false });
  const openPage = async (page: Page) => {
    for (let link = links.shift(); link; link = links.shift())
      if (await begin(page, link)) return link;
    throw new Error("nobody has anything left to answer");
  };
  const link = await openPage(withScript);
  await openPage(withoutScript);

  const office = await browser.newContext({ baseURL: server.url });
  await signIn(office, server.url, server.signIn("HR administrator"));
  const desk = await office.newPage();
  await desk.goto("/cycles");
  await desk.getByRole("link", { name: "Ships’ officers 360" }).first().click();
  await desk.getByRole("link", { name: "Close and make the reports" }).click();
  await shoot(desk, "cycle-close");
  await desk.getByRole("button", { name: "Close and make the reports" }).click();
  await desk.getByRole("button", { name: "Make the reports now" }).click();
  await expect(desk.getByRole("button", { name: /^Release \d+ reports/ })).toBeVisible({
    timeout: 45_000,
  });
  await shoot(desk, "cycle-closed");

  await questionsOf(withScript).first().getByRole("radio").first().check();
  await expect(withScript.getByRole("alert")).toContainText("can't be saved any more");
  await shoot(withScript, "rater-closed-meanwhile");

  await answerScreen(withoutScript, 3);
  await withoutScript.getByRole("button", { name: "Save and go on" }).click();
  await expect(withoutScript.getByRole("heading", CLOSED)).toBeVisible();
  await shoot(withoutScript, "rater-closed");

  for (const address of [link, withoutScript.url()]) {
    const answer = await withoutScript.goto(address);
    expect(answer?.status(), address).toBe(410);
    await expect(withoutScript.getByRole("heading", CLOSED)).toBeVisible();
  }

  // Signed in, the same person has nothing left to do.
  const member = await browser.newContext({ baseURL: server.url });
  await signIn(member, server.url, server.signIn("rater with requests waiting"));
  const own = await member.newPage();
  await own.goto("/requests");
  await expect(own.getByText("Nothing to answer now")).toBeVisible();
});
