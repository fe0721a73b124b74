import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, phone, shoot, shootInEveryLook, test as withSample } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { type Server, startServer } from "./support/server.ts";
import { printOfTables, rowsHolding } from "./support/tables.ts";

/** A server with nobody on it: these pages are for whoever comes by. */
const test = withSample.extend<object, { sample: Server }>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for.
    async ({}, use) => {
      const server = await startServer({
        command: "serve",
        tls: true,
        env: { LOG_LEVEL: "trace" },
      });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const hats = (page: Page) => page.getByRole("heading", { name: /: the (managing|leading) hat$/ });

async function answer(page: Page, answers: Record<string, string>) {
  for (const [question, said] of Object.entries(answers))
    await page.getByRole("group", { name: question }).getByLabel(said, { exact: true }).check();
  await page.getByRole("button", { name: "Show the order" }).click();
}

/** From a sentence to a situation, and from five answers to an order. */
async function walk(page: Page) {
  await page.goto("/guide");
  await expect(heading(page)).toHaveText("Which hat now?");
  await page.getByLabel("What is going on?").fill("“Two colleagues don't talk to each other?”");
  await page.getByRole("button", { name: "Find situations" }).click();
  await page.getByRole("link", { name: "Two people are in conflict" }).click();
  await expect(heading(page)).toHaveText("Two people are in conflict");
  await expect(page.getByText("until then neither comes first")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The leading hat", exact: true })).toBeVisible();
  await answer(page, { "Is it urgent?": "Yes", "Do you know the cause?": "No" });
  await expect(page.getByText("2 of 5 are answered.")).toBeVisible();
  await expect(hats(page)).toHaveCount(0);
  await answer(page, {
    "Could a wrong step be taken back?": "Yes",
    "Will it only work if others want it?": "Yes",
    "Does your team have experience": "No",
  });
  await expect(page.getByText("stabilise first, then mobilise")).toBeVisible();
  await expect(hats(page)).toHaveText(["First: the managing hat", "Then: the leading hat"]);
  await page.getByText("Change your answers").click();
  await answer(page, { "Is it urgent?": "No" });
  await expect(page.getByText("ask and listen first, then plan")).toBeVisible();
  await expect(hats(page)).toHaveText(["First: the leading hat", "Then: the managing hat"]);
  await expect(page.getByText("This is about the situation, not about you")).toBeVisible();
}

test("with a script, from a sentence to a situation to an order and another one, and nothing leaves the browser", async ({
  page,
}) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await walk(page);
  expect(sent.filter((each) => /quarrel|colleague|urgent|POST/i.test(each))).toEqual([]);
  expect(sent.filter((each) => / https:..[^/]+.guide/.test(each))).toHaveLength(2);
  await expect(page.locator("#order-title")).toBeFocused();
  await shootInEveryLook(page, "guide-order");
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  await expect(hats(page), "a way within the page changes nothing").toHaveCount(2);
  await page.goBack();
  await expect(hats(page)).toHaveText(["First: the leading hat", "Then: the managing hat"]);
  await page.goBack();
  await expect(hats(page), "back is the order before").toHaveText([
    "First: the managing hat",
    "Then: the leading hat",
  ]);
  await page.reload();
  await expect(hats(page), "coming again keeps it").toHaveCount(2);
  for (let step = 0; step < 3; step += 1) await page.goBack();
  await expect(heading(page)).toHaveText("Which hat now?");
  await expect(page.getByLabel("What is going on?")).toHaveValue(/colleagues/);
  await expect(page.getByRole("status")).toContainText("fit");
});

test("without a script the same", async ({ withoutScript }) => {
  await walk(await withoutScript());
});

test("in German, on a phone, and the language is kept on the way", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/guide?lang=de");
  await page.getByLabel("Was ist los?").fill("Mein Chef kontrolliert alles");
  await page.getByRole("button", { name: "Lagen finden" }).click();
  await page.getByRole("link", { name: "Ihre Leitung steuert jede Kleinigkeit" }).click();
  await expect(heading(page)).toHaveText("Ihre Leitung steuert jede Kleinigkeit");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  for (const group of await page.getByRole("group").all()) await group.getByLabel("Ja").check();
  await page.getByRole("button", { name: "Reihenfolge zeigen" }).click();
  await expect(page.getByRole("heading", { name: "Zuerst: der Führungs-Hut" })).toBeVisible();
  await shoot(page, "guide-order-de");
  await page.getByRole("link", { name: "English" }).click();
  await expect(hats(page), "answers stay in another language").toHaveCount(2);
});

