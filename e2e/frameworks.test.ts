import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";

const link = (identifier: string) => ({ title: identifier, identifier, uri: "" });
const child = (from: string, to: string) => ({
  associationType: "isChildOf",
  originNodeURI: link(from),
  destinationNodeURI: link(to),
});
const item = (identifier: string, fullStatement: string) => ({ identifier, fullStatement });

/** A small CASE package with a group, two competencies, levels, and one item that repeats an id. */
const seamanship = JSON.stringify({
  CFDocument: { identifier: "doc", title: "Boat handling", language: "en" },
  CFItems: [
    item("deck", "On deck"),
    item("moor", "Mooring"),
    item("watch", "Keeping watch"),
    item("watch", "Keeping watch again"),
  ],
  CFAssociations: [child("deck", "doc"), child("moor", "deck"), child("watch", "deck")],
  CFRubrics: [
    {
      identifier: "rubric",
      CFRubricCriteria: ["moor", "watch"].map((id) => ({
        CFItemURI: link(id),
        CFRubricCriterionLevels: [
          { quality: "Learning", description: `Does it when told how (${id})`, score: 1 },
          { quality: "Able", description: `Does it alone, by day and night (${id})`, score: 2 },
        ],
      })),
    },
  ],
});

const file = (name: string, text: string) => ({
  ...{ name, mimeType: "application/octet-stream" },
  buffer: Buffer.from(text),
});

test("a CASE file becomes a draft, is published, and its next version splits a competency, without any script", async ({
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
  await page.goto("/frameworks");
  await shoot(page, "frameworks");
  await page.getByRole("link", { name: "Bring a framework along" }).click();
  await page.getByLabel("File").setInputFiles(file("people.csv", "Date,Amount\n2026-01-01,3\n"));
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("alert")).toContainText("holds no framework that we know");
  await shoot(page, "framework-import");
  await page.getByLabel("File").setInputFiles(file("seamanship.json", seamanship));
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Boat handling: draft");
  await expect(page.getByText("1 thing was refused")).toBeVisible();
  await expect(page.getByText("Row 4: “watch” was there already")).toBeVisible();
  await shoot(page, "framework-draft");
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByRole("status")).toContainText("Published.");
  await page.getByRole("link", { name: "Mooring" }).click();
  await expect(page.getByText("Does it alone, by day and night (moor)")).toBeVisible();
  await page.getByRole("link", { name: "Boat handling" }).click();

  await page.getByRole("button", { name: "Work on the next version" }).click();
  await page.getByRole("link", { name: "Add a competency" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Fill this in.");
  await page.getByLabel("Name of the competency").fill("Lookout by night");
  await page.getByLabel("1 · Learning").fill("Sees lights");
  await page.getByLabel("2 · Able").fill("sees lights.");
  await page.getByText("Where it comes from").click();
  await page.getByRole("checkbox", { name: "Keeping watch" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Level 2 reads like the one below it.");
  await expect(page.getByLabel("Name of the competency")).toHaveValue("Lookout by night");
  await page.getByLabel("2 · Able").fill("Tells ships by their lights");
  await shoot(page, "framework-competency");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("1 stays the same")).toBeVisible();
  await expect(page.getByText("1 is split")).toBeVisible();
  await shoot(page, "framework-draft-next");
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByRole("heading", { name: "3 competencies" })).toBeVisible();
  await page.getByRole("link", { name: /^Version 1,/ }).click();
  await expect(page.getByText("A newer version was published")).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 competencies" })).toBeVisible();
  await page.getByRole("link", { name: "Keeping watch" }).click();
  await expect(page.getByText("it was split into:")).toBeVisible();
  await plain.close();
});

test("a draft is begun with both hats, put in order by keyboard, kept from a second tab and thrown away", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/frameworks");
  await page.getByLabel("Name", { exact: true }).fill("Leading at sea");
  await page.getByLabel("Start with").selectOption("A copy of Both hats");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: "13 competencies" })).toBeVisible();
  const address = page.url();
  const second = await page.context().newPage();
  await second.goto(address);
  await page.getByRole("button", { name: "Move Setting goals down" }).focus();
  await page.keyboard.press("Enter");
  const first = page.getByRole("link", { name: "Planning and organising" });
  await expect(first).toBeVisible();
  await second.getByText("Throw this draft away").click();
  await second.getByRole("button", { name: "Throw it away" }).click();
  await expect(second.getByRole("alert")).toContainText("Someone changed this draft");
  await page.goto(address);
  await page.getByText("Throw this draft away").click();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("status")).toContainText("The draft is gone.");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
});

