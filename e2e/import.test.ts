import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { bombs } from "../app/platform/tables/testing/bombs.ts";
import { expect, shoot, test } from "./support/journey.ts";

const HEADER = "Employee Id,Name,Email,Job Title,Start Date,Manager Id";

type Upload = { name: string; content: string | Buffer; mimeType?: string };

async function upload(page: Page, { name, content, mimeType = "text/csv" }: Upload) {
  await page.goto("/people/import");
  await page
    .getByLabel("People file")
    .setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Upload and review" }).click();
}

const part = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: "Parts of the review" })
    .getByRole("link", { name: new RegExp(`^${name}`) });

const rows = (page: Page) => page.getByRole("main").getByRole("table").getByRole("row");

const people = [
  "T1,Rocío Paz,rocio.paz@quay.test,Skipper,2020-03-04,",
  "T2,👩‍✈️ Wei Lin,wei.lin@quay.test,Mate,2021-05-06,T1",
  "T3,ליאור בן־דוד,lior@quay.test,Cook,2022-07-08,T1",
  'T4,"=HYPERLINK(""http://bad.test"")",formula@quay.test,+1,2022-07-08,T1',
];

const wrong = [
  "T5,Feb Ruary,feb@quay.test,Purser,31/02/2023,T1",
  "T6,Bad Look-up,#N/A,Purser,2023-01-02,T1",
  "T7,Who Knows,who@quay.test,Purser,2023-01-02,T99",
  "T8,,nameless@quay.test,Purser,2023-01-02,T1",
  "T9,@SUM(A1),not an address,Purser,2023-01-02,T1",
];

