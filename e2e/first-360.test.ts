import type { Browser, Page } from "@playwright/test";
import iconv from "iconv-lite";
import { desk, expect, phone, shoot, test } from "./support/journey.ts";
import { answerAll } from "./support/questionnaire.ts";
import { type Server, startServer } from "./support/server.ts";
import { tellProgressNow } from "./support/tell-progress.ts";

const peers = ["Zoé Lefèvre", "Søren Dahl", "Ana Conceição", "Piotr Nowak"];
const reports = ["Emma Ryan", "Luís Melo", "Ingrid Vik"];

const addressOf = (name: string) =>
  `${name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase()}@quay.example`;

/** What an HR system exports on Windows: semicolons, an old encoding, headers of its own. */
function peopleFile(): Buffer {
  const row = (id: number, name: string, title: string, manager: number | "") =>
    [id, name, addressOf(name), title, "Ferries", manager].join(";");
  const lines = [
    "Employee Number;Name;E-mail;Job Title;Department;Manager Id",
    row(1, "Bodil Strand", "Director", ""),
    row(2, "Marek Nowy", "Fleet manager", 1),
    ...peers.map((name, index) => row(10 + index, name, "Manager", 1)),
    ...reports.map((name, index) => row(20 + index, name, "Officer", 2)),
    "30;Nobody's report;nobody@quay.example;Officer;Ferries;99",
  ];
  return iconv.encode(lines.join("\r\n"), "windows-1252");
}

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "serve" });
});
test.afterAll(() => server.stop());

/** A rater on a phone without JavaScript, who comes by the link of their letter. */
async function answerByLetter(browser: Browser, name: string, choices: readonly number[]) {
  const letter = await server.mailbox.next(addressOf(name), /feedback/i);
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const link = letter.links.find((each) => each.includes("/r/"));
  await page.goto(String(link));
  await page.getByRole("link", { name: /^Start: Marek Nowy/ }).click();
  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
  await answerAll(page, choices, `Calm on a full quay, says ${name.length} times over.`);
  await context.close();
  return String(link);
}

/** Another rater, in a hurry: the same requests that the pages send, without waiting for pages. */
async function answerInOneGo(browser: Browser, name: string) {
  const letter = await server.mailbox.next(addressOf(name), /feedback/i);
  const link = String(letter.links.find((each) => each.includes("/r/")));
  const context = await browser.newContext();
  const list = await (await context.request.get(link)).text();
  const [, request] = list.match(/\/r\/[\w-]+\/([0-9a-f-]{36})/) ?? [];
  // Managing: rather too much. Leading: too little. Range and overall: mostly true.
  const ratings = Array.from({ length: 55 }, (_, item) =>
    item < 24 ? Number(item !== name.length) : item < 48 ? -1 - ((item * name.length) % 2) : 4,
  );
  const fields = ratings.map((rating, item) => [`item-${item}`, String(rating)]);
  const form = Object.fromEntries([
    ...fields,
    ["comment-keep", `Calm on a full quay, says ${name}`],
  ]);
  const headers = { origin: server.url };
  const saved = await context.request.post(`${link}/${request}/save`, { form, headers });
  expect(saved.ok()).toBe(true);
  const sent = await context.request.post(`${link}/${request}/send`, {
    form: { declineRest: "0" },
    headers,
    maxRedirects: 0,
  });
  expect(sent.status()).toBe(302);
  await context.close();
  return link;
}

async function setUpServer(page: Page) {
  const [, code] = await server.program.printed(/with the code (\S+)/);
  await page.goto(server.url);
  await page.getByLabel("Set-up code").fill(String(code));
  await page.getByLabel("Name of your organisation").fill("Quayside");
  await page.getByLabel("Your name").fill("Hanne HR");
  await page.getByLabel("Your e-mail address").fill("hanne@quay.example");
  await page.getByLabel("Choose a password").fill("x".repeat(129));
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("alert")).toContainText("at most 128 characters");
  await expect(page.getByLabel("Your name")).toHaveValue("Hanne HR");
  await page.getByLabel("Choose a password").fill("a long enough password");
  await page.getByRole("button", { name: "Set up" }).click();
}

