import type { Page } from "@playwright/test";
import { expect, shoot, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name, exact: true }).click();

async function add(page: Page, name: string, address: string, title = "") {
  await page.goto("/people/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(address);
  await page.getByRole("textbox", { name: /^Job title/ }).fill(title);
  await press(page, "Add to the directory");
  await expect(page.getByText("Added to the directory.")).toBeVisible();
  return new URL(page.url()).pathname;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("HR makes one record of two of the same person, and sees before what comes of it", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    await add(page, "Dora Double", "dora.old@merge.test", "Stoker");
    // Whom nobody uses any more, HR often has set inactive already.
    await follow(page, "Set inactive");
    await press(page, "Set inactive");
    const stays = await add(page, "Dora Double", "dora@merge.test", "Purser");
    await follow(page, "Edit");
    await follow(page, "Merge with another person");
    await page.getByRole("searchbox", { name: "Who is the other record?" }).fill("Dora");
    await press(page, "Search");
    const found = page.getByRole("listitem").filter({ hasText: "dora.old@merge.test" });
    await expect(found).toContainText("Inactive");
    await follow(page, "Choose Dora Double");
    await expect(page.getByText("The owner of the address that goes is told of it")).toBeVisible();
    await expect(page.getByText("E-mail goes: dora.old@merge.test.")).toBeVisible();
    await page.getByLabel("Job title: Stoker, instead of Purser").check();
    await press(page, "Merge the two");
    await expect(page.getByText("Merged. One record is left.")).toBeVisible();
    await expect(page.getByText("Stoker").first()).toBeVisible();
    await page.goto(`${stays}/history`);
    await expect(
      page.getByText("Merged with another record of theirs: Dora Double (dora.old@merge.test)"),
    ).toBeVisible();
    await page.goto("/people?q=dora");
    await expect(page.getByRole("link", { name: "Dora Double" })).toHaveCount(1);
  });

  test("HR erases somebody who asked for it, by typing their name, and is told what was done", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    const person = await add(page, "Ezra Rased", "ezra@erase.test");
    await follow(page, "Erase");
    await press(page, "Erase for good");
    await expect(page.getByRole("alert")).toContainText("Type their name.");
    await page.getByLabel("Their name, to be sure").fill("Ezra");
    await press(page, "Erase for good");
    await expect(page.getByRole("alert")).toContainText("They still work here.");
    await page.getByLabel(/They asked for it/).check();
    await press(page, "Erase for good");
    await expect(page.getByRole("alert")).toContainText("not their name");
    await page.getByLabel("Their name, to be sure").fill("Ezra Rased");
    await press(page, "Erase for good");
    await expect(page.getByRole("heading", { name: "Erased" })).toBeVisible();
    await expect(page.getByText("1 entry of the history is deleted.")).toBeVisible();
    expect((await page.goto(person))?.status()).toBe(404);
    await page.goto("/people?q=Ezra");
    await expect(page.getByRole("main").getByRole("link", { name: /Ezra/ })).toHaveCount(0);
  });
});

test("the pages can be read, and say why somebody can't be merged or erased", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const stays = await add(page, "Pia Twice", "pia@merge.test");
  await page.goto("/people?q=tadhg.furlong");
  const named = page.getByRole("main").getByRole("link", { name: "Tadhg Furlong" });
  const other = await named.getAttribute("href");
  const merge = `${stays}/merge?other=${other?.split("/").at(-1)}`;
  await page.goto(merge);
  await expect(page.getByRole("alert")).toContainText("They have an account");
  await shoot(page, "merge-refused");
  await page.goto(`${other}/erase`);
  await expect(page.getByRole("heading", { name: "Erase Tadhg Furlong" })).toBeVisible();
  await shoot(page, "erase");
  for (const address of [merge, `${other}/merge?q=pia`, `${other}/erase`])
    await expectReadable(page, address);
});