test("a file is looked through, put right where it is wrong, and stored only when confirmed", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await upload(page, { name: "crew.csv", content: [HEADER, ...people, ...wrong].join("\r\n") });
  await expect(page.getByRole("heading", { name: "Review import" })).toBeVisible();
  await expect(page.getByText("4 people are added")).toBeVisible();
  await expect(page.getByText("5 rows are left out")).toBeVisible();
  await expect(rows(page).filter({ hasText: "👩‍✈️ Wei Lin" })).toContainText("Rocío Paz");
  await expect(rows(page).filter({ hasText: "ליאור בן־דוד" })).toBeVisible();
  await shoot(page, "import-review");

  await part(page, "Rejected").click();
  await expect(rows(page)).toHaveCount(6);
  await expect(rows(page).filter({ hasText: "Feb Ruary" })).toContainText(
    "“31/02/2023” is not a date.",
  );
  await expect(rows(page).filter({ hasText: "Bad Look-up" })).toContainText(
    "shows the error “#N/A”",
  );
  await expect(rows(page).filter({ hasText: "Who Knows" })).toContainText("“T99”");
  await shoot(page, "import-rejected");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download rejected rows as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("rejected-rows.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain(HEADER);
  expect(lines[1]).toMatch(/^7?6,.*31\/02\/2023.*,T5,Feb Ruary,/);
  expect(lines.at(-1), "a formula cannot run").toContain(",'@SUM(A1),");

  const found = async () => (await context.request.get("/people?q=quay.test")).text();
  expect(await found(), "nothing is stored yet").not.toContain("Rocío Paz");
  await page.getByRole("button", { name: "Confirm import" }).click();
  await expect(page.getByText("4 people were added")).toBeVisible();
  await expect(page.getByText("5 rows were left out")).toBeVisible();
  expect(await found()).toContain("Rocío Paz");

  const exported = await (await context.request.get("/people/export?q=quay.test")).text();
  expect(exported).toContain("'=HYPERLINK");
  expect(exported).not.toMatch(/(^|,)"?=HYPERLINK/m);
  expect(exported).toContain("ליאור בן־דוד");

  await upload(page, {
    name: "crew.csv",
    content: [HEADER, ...people].join("\n").replace("Cook", "Head cook"),
  });
  await expect(page.getByText("1 person changes")).toBeVisible();
  await expect(page.getByText("3 people stay as they are")).toBeVisible();
  await part(page, "Changed").click();
  await expect(rows(page).filter({ hasText: "ליאור בן־דוד" })).toContainText("Head cook");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Import discarded" })).toBeVisible();

  // What the product wrote out comes back as it was.
  await upload(page, { name: "people.csv", content: [HEADER, ...people].join("\n") });
  await expect(page.getByText("4 people stay as they are")).toBeVisible();
  await expect(page.getByText("There is nothing to store")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm import" })).toHaveCount(0);
});

test("a file is never guessed at: columns and dates that can be read two ways are asked about", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await upload(page, {
    name: "crew.csv",
    content: "Who;Contact;Start Date\nAda Quay;ada@quay.test;03/04/2024",
  });
  await expect(page.getByText("Say which column holds the name")).toBeVisible();
  await page.getByLabel("Who", { exact: true }).selectOption({ label: "Name" });
  await page.getByLabel("Contact", { exact: true }).selectOption({ label: "E-mail" });
  await page.getByRole("button", { name: "Use these columns" }).click();
  await expect(
    page.getByText("Say whether dates are written day first or month first.").first(),
  ).toBeVisible();
  await shoot(page, "import-mapping");
  await page.getByRole("radio", { name: /^Day first/ }).check();
  await page.getByRole("button", { name: "Use these columns" }).click();
  await expect(page.getByText("1 person is added")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Import discarded" })).toBeVisible();
});

const picture = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000", "hex");

test("a file that is none says why, beside the field, and changes nothing", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const total = async () =>
    (await (await context.request.get("/people/export")).text()).split("\r\n").length;
  const before = await total();
  const refused: [Upload, string][] = [
    [{ name: "photo.png", content: picture, mimeType: "image/png" }, "not a text file"],
    [{ name: "people.csv", content: picture }, "not a text file"],
    [{ name: "people.csv", content: "" }, "The file is empty."],
    [{ name: "people.csv", content: HEADER }, "no people below it"],
    [{ name: "people.csv", content: "Name\nAda\nBo" }, "Only one column was found"],
    [
      { name: "people.csv", content: `${HEADER}\nT1,"Ada,a@quay.test` },
      "In row 2 a quotation mark is opened and never closed.",
    ],
    [{ name: "people.csv", content: wide(200) }, "more than 100 columns"],
  ];
  for (const [file, message] of refused) {
    await upload(page, file);
    const summary = page.getByRole("alert");
    await expect(summary, message).toContainText(message);
    await summary.getByRole("link").click();
    await expect(page.getByLabel("People file")).toBeFocused();
    await expect(page.getByLabel("People file")).toHaveAccessibleDescription(new RegExp(message));
  }
  await shoot(page, "import-refused");
  await page.goto("/people/import");
  await page.getByRole("button", { name: "Upload and review" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a file to upload.");
  expect(await total()).toBe(before);
});

test("a file made to stop the server is refused in words, and pages go on meanwhile", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("HR administrator");
  for (const [name, message] of [
    ["a sheet of 1 GB", "more than can be read"],
    ["cells that are opened and never closed", "more than can be read"],
    ["entities that multiply", "The file is damaged"],
    ["a line of 10 MB", "Row 1 is longer than a million"],
  ] as const) {
    await upload(page, { name: "people.xlsx", content: bomb(name) });
    expect((await context.request.get("/people")).ok()).toBe(true);
    await expect(page.getByRole("alert"), name).toContainText(message, { timeout: 30_000 });
  }
});

function bomb(name: string): Buffer {
  const found = bombs.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(`no file is called ${name}`);
  return found.make();
}

function wide(columns: number): string {
  const line = (word: string) =>
    Array.from({ length: columns }, (_, at) => `${word} ${at}`).join(",");
  return `${line("Name")}\n${line("Ada")}`;
}

test("what a file leaves open is asked above Confirm, and answered without leaving the page", async ({
  page,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await upload(page, {
    name: "crew.csv",
    content: Buffer.from(
      "Employee Id,Name,Email,Shoe size,Manager Id\nQ9,H\xe9l\xe8ne Roy,helene@quay.test,38,B-77",
      "latin1",
    ),
  });
  await expect(page.getByRole("heading", { name: "2 questions before you confirm" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm import" })).toHaveCount(0);
  await shoot(page, "import-questions");
  await page.getByRole("radio", { name: /Hélène/ }).check();
  await page.getByLabel("Leave it out").check();
  await page.getByRole("button", { name: "Use these answers" }).click();
  await expect(page.getByRole("heading", { name: /before you confirm/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Take all in without that manager" }).click();
  await expect(page.getByText("1 person is added")).toBeVisible();
  await part(page, "How it was read").click();
  await expect(page.getByText("Its letters were read as Western European")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm import" })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Import discarded" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a leave report is read as absences alone: when is noted, why is named as not read, nobody is missing", async ({
    page,
    signInAs,
  }) => {
    await signInAs("HR administrator");
    await upload(page, {
      name: "people.csv",
      content: [
        "Employee Id,Name,Email,Working days",
        "L1,Lea Vane,lea@leave.test,Mo-Do",
        "L2,Abe Sent,abe@leave.test,5 days",
      ].join("\n"),
    });
    await expect(page.getByText("1 person is added")).toBeVisible();
    await part(page, "Rejected").click();
    await expect(rows(page).filter({ hasText: "Abe Sent" })).toContainText(
      "Working days: “5 days” does not say which days of the week.",
    );
    await part(page, "How it was read").click();
    await expect(page.getByText("Mo-Do is Monday, Tuesday, Wednesday and Thursday")).toBeVisible();
    await page.getByRole("button", { name: "Confirm import" }).click();
    await expect(page.getByText("1 person was added")).toBeVisible();

    await upload(page, {
      name: "leave.csv",
      content: [
        "Employee Id;Name;Leave type;Start date;End date",
        "L1;Lea Vane;parental;2099-03-01;2099-05-31",
        "L1;Lea Vane;sick;2099-07-01;2099-07-03",
        "L9;Nobody;sick;2099-07-01;2099-07-03",
      ].join("\n"),
    });
    await expect(
      page.getByRole("heading", { name: "One question before you confirm" }),
    ).toBeVisible();
    await expect(
      page.getByText("The column “Leave type” says why somebody is away."),
    ).toBeVisible();
    await page.getByRole("radio", { name: /Absences alone/ }).check();
    await page.getByRole("button", { name: "Use these answers" }).click();
    await expect(page.getByText("2 absences are noted")).toBeVisible();
    await expect(rows(page).filter({ hasText: "Lea Vane" }).first()).toContainText(
      "1 March 2099 to 31 May 2099",
    );
    await shoot(page, "import-absences");
    await part(page, "Columns").click();
    await expect(page.getByText("It is never read.")).toBeVisible();
    expect(await page.content()).not.toContain("parental");
    await page.getByRole("button", { name: "Confirm import" }).click();
    await expect(page.getByText("2 absences were noted")).toBeVisible();

    await page.goto("/people?q=lea@leave.test");
    await page.getByRole("main").getByRole("link", { name: "Lea Vane" }).click();
    await expect(page.getByText("Monday, Tuesday, Wednesday and Thursday")).toBeVisible();
    await expect(page.getByText("1 July 2099 to 3 July 2099")).toBeVisible();
    const exported = await page.request.get("/people/export?all=yes");
    expect(await exported.text()).toContain('"Monday, Tuesday, Wednesday, Thursday"');
  });
});
