import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, shoot, test } from "./support/journey.ts";
import { linkOn, links } from "./support/pages.ts";
import { expectReadable, expectWithoutScript } from "./support/reading.ts";

const field = (page: Page, name: string | RegExp) =>
  page.getByRole("textbox", { name, exact: true });
const manager = (page: Page) => page.getByRole("combobox", { name: /^Manager/ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name, exact: true }).click();

async function add(page: Page, name: string, address: string) {
  await page.goto("/people/new");
  await field(page, "Name").fill(name);
  await field(page, /^E-mail/).fill(address);
}

test("HR adds somebody by hand, says who their manager is, and puts right what is refused", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/people");
  await follow(page, "Add a person");
  await field(page, /^Job title/).fill("Boatswain");
  await manager(page).fill("Captain Nobody");
  await press(page, "Add to the directory");
  await expect(page.getByRole("alert")).toContainText("Give the name.");
  await expect(field(page, /^Job title/), "what was typed stays").toHaveValue("Boatswain");
  await field(page, "Name").fill("Zelda Quist");
  await press(page, "Add to the directory");
  await expect(page.getByRole("alert")).toContainText("Give an e-mail address or an employee id");
  await expect(page.getByRole("alert")).toContainText("Nobody in the directory fits this manager");
  await field(page, /^E-mail/).fill("zelda.quist@hand.test");
  await manager(page).fill("rodel bautista");
  await page
    .getByRole("combobox", { name: /^Time zone/ })
    .selectOption({ label: "Oslo – Central European Time" });
  await page.getByRole("combobox", { name: /^Language/ }).selectOption("Deutsch");
  await press(page, "Add to the directory");
  await expect(page.getByText("Added to the directory.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Zelda Quist" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Reports to" })).toBeVisible();
  await expect(page.getByRole("complementary")).toContainText("Rodel Bautista");
  await shoot(page, "person-by-hand");
});

test("two tabs: the later one is told what the earlier one changed, and loses nothing", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await add(page, "Tove Tabb", "tove.tabb@hand.test");
  await press(page, "Add to the directory");
  await follow(page, "Edit");
  await expect(page.getByRole("heading", { name: "Edit Tove Tabb" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await field(other, /^Job title/).fill("Stoker");
  await press(other, "Save");
  await expect(other.getByText("Saved.")).toBeVisible();

  await field(page, /^Job title/).fill("Purser");
  await field(page, /^Location/).fill("Bergen");
  await press(page, "Save");
  await expect(page.getByRole("alert")).toContainText("nothing was stored");
  await expect(page.getByRole("alert")).toContainText("Job title was changed to “Stoker”");
  await expect(field(page, /^Location/)).toHaveValue("Bergen");
  await press(page, "Save");
  await expect(page.getByText("Saved.")).toBeVisible();
  await follow(page, "History");
  await expect(page.getByText("Job title: Stoker → Purser")).toBeVisible();
  await expect(page.getByText("Added to the directory")).toBeVisible();
  await shoot(page, "person-history");
});

test("a changed address waits, and the page says until when", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  await add(page, "Ada Moved", "ada.moved@hand.test");
  await press(page, "Add to the directory");
  await follow(page, "Edit");
  await field(page, /^E-mail/).fill("ada.moved@elsewhere.test");
  await press(page, "Save");
  await expect(page.getByText("The new e-mail address waits")).toBeVisible();
  await expect(page.getByText("The e-mail address was changed")).toBeVisible();
});

test("somebody leaves on a day, stays after all, leaves today and comes back", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await add(page, "Lea Ving", "lea.ving@hand.test");
  await press(page, "Add to the directory");
  await follow(page, "Set inactive");
  await page.getByLabel("Inactive from").fill("2099-12-31");
  await press(page, "Set inactive");
  await expect(page.getByText("They become inactive on 31 December 2099.")).toBeVisible();
  await follow(page, "Choose another day");
  await press(page, "They stay after all");
  await expect(page.getByText("They stay active.")).toBeVisible();
  await follow(page, "Set inactive");
  await press(page, "Set inactive");
  await expect(page.getByText("Set inactive. They are signed out")).toBeVisible();
  await follow(page, "Set active again");
  await press(page, "Set active again");
  await expect(page.getByText("Active again.")).toBeVisible();
});

test("absences and working days are noted, and taken away", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  await add(page, "Abe Sent", "abe.sent@hand.test");
  await press(page, "Add to the directory");
  await page.getByRole("link", { name: /^Change/ }).click();
  await page.getByLabel("First day").fill("2099-07-10");
  await page.getByLabel("Last day").fill("2099-07-01");
  await press(page, "Add");
  await expect(page.getByRole("alert")).toContainText("The last day lies before the first.");
  await page.getByLabel("Last day").fill("2099-07-20");
  await press(page, "Add");
  await expect(page.getByText("10 July 2099 to 20 July 2099").first()).toBeVisible();
  for (const day of ["Monday", "Wednesday"]) await page.getByLabel(day).check();
  await press(page, "Save working days");
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Wednesday")).toBeChecked();
  await page.getByRole("button", { name: /^Take away/ }).click();
  await expect(page.getByText("No absence is noted.")).toBeVisible();
});

