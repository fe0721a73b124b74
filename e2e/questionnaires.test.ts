import type { Page } from "@playwright/test";
import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, name: string, from = "") {
  await page.goto("/questionnaires");
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (from !== "") await page.getByLabel("Start with").selectOption(from);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(title(page)).toHaveText(`Draft: ${name}`);
}

async function addItem(page: Page, kind: string, fields: () => Promise<unknown>) {
  await page
    .getByRole("link", { name: /^Add an item/ })
    .last()
    .click();
  await page.getByRole("link", { name: kind, exact: true }).click();
  await fields();
  await save(page);
}

test("a questionnaire is written from nothing, translated, looked at, published and chosen for a 360, without any script", async ({
  signInAs,
  withoutScript,
}) => {
  await signInAs("HR administrator");
  const page = await withoutScript();
  await page.goto("/questionnaires");
  await expect(page.getByRole("link", { name: "Both hats 360" })).toBeVisible();
  await shoot(page, "questionnaires");
  await begin(page, "On the bridge");
  await expect(page.getByText("Nothing is asked yet")).toBeVisible();
  await expect(page.getByText("It does not say yet what it is for.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish version 1" })).toHaveCount(0);
  await shoot(page, "questionnaire-draft-empty");

  await addItem(page, "How much", async () => {
    await shoot(page, "questionnaire-item-new");
    await save(page);
    await expect(page.getByRole("alert")).toContainText("Write what the item says.");
    await page.getByLabel("What one reads about oneself").fill("•\tPlan the watch\nahead");
    await page.getByLabel("What it measures").selectOption("Planning and organising");
    await shoot(page, "questionnaire-item-refused");
  });
  await expect(page.getByRole("link", { name: "Plan the watch ahead" })).toBeVisible();
  await addItem(page, "How much", async () => {
    await page.getByLabel("What one reads about oneself").fill("Say where we are heading");
    await page.getByLabel("What it measures").selectOption("Vision and purpose");
  });
  await addItem(page, "Own words", async () => {
    await page.getByLabel("What one reads about oneself").fill("What would you like to keep?");
    await page.getByLabel("What others read").fill("What should they keep?");
  });
  // Others must read the name.
  await expect(page.getByText("Others have to read the person’s name once")).toBeVisible();
  await page.getByRole("link", { name: "What would you like to keep?" }).last().click();
  await page.getByLabel("What others read").fill("What should {{name}} keep?");
  await save(page);

  await page.getByRole("link", { name: "What would you like to keep?" }).first().click();
  await page.getByRole("link", { name: "Ask it only after certain answers" }).click();
  await page.getByLabel("It depends on").selectOption("Say where we are heading");
  await page.getByRole("button", { name: "Show its answers" }).click();
  await save(page);
  await expect(page.getByRole("alert")).toContainText("Tick at least one answer");
  await page.getByRole("checkbox", { name: "Far too little" }).check();
  await shoot(page, "questionnaire-condition");
  await save(page);
  await expect(page.getByText("Only asked of those who answer")).toBeVisible();
  await page.getByRole("link", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Move “Say where we are heading” up" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "heading" }).first()).toContainText(
    "1",
  );

  await page.getByRole("link", { name: "Change name and purpose" }).click();
  await page.getByLabel("What it is for").fill("For those who keep a watch.");
  await save(page);
  await page.getByLabel("Another language").selectOption("German");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(title(page)).toHaveText("Words in German");
  await page.getByLabel("German for “Plan the watch ahead”").first().fill("Die Wache vorausplanen");
  await shoot(page, "questionnaire-words");
  await save(page);
  await expect(page.getByText(/texts are not translated/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish version 1" })).toHaveCount(0);
  await shoot(page, "questionnaire-draft");

  await page.getByRole("link", { name: "See all pages" }).click();
  await expect(page.getByText("How much does Kim…")).toBeVisible();
  await page.getByRole("link", { name: "Participant" }).click();
  await expect(page.getByText("How much do you…")).toBeVisible();
  await page.getByRole("link", { name: "German", exact: true }).click();
  await expect(page.getByText("Die Wache vorausplanen")).toBeVisible();
  await expect(page.getByText(/texts are not translated yet/)).toBeVisible();
  await shoot(page, "questionnaire-preview");
  await page.getByRole("link", { name: "Back", exact: true }).click();

  await page.getByRole("complementary").getByRole("link", { name: "German" }).click();
  await expect(title(page)).toHaveText("Words in German");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
  for (const field of await page.getByLabel(/^German for /).all())
    if ((await field.inputValue()) === "") {
      const label =
        (await field.evaluate((each) => (each as HTMLInputElement).labels?.[0]?.textContent)) ?? "";
      await field.fill(label.includes("{{name}}") ? "Und {{name}}?" : "Auf Deutsch");
    }
  await save(page);
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByRole("status")).toContainText("Published.");
  await expect(page.getByText("Rounds of 360 feedback can ask it.")).toBeVisible();
  await shoot(page, "questionnaire");

  await page.getByRole("button", { name: "Draft the next version" }).click();
  await page.getByRole("link", { name: "Plan the watch ahead" }).click();
  await page.getByText("Remove this item").click();
  await page.getByRole("button", { name: "Remove the item" }).click();
  await expect(page.getByText("Rounds of 360 feedback can’t ask it as it is")).toBeVisible();
  await page.goto("/cycles/new");
  await expect(page.getByText("On the bridge")).toBeVisible();
});