test("a hat shows its first moves, and a competency or behaviour leaves what asks for it", async ({
  page,
}) => {
  await page.goto("/guide");
  const titles = page.getByRole("heading", { level: 3 });
  await expect(titles).toHaveCount(27);
  await page.getByLabel("Show first moves of").selectOption("The leading hat");
  await page.getByLabel("What it asks for").selectOption({ value: "range" });
  await page.getByRole("button", { name: "Find situations" }).click();
  await expect(page.getByRole("status")).toHaveText("3 situations fit.");
  await expect(titles).toHaveCount(3);
  await expect(page.getByText("With the leading hat, today:")).toHaveCount(3);
  await shoot(page, "guide-filtered");
  await page.getByLabel("What it asks for").selectOption({ value: "handing-over-decisions" });
  await page.getByRole("button", { name: "Find situations" }).click();
  await expect(page.getByText("With the leading hat, today:")).toHaveCount(3);
  await page.getByRole("link", { name: "Show all situations" }).click();
  await expect(titles).toHaveCount(27);
  // An address that a browser without script made is come back to as it was.
  await page.goto("/guide?q=meetings#found");
  await page.getByLabel("What is going on?").fill("the client left");
  await page.getByRole("button", { name: "Find situations" }).click();
  await expect(page.getByRole("link", { name: "A key client has left" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("What is going on?")).toHaveValue("meetings");
  await expect(page.getByRole("link", { name: "Too many meetings" })).toBeVisible();
});

test("a situation that is not there is not found, and whatever else stands in an address does no harm", async ({
  page,
}) => {
  for (const address of ["/guide/nothing", "/guide/constructor", "/guide/conflict/more"])
    expect((await page.request.get(address)).status(), address).toBe(404);
  await page.goto("/guide/conflict?urgent=yes&urgent=no&cause=%3Cscript%3E&reversible=YES&x=1");
  await expect(page.getByText("1 of 5 is answered.")).toBeVisible();
  const typed = '"><script>alert(1)</script>';
  await page.goto(`/guide?q=${encodeURIComponent(typed)}&hat=both&topic=..%2F..&lang=xx`);
  await expect(page.getByLabel("What is going on?")).toHaveValue(typed);
  await expect(page.getByRole("status")).toContainText("Nothing fits that.");
  await shoot(page, "guide-nothing");
  const long = await page.request.get(`/guide?q=${"conflict%20".repeat(400)}`);
  expect(long.status()).toBe(200);
  expect((await page.request.get("/guide?q=%00%FF")).status()).toBe(200);
  const headers = { origin: new URL(page.url()).origin };
  const sent = await page.request.post("/guide", { headers, form: { q: "conflict" } });
  expect(sent.status()).toBe(405);
});

test("what is typed or answered is kept by nobody: no table, not the edge, not the log, not search engines", async ({
  page,
  sample,
}) => {
  const before = await printOfTables(sample);
  const logged = sample.program.output().length;
  for (const address of ["/guide?q=words-of-somebody-4711", "/guide/conflict?urgent=yes"]) {
    const { headers, status } = await page.request.get(address).then((answered) => ({
      headers: answered.headers(),
      status: answered.status(),
    }));
    expect([status, headers["cache-control"], headers.etag]).toEqual([
      200,
      "private, no-store",
      undefined,
    ]);
    await page.goto(address);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
  }
  expect(sample.program.output().slice(logged)).not.toMatch(/4711|urgent/);
  expect(await printOfTables(sample)).toEqual(before);
  expect(await rowsHolding(sample, "4711")).toBe(0);
});

test("search engines find every situation, and a page is the same for everyone", async ({
  page,
  sample,
}) => {
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain("Allow: /guide\n");
  const map = await (await page.request.get("/sitemap.xml")).text();
  const places = [...map.matchAll(/<loc>([^<]+\/guide[^<]*)<\/loc>/g)].map(([, at]) => at ?? "");
  expect(places).toHaveLength(28 * 2);
  for (const place of places.filter((_, at) => at % 9 < 2)) {
    await page.goto(place);
    await expect(heading(page)).toHaveCount(1);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", place);
    const about = await page.locator('script[type="application/ld+json"]').textContent();
    const inLanguage = new URL(place).searchParams.get("lang");
    expect(JSON.parse(about ?? "")).toMatchObject({ inLanguage });
    await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /.{30}/);
  }
  for (const address of [`${sample.url}/guide`, `${sample.url}/guide/conflict`]) {
    const { etag = "", "cache-control": kept } = (await page.request.get(address)).headers();
    expect(kept).toBe("public, max-age=0, must-revalidate");
    const again = await page.request.get(address, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
    const cookie = "better-auth.session_token=whoever";
    const signedIn = await page.request.get(address, { headers: { cookie } });
    expect(signedIn.headers().etag).toBe(etag);
  }
});

test("the pages of the guide bring one small script each, and can be read at every width and look", async ({
  page,
}) => {
  for (const address of ["/guide", "/guide/conflict"]) {
    const sizes: number[] = [];
    page.on("response", async (answered) => {
      if (answered.request().resourceType() === "script")
        sizes.push(gzipSync(await answered.body()).length);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    page.removeAllListeners("response");
    expect(sizes, address).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(60_000);
  }
  for (const address of [
    "/guide",
    "/guide?lang=de&q=Kunde&hat=managing",
    "/guide/conflict",
    "/guide/reorganisation?urgent=yes&cause=yes&reversible=no&commitment=no&experience=no&lang=de",
  ])
    await expectReadable(page, address);
  await shootInEveryLook(page, "guide", "/guide");
  await shootInEveryLook(page, "guide-found", "/guide?q=the+client+left");
  await shootInEveryLook(page, "guide-situation", "/guide/new-team");
});

test("on paper both hats and the order stand, and nothing to press", async ({ page }) => {
  await page.goto("/guide/conflict?urgent=yes&cause=no&reversible=no&commitment=no&experience=yes");
  await page.emulateMedia({ media: "print" });
  await expect(hats(page)).toHaveText(["First: the managing hat", "Then: the leading hat"]);
  await expect(page.getByRole("radio").first()).toBeHidden();
  await expect(page.getByText("Change your answers")).toBeHidden();
  await shoot(page, "guide-printed");
});
