import type { Browser, Page } from "@playwright/test";
import { expect, phone, shoot, signIn, test } from "./support/journey.ts";
import { linkOn, links, linksOn } from "./support/pages.ts";
import type { Server } from "./support/server.ts";

test.describe.configure({ timeout: 180_000 });

/** HR's rule of who agrees to lists of raters, in the cycle where raters are being chosen. */
async function approvalBy(page: Page, cycle: string, approver: RegExp) {
  await page.goto(`${cycle}/setup/raters`);
  await page.getByText("Change the rules", { exact: true }).click();
  await page.getByRole("group", { name: /agree/ }).getByLabel(approver).check();
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText(new RegExp(`${approver.source}.* has to agree`))).toBeVisible();
}

/** The manager of a participant, who opens an account by way of their letter, on a phone and without JavaScript. */
async function managerByLetter(browser: Browser, sample: Server, subject: RegExp) {
  const letter = sample.mailbox.mails.find((mail) => subject.test(mail.subject));
  expect(letter, "a letter to the manager").toBeDefined();
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(String(letter?.links.find((link) => link.includes("/join/"))));
  await page.getByLabel("Choose a password").fill("a ferry in the fog");
  await page.getByRole("button", { name: "Open my account" }).click();
  return page;
}

test("a participant chooses raters, one of them from outside; the manager gives the list back, then approves it", async ({
  browser,
  page,
  context,
  sample,
  signInAs,
}) => {
  const hr = await browser.newContext();
  await signIn(hr, sample.url, sample.signIn("HR administrator"));
  const hrPage = await hr.newPage();
  let cycle = "";
  for (const address of await linksOn(hr, `${sample.url}/cycles`, links.cycle)) {
    const answer = await hr.request.get(`${sample.url}${address}/setup/raters`, {
      maxRedirects: 0,
    });
    if (answer.status() === 200) cycle = `${sample.url}${address}`;
  }
  await approvalBy(hrPage, cycle, /manager/);

  await signInAs("manager choosing raters");
  const list = await linkOn(context, "/home", links.nomination);
  await page.goto(list);
  await page.getByText("Someone from outside your organisation").click();
  await page.getByLabel("Name", { exact: true }).fill("Kit Ahn");
  await page.getByLabel("E-mail address").fill("kit@client");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter an e-mail address");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Kit Ahn");
  await page.getByLabel("E-mail address").fill("kit.ahn@client.example");
  await page.getByRole("button", { name: "Add to the list" }).click();
  const outside = page.getByRole("region", { name: "From outside" });
  await expect(outside).toContainText("Kit Ahn");
  await expect(outside).toContainText("You brought them from outside");
  await page.getByText("Someone from outside your organisation").click();
  await page.getByLabel("Name", { exact: true }).fill("K. Ahn");
  await page.getByLabel("E-mail address").fill("kit.ahn+360@client.example");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expect(outside).toContainText("K. Ahn");
  await expect(outside, "nobody tells the participant what is noticed").not.toContainText("Seems");
  const [first = ""] = await page.getByRole("button", { name: /^Take out/ }).allTextContents();
  const gone = first.replace(/.*Take out/, "").trim();
  await page
    .getByRole("button", { name: /^Take out/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: `Take out ${gone}` })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What this list will tell" })).toContainText(
    /All together: \d+ raters/,
  );
  await shoot(page, "nomination-choosing");
  await page.getByRole("button", { name: "I'm done choosing" }).click();
  await expect(page.getByText("waits for your manager's approval")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Take out/ })).toHaveCount(0);

  const { name, email } = sample.signIn("manager choosing raters");
  const subject = new RegExp(`list of raters to look at: ${name}`);
  await expect
    .poll(() => sample.mailbox.mails.some((mail) => subject.test(mail.subject)))
    .toBe(true);
  const manager = await managerByLetter(browser, sample, subject);
  await expect(manager.getByRole("heading", { name: `Who gives ${name} feedback?` })).toBeVisible();
  await expect(manager.getByText("2 people from outside were brought by")).toBeVisible();
  await expect(manager.getByText(`Taken off: ${gone}`)).toBeVisible();
  await expect(
    manager.getByText("Seems to be the same mailbox as kit.ahn+360@client.example (K. Ahn)"),
  ).toBeVisible();
  await shoot(manager, "nomination-judging");
  await manager.getByText("Give it back with a note", { exact: true }).click();
  await manager.getByRole("button", { name: "Give it back", exact: true }).click();
  await expect(manager.getByRole("alert").first()).toContainText("Write what should be changed");
  await manager.getByLabel("What should be changed?").fill("Please ask someone in finance, too.");
  await manager.getByRole("button", { name: "Give it back", exact: true }).click();
  await expect(manager.getByText("The list was given back with a note")).toBeVisible();

  await sample.mailbox.next(email, /look at your list of raters again/);
  await page.goto("/home");
  await page.goto(await linkOn(context, "/home", links.nomination));
  await expect(page.getByText("Please ask someone in finance, too.")).toBeVisible();
  await shoot(page, "nomination-returned");
  await page.getByRole("button", { name: "Send the list again" }).click();
  await expect(page.getByText("waits for your manager's approval")).toBeVisible();

  await manager.goto(`${sample.url}/approvals`);
  await shoot(manager, "nomination-approvals");
  await manager.getByRole("link", { name: `Look at the list of ${name}` }).click();
  await manager.getByRole("button", { name: "Approve the list" }).click();
  await expect(manager.getByText("The list is approved")).toBeVisible();
  await page.reload();
  await expect(page.getByText("The list is approved")).toBeVisible();

  await hrPage.goto(`${cycle}/setup/review`);
  await expect(hrPage.getByText("2 addresses or names on the lists look like")).toBeVisible();
  await expect(hrPage.getByText(/added people from outside, who don’t count/)).toBeVisible();
  await shoot(hrPage, "review-look-alikes");

  // Left as it was found: the list is open again, and nobody has to agree.
  await hrPage.goto(`${sample.url}${list}`);
  await hrPage.getByRole("button", { name: "Take out Kit Ahn" }).click();
  await hrPage.getByRole("button", { name: "Take out K. Ahn" }).click();
  await hrPage.getByText("Give the list back for changes").click();
  await hrPage.getByLabel("What should be changed?").fill("Have another look.");
  await hrPage.getByRole("button", { name: "Give it back", exact: true }).click();
  await expect(hrPage.getByText("Have another look.")).toBeVisible();
  await approvalBy(hrPage, cycle, /Nobody/);
  await manager.context().close();
  await hr.close();
});

test("a rater declines without JavaScript and takes it back", async ({ browser, sample }) => {
  const rater = sample.signIn("rater with requests waiting");
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  await signIn(context, sample.url, rater);
  const page = await context.newPage();
  const intros = await linksOn(context, `${sample.url}/requests`, links.request);
  let intro = "";
  for (const each of intros)
    if ((await context.request.get(`${sample.url}${each}/decline`)).status() === 200)
      intro ||= `${sample.url}${each}`;
  await page.goto(`${intro}/decline`);
  await shoot(page, "decline");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a reason");
  await page.getByLabel("We work together too little").check();
  await page.getByLabel("Anything to add?").fill("We have met twice.");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("heading", { name: "You have declined" })).toBeVisible();
  await shoot(page, "declined");
  await page.getByRole("button", { name: "Answer after all" }).click();
  await expect(page).toHaveURL(intro);
  await context.close();
});