const sheet = [
  "Page,Kind,Self,Others,Options,Key,Self de",
  "Before,How much,Listen before giving an opinion,,,listen,Zuhören",
  ",How true,Keeps promises,Keeps promises,,promises,",
  ",Telepathy,Reads minds,,,,",
  ",Choice,Where do you work?,,Here|There,place,",
  ",Choice,Only one option,,Here,,",
  ",How true,Keeps promises twice,,,promises,",
  "After,,,,,empty,",
].join("\n");

test("a sheet is read, looked over row by row and taken over; a second tab and stale forms keep what was typed", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await begin(page, "From a sheet");
  const draft = page.url();
  await page.getByRole("link", { name: "Items from a sheet" }).click();
  const upload = async (text: string) => {
    await page
      .getByLabel("Sheet")
      .setInputFiles({ name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: /Read/ }).click();
  };
  await upload("Date,Amount\n2026-01-01,3\n");
  await expect(page.getByRole("alert")).toContainText("has no column “Self”");
  await upload(sheet);
  await expect(page.getByText("Of 7 rows 3 are items.")).toBeVisible();
  await expect(page.getByText("Row 4, Kind: “Telepathy” is none that we know.")).toBeVisible();
  await expect(page.getByText("Row 6, Options: Give at least two options")).toBeVisible();
  await expect(page.getByText("Row 7, Key: “promises” is there twice")).toBeVisible();
  await expect(page.getByText("Row 8, Self:")).toBeVisible();
  await shootInEveryLook(page, "questionnaire-import");
  await page.getByRole("button", { name: "Take 3 items over" }).click();
  await expect(title(page)).toHaveText("Draft: From a sheet");
  await expect(page.getByRole("link", { name: "Keeps promises" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Keeps promises" }).first().click();
  const second = await page.context().newPage();
  await second.goto(draft);
  await second.getByRole("button", { name: "Move “Keeps promises” up" }).click();
  await expect(second).toHaveURL(/#promises$/);
  await page.getByLabel("What one reads about oneself").fill("Keeps every promise");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("Somebody saved something in this draft");
  await expect(page.getByLabel("What one reads about oneself")).toHaveValue("Keeps every promise");
  await save(page);
  await expect(page.getByRole("link", { name: "Keeps every promise" }).first()).toBeVisible();

  await page.getByText("Throw this draft away").click();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("status")).toContainText("The draft is gone.");
});

test("a questionnaire of 120 items stays readable, and so does one in Arabic", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await begin(
    page,
    "A very long questionnaire about everything that a bridge could ever be asked",
    "A copy of Both hats 360",
  );
  await page.getByRole("link", { name: "Items from a sheet" }).click();
  const rows = Array.from(
    { length: 65 },
    (_, at) => `Added,How true,"Statement ${at + 1}: ${"a long word and ".repeat(6)}end"`,
  );
  const arabic = "بالعربية,How true,يخطط للعمل قبل أن يبدأ";
  await page.getByLabel("Sheet").setInputFiles({
    ...{ name: "items.csv", mimeType: "text/csv" },
    buffer: Buffer.from(["Page,Kind,Self", ...rows, arabic].join("\n")),
  });
  await page.getByRole("button", { name: "Read the sheet" }).click();
  await page.getByRole("button", { name: "Take 66 items over" }).click();
  await expect(page.getByText("يخطط للعمل قبل أن يبدأ").first()).toBeVisible();
  await shootInEveryLook(page, "questionnaire-draft-full");
  await page.getByRole("complementary").getByRole("link", { name: "German" }).click();
  await expect(title(page)).toHaveText("Words in German");
  await shootInEveryLook(page, "questionnaire-words-full");
});

test("the pages of an editor read well on every screen", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  await begin(page, "To be read", "A copy of Both hats short");
  const draft = new URL(page.url()).pathname;
  for (const address of [
    "/questionnaires",
    "/questionnaires/both-hats-short",
    draft,
    `${draft}/about`,
    `${draft}/item?item=few-goals`,
    `${draft}/item?kind=choice`,
    `${draft}/condition?item=few-goals&on=measurable-goals`,
    `${draft}/scale?scale=amount`,
    `${draft}/words?language=de`,
    `${draft}/import`,
    draft.replace(/draft$/, "preview?version=draft"),
  ])
    await expectReadable(page, address);
});
