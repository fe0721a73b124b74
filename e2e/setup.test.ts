import type { Page } from "@playwright/test";
import { desk, expect, phone, shoot, test } from "./support/journey.ts";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Addresses of people of the sample, in the order of the directory. */
async function addresses(page: Page): Promise<string[]> {
  const csv = await (await page.request.get("/people/export")).text();
  // Managers stand beside their people.
  return [...new Set([...csv.matchAll(/[\w.+-]+@[\w-]+\.example/g)].map(([address]) => address))];
}

/** Two participants with four raters each, someone from outside, and rows that can't be used. */
function assignments(people: readonly string[]): Buffer {
  const at = (index: number) => people[index] ?? "";
  const rows = [0, 1].flatMap((participant) =>
    [2, 3, 4, 5].map((rater) => `,,${at(rater)},${at(participant)},Colleague`),
  );
  return Buffer.from(
    [
      "FirstName,LastName,Evaluator Email,Subject Email,Relationship",
      ...rows,
      `Kim,Client,kim@client.example,${at(0)},Customer`,
      `,,nobody@harbourline.example,${at(0)},aunt`,
      `,,${at(0)},${at(0)},Peer`,
    ].join("\r\n"),
  );
}

async function start(page: Page, name: string, kind: string) {
  await page.goto("/cycles/new");
  await page.getByLabel("Name of the round").fill(name);
  await page.getByLabel(kind).check();
  await page.getByRole("button", { name: "Save and choose participants" }).click();
}

test("HR sets a cycle up from a file of assignments, looks at a dry run, and launches it", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.setViewportSize(desk);
  const people = await addresses(page);
  await start(page, "Assigned 360", "Everyone around them (360)");
  await page.getByRole("link", { name: "File of assignments" }).click();
  await page.getByLabel("File of assignments").setInputFiles({
    name: "assignments.csv",
    mimeType: "text/csv",
    buffer: assignments(people),
  });
  await page.getByRole("button", { name: "Upload and review" }).click();

  await expect(page.getByText("2 participants and their raters")).toBeVisible();
  const bad = page.getByRole("region", { name: "Rows left out" });
  await expect(bad.getByRole("row", { name: /^10 kim@client.example/ })).toBeVisible();
  await expect(
    bad.getByRole("row", { name: /^11 aunt This relationship is not known/ }),
  ).toBeVisible();
  await expect(
    bad.getByRole("row", { name: /^12 Peer Rater and participant are the same/ }),
  ).toBeVisible();
  await page.getByLabel("Add one rater from outside your organisation").check();
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(bad.getByRole("row", { name: /kim@client/ })).toHaveCount(0);
  await shoot(page, "setup-review");
  await page.getByRole("button", { name: "Take over 2 participants" }).click();

  await expect(page.getByRole("heading", { name: "Who rates them?" })).toBeVisible();
  await page.getByText("Change the rules").click();
  await page.getByLabel("Peers, at least").fill("5");
  await page.getByLabel("Peers, at most").fill("4");
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByRole("alert")).toContainText("“At least” can't be more than “at most”");
  await expect(page.getByLabel("Peers, at least")).toHaveValue("5");
  await page.getByLabel("Peers, at most").fill("6");
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(
    page.getByText("2 participants have fewer raters than your rules say"),
  ).toBeVisible();
  await page.getByRole("link", { name: "Continue" }).click();

  await page.getByLabel("Last day for answers").fill(day(20));
  await page.getByLabel("On a date, by itself").check();
  await page.getByLabel("Release on").fill(day(20));
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert")).toContainText("can't be released before");
  await expect(page.getByLabel("Last day for answers")).toHaveValue(day(20));
  await page.getByLabel("Release on").fill(day(30));
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(/\/setup\/invitation/);
  // The step before has a button of the same name.
  await expect(page.getByRole("heading", { name: "What do the letters say?" })).toBeVisible();
  await page.getByRole("button", { name: "Save and continue" }).click();

  await expect(page.getByRole("heading", { name: "Ready?" })).toBeVisible();
  await page.getByRole("link", { name: "See who would get what" }).click();
  await expect(page.getByText("9 letters", { exact: true })).toBeVisible();
  await page.getByLabel("Search by name or address").fill("kim");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(
    page.getByRole("row", { name: /Kim Client Invitation kim@client.example 1/ }),
  ).toBeVisible();
  await shoot(page, "setup-dry-run");
  await page.getByRole("link", { name: "Back to the launch" }).click();
  await page.getByRole("button", { name: "Launch: ask 7 people now" }).click();
  await expect(page.getByText("Launched. What becomes of the letters stands below.")).toBeVisible();
});

test("without JavaScript, on a phone: a pasted list names the line that can't be used, and a self-assessment is ready", async ({
  browser,
  baseURL,
  signInAs,
}) => {
  const context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  await signInAs("HR administrator", context);
  const page = await context.newPage();
  const [first = ""] = await addresses(page);
  await start(page, "Only me", "Only themselves (self-assessment)");
  await page.getByRole("link", { name: "Paste a list" }).click();
  await page.getByLabel("Addresses or employee ids").fill(`${first}\nnobody@harbourline.example`);
  await page.getByRole("button", { name: "Add as participants" }).click();
  await expect(
    page.getByRole("row", { name: /^2 nobody@harbourline.example Nobody/ }),
  ).toBeVisible();
  await expect(page.getByLabel("Addresses or employee ids")).toHaveValue(/nobody@/);
  await page.getByRole("button", { name: "Add the one found, leave the rest out" }).click();
  await expect(page.getByText("a self-assessment asks nobody else")).toBeVisible();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("Last day for answers").fill(day(10));
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("button", { name: "Launch: ask one person now" })).toBeVisible();
  const widths = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(Number(widths[1]));
  await context.close();
});

test("a cycle of the past is copied from the list, without its dates", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/cycles");
  await page.getByRole("link", { name: "Copy Managers 360: first round" }).click();
  await page.getByLabel("Those who were asked last time").check();
  await page.getByRole("button", { name: "Start the copy" }).click();
  await expect(page.getByLabel("Name of the round")).toHaveValue(
    "Managers 360: first round (copy)",
  );
  await page
    .getByRole("navigation", { name: "Steps of setting up" })
    .getByRole("link", { name: "Launch" })
    .click();
  await expect(page.getByRole("link", { name: "Set the last day for answers" })).toBeVisible();
  await expect(page.getByText("40 people")).toBeVisible();
});