test("a member reads what is published: its tree, a competency, what a version changed, and the hats in another voice", async ({
  page,
  signInAs,
}) => {
  await signInAs("rater with requests waiting");
  await page.goto("/frameworks");
  await expect(page.getByRole("link", { name: "Bring a framework along" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Begin a framework" })).toHaveCount(0);
  await shootInEveryLook(page, "frameworks-read");
  await page.getByRole("link", { name: "Seamanship" }).click();
  await expect(page.getByRole("heading", { name: "7 competencies" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Work on the next version" })).toHaveCount(0);
  await shootInEveryLook(page, "framework-read");
  await page.getByRole("searchbox", { name: "Search competencies" }).fill("fire");
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "1 competency" })).toBeVisible();
  await page.getByRole("link", { name: "Back to all competencies" }).click();
  await page.getByRole("link", { name: "Everything on one page" }).click();
  await expect(page.getByText("Leads a team of four in a drill")).toBeVisible();
  await shoot(page, "framework-whole");
  await page.getByRole("link", { name: "Back to all competencies" }).click();
  await page.getByRole("link", { name: "Lookout" }).click();
  await expect(page.getByText("as a part of:")).toBeVisible();
  await shootInEveryLook(page, "competency-read");
  await page.getByRole("link", { name: "Version 2:" }).click();
  await expect(page.getByRole("heading", { name: "Ended: 1 competency" })).toBeVisible();
  await expect(page.getByText("Before: Loads a lane of cars")).toBeVisible();
  await shootInEveryLook(page, "version-changes");

  await page.goto("/frameworks/built-in");
  await shootInEveryLook(page, "built-in");
  await page.getByRole("link", { name: "Leading without a title" }).click();
  await expect(page.getByText("For people with nobody reporting to them")).toBeVisible();
  await page.getByRole("link", { name: "Setting goals" }).click();
  await expect(page.getByText("Ask for goals that can be measured")).toBeVisible();
  await expect(page.getByText("Limit the team to a few goals")).toHaveCount(0);
  await shootInEveryLook(page, "built-in-competency");
});

test("ESCO's tree comes after its skills, and what of it was refused is told by row", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto("/frameworks/import");
  const skills = "conceptType,conceptUri,preferredLabel\nK,u:1,moor\nK,u:2,steer\n";
  await page.getByLabel("File", { exact: true }).setInputFiles(file("skills_en.csv", skills));
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("link", { name: "Bring ESCO’s groups along" }).click();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(file("other.csv", "Date,Amount\n1,2\n"));
  await page.getByRole("button", { name: "Put them in order" }).click();
  await expect(page.getByRole("alert")).toContainText("neither of ESCO’s two files");
  await shootInEveryLook(page, "framework-pillar");
  const tree = [
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term",
    ...["g:s,On deck,,", "g:x,Nowhere,g:y,Orphan"],
  ].join("\n");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(file("skillsHierarchy_en.csv", tree));
  await page.getByRole("button", { name: "Put them in order" }).click();
  await expect(page.getByText("Row 3: “g:x” is not in the file")).toBeVisible();
  await expect(page.getByRole("link", { name: "On deck" })).toBeVisible();
  await page.getByText("Throw this draft away").click();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("status")).toContainText("The draft is gone.");
});