async function importPeople(page: Page) {
  await page.getByLabel("People file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: peopleFile(),
  });
  await page.getByRole("button", { name: "Upload and review" }).click();
  await expect(page.getByRole("heading", { name: "Review import" })).toBeVisible();
  await expect(page.getByText("9 people are added")).toBeVisible();
  await expect(page.getByText("1 row is left out because something is wrong in it")).toBeVisible();
  await shoot(page, "first-360-import");
  await page.getByRole("button", { name: "Confirm import" }).click();
  await expect(page.getByText("9 people were added")).toBeVisible();
  await page.goto(`${server.url}/people`);
  await expect(page.getByRole("link", { name: "Zoé Lefèvre" })).toBeVisible();
}

async function launchCycle(page: Page) {
  await page.goto(`${server.url}/cycles`);
  await page.getByRole("link", { name: "Start a round" }).first().click();
  await page.getByLabel("Name of the round").fill("Spring 360");
  await page.getByRole("button", { name: "Save and choose participants" }).click();
  await page.getByRole("checkbox", { name: /Marek Nowy/ }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: "Who rates them?" })).toBeVisible();
  await page
    .getByRole("link", { name: /continue/i })
    .or(page.getByRole("button", { name: /continue/i }))
    .click();
  const inThreeWeeks = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Last day for answers").fill(inThreeWeeks);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: "What do the letters say?" })).toBeVisible();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: "Ready?" })).toBeVisible();
  await shoot(page, "first-360-review");
  await page.getByRole("button", { name: "Launch: ask 9 people now" }).click();
  await expect(page.getByText("Launched. What becomes of the letters stands below.")).toBeVisible();
}

async function closeAndRelease(page: Page) {
  await page.getByRole("link", { name: "Close and make the reports" }).click();
  await expect(page.getByText("The 8 answers that were sent count.")).toBeVisible();
  await page.getByRole("button", { name: "Close and make the reports" }).click();
  await page.getByRole("button", { name: "Make the reports now" }).click();
  const release = page.getByRole("button", { name: "Release the report" });
  await expect(release).toBeVisible({ timeout: 30_000 });
  await shoot(page, "first-360-closed");
  await release.click();
  await expect(page.getByText("Released. The participants have been told.")).toBeVisible();
}

test("from a people file to a report that someone reads", async ({ page, browser }) => {
  await page.setViewportSize(desk);
  await setUpServer(page);
  await importPeople(page);
  await launchCycle(page);

  const link = await answerByLetter(
    browser,
    peers[0] ?? "",
    [4, 4, 4, 4, 4, 4, 2, 1, 2, 2, 2, 1, 4, 4],
  );
  for (const name of [...peers.slice(1), ...reports, "Bodil Strand"]) {
    await answerInOneGo(browser, name);
  }

  await page.reload();
  await tellProgressNow(server.dataDir);
  await page.reload();
  await expect(page.getByText("8 of 9").first()).toBeVisible();
  await closeAndRelease(page);

  // The link that just worked says that the round is over.
  const visitor = await browser.newPage();
  await visitor.goto(link);
  await expect(
    visitor.getByRole("heading", { name: "This feedback round has closed" }),
  ).toBeVisible();
  await visitor.close();

  const letter = await server.mailbox.next(addressOf("Marek Nowy"), /report is ready/);
  const reader = await (await browser.newContext({ viewport: phone })).newPage();
  await reader.goto(String(letter.links.find((each) => each.includes("/join/"))));
  await reader.getByLabel("Choose a password").fill("another long password");
  await reader.getByRole("button", { name: "Open my account" }).click();
  await expect(reader.getByRole("heading", { name: "How others see your two hats" })).toBeVisible();
  await expect(reader.getByText("Peers: 4 people")).toBeVisible();
  await expect(reader.getByText("Direct reports: 3 people")).toBeVisible();
  await expect(reader.getByText(/managing too much, leading too little/)).toBeVisible();
  await expect(reader.getByText(/Calm on a full quay/).first()).toBeVisible();
  await expect(reader.getByRole("heading", { name: "Guidance for what stands out" })).toBeVisible();
  await expect(reader.getByRole("heading", { name: /^Doing (more|less): / }).first()).toBeVisible();
  await shoot(reader, "first-360-report");

  // HR runs the round and still cannot open it.
  await page.goto(reader.url());
  await expect(page.getByRole("heading", { name: "This page is not here" })).toBeVisible();
});