test("many are changed at once after their names were looked at, and downloads hold what is shown or everything", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  for (const name of ["Una Bulk", "Vic Bulk"]) {
    await add(page, name, `${name.replace(" ", ".").toLowerCase()}@bulk.test`);
    await press(page, "Add to the directory");
    await expect(page.getByText("Added to the directory.")).toBeVisible();
  }
  await page.goto("/people?q=bulk.test");
  await page.getByLabel("Tick Una Bulk").check();
  await page.getByLabel("What to change").selectOption("Department");
  await press(page, "Those ticked");
  await expect(page.getByRole("heading", { name: "Set the department of 1 person" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Vic Bulk");
  await page.getByRole("combobox", { name: "Department" }).fill("Bulk department");
  await press(page, "Change 1 person");
  await expect(page.getByText("1 person was changed.")).toBeVisible();

  await page.goto("/people?q=bulk.test");
  await page.getByLabel("What to change").selectOption("Set inactive");
  await press(page, "All 2 who match");
  await shoot(page, "people-together");
  await press(page, "Set 2 people inactive");
  await expect(page.getByText("2 people were changed.")).toBeVisible();

  const rows = async (name: string) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    return readFileSync(await (await downloading).path(), "utf8")
      .trim()
      .split("\r\n");
  };
  await page.goto("/people?q=bulk.test&status=inactive");
  expect(await rows("Download what is shown")).toHaveLength(3);
  const everything = await rows("Download everything");
  expect(everything.length).toBeGreaterThan(200);
  expect(everything.find((row) => row.includes("una.bulk@bulk.test"))).toContain("Bulk department");
});

test("HR sends somebody without an account the way to open one, once a day; the letter leads there", async ({
  browser,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await add(page, "Jo Joiner", "jo.joiner@hand.test");
  await press(page, "Add to the directory");
  await press(page, "Send a joining link");
  await expect(page.getByText("A joining link is on its way.")).toBeVisible();
  await expect(page.getByText("A joining link was sent within the last day.")).toBeVisible();
  await shoot(page, "joining-link");
  const letter = await sample.mailbox.next("jo.joiner@hand.test", /Your account with/);
  const link = letter.links.find((each) => each.includes("/join/")) ?? "";
  const context = await browser.newContext({ baseURL: sample.url });
  const guest = await context.newPage();
  await guest.goto(link);
  await expect(guest.getByLabel("Your e-mail address")).toHaveValue("jo.joiner@hand.test");
});

test("pages about people by hand read well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const person = await linkOn(context, "/people", links.person);
  const addresses = [
    "/people/new",
    ...["edit", "leaving", "history", "times"].map((part) => `${person}/${part}`),
    "/people/together",
    "/people/together?who=all&what=timezone",
  ];
  for (const address of addresses) await expectReadable(page, address);
  await expectWithoutScript(browser, context, sample.url, addresses);
});
