import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { onDatabase } from "./support/database.ts";
import { expect, shoot, shootInEveryLook, test as withSample } from "./support/journey.ts";
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

/** Three checks, each with a figure worked out by hand from what is chosen below, and the finding in words. */
const JOURNEYS = [
  {
    check: "balance",
    name: "Managing and leading in balance",
    // Item by item: managing 1, 1, 1 and leading 0, −1, 0, four times.
    choose: (index: number) => ["1", "1", "1", "0", "-1", "0"][index % 6] ?? "",
    finding: "Measured by the right amount, you see more managing than leading",
    rows: [
      ["All of managing", "1.0"],
      ["Trust and growth", "−1.0"],
    ],
    situation: "A reorganisation",
  },
  {
    check: "leadership-styles",
    name: "Leadership styles",
    choose: (index: number) => (index % 8 === 1 ? "5" : "3"),
    finding: "This comes out highest: Coaching",
    rows: [
      ["Coaching", "5.0"],
      ["Visionary", "3.0"],
    ],
    situation: "People resist a change",
  },
  {
    check: "without-me",
    name: "Does my team run without me?",
    choose: () => "4",
    finding: "All parts come out about equal",
    rows: [["Carries out the plan", "4.0"]],
    situation: "A task you handed over came back",
  },
] as const;

async function answer(page: Page, choose: (index: number) => string): Promise<number> {
  const groups = page.getByRole("group");
  const count = await groups.count();
  for (let index = 0; index < count; index += 1)
    await groups
      .nth(index)
      .locator(`input[value="${choose(index)}"]`)
      .check();
  return count;
}

async function expectResult(
  page: Page,
  { name, finding, rows, situation }: (typeof JOURNEYS)[number],
) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Your result: ${name}`);
  await expect(page.getByText(finding)).toBeVisible();
  for (const [part, figure] of rows) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: part }) });
    await expect(row).toContainText(figure);
  }
  await expect(page.getByText("This is how you see yourself today.")).toBeVisible();
  await expect(page.getByText("you are compared with nobody")).toBeVisible();
  await expect(page.locator('a[href^="/guide/"]')).toHaveText(situation);
}

for (const journey of JOURNEYS) {
  test(`${journey.check}: with a script the result stands in the address and nothing is sent`, async ({
    page,
  }) => {
    const sent: string[] = [];
    await page.goto(`/checks/${journey.check}`);
    page.on("request", (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`),
    );
    const count = await answer(page, journey.choose);
    await expect(page.getByText(`${count} of ${count} answered`)).toBeVisible();
    await page.getByRole("button", { name: "See my result" }).click();
    await expectResult(page, journey);
    const code = new URL(page.url()).hash.slice(1);
    expect(code).toMatch(/^1t[0-9a-z]+-[0-9a-z]{7}$/);
    expect(sent.filter((each) => each.includes(code) || !each.startsWith("GET "))).toEqual([]);
    await expect(page.getByText("Far too much").first()).toBeHidden();
    await page.getByText("Why: your answers").first().click();
    await expect(page.getByRole("definition").first()).toBeVisible();
    await shootInEveryLook(page, `result-${journey.check}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${page.url().replace("/result", "/result?lang=de")}`);
    await expect(page.getByText("So sehen Sie sich heute selbst.")).toBeVisible();
    await shoot(page, `result-${journey.check}-de`);
  });

  test(`${journey.check}: without a script the form is answered with the same result`, async ({
    withoutScript,
  }) => {
    const page = await withoutScript();
    await page.goto(`/checks/${journey.check}`);
    await answer(page, journey.choose);
    await page.getByRole("button", { name: "See my result" }).click();
    await expectResult(page, journey);
    await page.getByText("Why: your answers").first().click();
    await expect(page.getByRole("definition").first()).toBeVisible();
    await shoot(page, `result-${journey.check}-without-script`);
  });
}

test("the page of checks and a check can be read at every width, look and language", async ({
  page,
}) => {
  for (const address of [
    "/checks",
    "/checks?lang=de",
    "/checks/balance",
    "/checks/balance/alone?lang=de",
    "/checks/balance/result",
  ])
    await expectReadable(page, address);
  await shootInEveryLook(page, "checks", "/checks");
  await shootInEveryLook(page, "ask-balance", "/checks/balance");
  await shootInEveryLook(page, "ask-balance-de", "/checks/balance/alone?lang=de");
});

test("an operator with the log and the database finds nothing of what was answered", async ({
  page,
  sample,
}) => {
  const MARK = "answer-4711-of-somebody";
  const send = (fields: Record<string, string>) =>
    page.request.post("/checks/without-me", {
      form: fields,
      headers: { origin: sample.url },
      maxRedirects: 0,
    });
  const answers = Object.fromEntries(
    Array.from({ length: 15 }, (_, index) => [`item-${index}`, String((index % 5) + 1)]),
  );
  const before = await printOfTables(sample);
  expect(Object.keys(before).length, "tables were looked at").toBeGreaterThan(40);
  const logged = sample.program.output().length;

  const answered = await send({ ...answers, name: MARK });
  expect(answered.status()).toBe(200);
  expect(await answered.text()).toContain("Your result: Does my team run without me?");
  expect(answered.headers()["cache-control"]).toBe("private, no-store");
  expect(answered.headers()["set-cookie"]).toBeUndefined();
  expect(answered.headers().etag).toBeUndefined();
  const refused = await send({ ...answers, "item-3": MARK });
  expect(refused.status()).toBe(400);
  const twice = await page.request.post("/checks/without-me", {
    data: `item-0=1&item-0=${MARK}`,
    headers: { origin: sample.url, "content-type": "application/x-www-form-urlencoded" },
  });
  expect(twice.status()).toBe(400);
  // Nor does the next visitor, from whatever was kept of pages.
  expect(await (await page.request.get("/checks/without-me")).text()).not.toContain(" checked");

  expect(await printOfTables(sample)).toEqual(before);
  expect(await rowsHolding(sample, MARK)).toBe(0);
  const since = sample.program.output().slice(logged);
  expect(since).not.toMatch(/item-\d|answer|without-me/);
  // The same looks find what is there.
  await onDatabase(sample.dataDir, `CREATE TABLE public.look AS SELECT '${MARK}'::text AS text`);
  expect(await rowsHolding(sample, MARK)).toBe(1);
  expect(await printOfTables(sample)).not.toEqual(before);
  await onDatabase(sample.dataDir, "DROP TABLE public.look");
});

test("too few answers: what was answered stays, and the page says kindly what is missing", async ({
  page,
  withoutScript,
}) => {
  const plain = await withoutScript();
  await plain.goto("/checks/influence");
  await plain.getByRole("group").nth(1).locator('input[value="4"]').check();
  await plain.getByRole("button", { name: "See my result" }).click();
  await expect(plain.getByRole("alert")).toContainText("1 of 20 are answered so far");
  await expect(plain.getByRole("group").nth(1).locator('input[value="4"]')).toBeChecked();
  await shoot(plain, "too-few-without-script");

  await page.goto("/checks/influence");
  await page.getByRole("group").nth(0).locator('input[value="2"]').check();
  await page.getByRole("button", { name: "See my result" }).click();
  await expect(page.getByRole("status")).toContainText("1 of 20 are answered so far");
  await expect(page.getByRole("group").nth(1).locator("input").first()).toBeFocused();
  // Three of the four items of one part, five questions apart, make a figure; the others say what is missing.
  for (const index of [5, 10])
    await page.getByRole("group").nth(index).locator('input[value="2"]').check();
  await page.getByRole("button", { name: "See my result" }).click();
  await expect(page.getByText("You left 17 items out.")).toBeVisible();
  await expect(page.getByText("Too few answers: 0 of 4, and 3 are needed.").first()).toBeVisible();
  await shootInEveryLook(page, "result-few");
});

test("an address that was cut off, changed or is empty is told kindly, and shows no figure", async ({
  page,
}) => {
  await page.goto("/checks/without-me");
  await answer(page, () => "2");
  await page.getByRole("button", { name: "See my result" }).click();
  await expect(page.getByText("You gave the same answer everywhere")).toBeVisible();
  const whole = page.url();
  for (const [address, said] of [
    [whole.slice(0, -3), "This address is not whole"],
    [whole.replace("#1t", "#1a"), "This address is not whole"],
    [whole.replace("/without-me/", "/influence/"), "This address is not whole"],
    [`${whole.split("#")[0]}#%3Cscript%3E`, "This address is not whole"],
    [whole.split("#")[0] ?? "", "There is no result in this address"],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 2 }), address).toHaveText([said]);
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Take the check" })).toBeVisible();
  }
  await shootInEveryLook(page, "no-result");
  await page.goto("about:blank");
  await page.goto(whole);
  await expect(page.getByRole("table")).toHaveCount(1);
});

test("a result is changed, kept on the device by choice, compared and deleted; two tabs know nothing of each other", async ({
  page,
  context,
}) => {
  const take = async (tab: Page, value: string) => {
    await tab.goto("/checks/emotions");
    await answer(tab, () => value);
    await tab.getByRole("button", { name: "See my result" }).click();
    await expect(tab.getByRole("table")).not.toHaveCount(0);
  };
  await take(page, "2");
  const kept = () => page.evaluate(() => localStorage.length);
  expect(await kept(), "nothing is kept unasked").toBe(0);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByRole("status")).toContainText("Kept on this device.");
  expect(await kept()).toBe(1);

  const other = await context.newPage();
  await take(other, "4");
  await expect(page.getByRole("row", { name: /Drive/ }).first()).toContainText("2.0");
  const compared = other.locator("section", { hasText: "Then and now" }).last();
  await expect(compared.getByRole("row", { name: "Drive 2.0 4.0 Higher" })).toBeVisible();
  await shootInEveryLook(other, "compared");

  await other.getByRole("link", { name: "Change my answers" }).click();
  await expect(other.getByText("20 of 20 answered")).toBeVisible();
  await expect(other.getByRole("group").nth(7).locator('input[value="4"]')).toBeChecked();
  await other.goBack();
  await other.getByRole("button", { name: "Delete them from this device" }).click();
  await expect(other.getByRole("status")).toContainText("Deleted from this device.");
  await expect(other.getByText("Then and now")).toHaveCount(0);
  expect(await kept()).toBe(0);
});

test("the picture to share is drawn in the browser, without the answers, and nothing is uploaded", async ({
  page,
}) => {
  await page.goto("/checks/leadership-styles?lang=de");
  await answer(page, (index) => String((index % 5) + 1));
  await page.getByRole("button", { name: "Mein Ergebnis ansehen" }).click();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bild zum Teilen" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("mein-check.png");
  const path = (await file.path()) ?? "";
  const picture = PNG.sync.read(readFileSync(path));
  expect([picture.width, picture.height]).toEqual([1200, 630]);
  const colours = new Set<number>();
  for (let at = 0; at < picture.data.length; at += 4) colours.add(picture.data.readUInt32BE(at));
  expect(colours.size, "something is drawn").toBeGreaterThan(20);
  if (process.env.TWOHATS_SHOTS) await file.saveAs(`${process.env.TWOHATS_SHOTS}/card.png`);
  // A font may come for the letters on it; nothing goes.
  expect(sent.filter((each) => !/^GET (blob:|https:\S+\/assets\/)/.test(each))).toEqual([]);
});

test("on paper the reasons stand open and nothing to press is left", async ({ page }) => {
  await page.goto("/checks/balance");
  await answer(page, () => "1");
  await page.getByRole("button", { name: "See my result" }).click();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.getByRole("definition").last()).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await shoot(page, "result-printed");
});

test("each page brings less than 60 kB of script, and no React", async ({ page }) => {
  const scripts: { path: string; size: number; text: string }[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const { responseBodySize: size } = await response.request().sizes();
    scripts.push({ path: response.url(), size, text: await response.text() });
  });
  for (const [address, least] of [
    ["/checks", 0],
    ["/checks/management-styles", 500],
    ["/checks/management-styles/result", 3_000],
  ] as const) {
    scripts.length = 0;
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    const weight = scripts.reduce((sum, { size }) => sum + size, 0);
    expect(weight, address).toBeLessThan(60_000);
    expect(weight, `${address}: what was measured is not nothing`).toBeGreaterThanOrEqual(least);
    for (const { text } of scripts) expect(text).not.toMatch(/react-dom|react-router/);
  }
});

test("search engines find every check in each language, and nothing else", async ({
  page,
  sample,
}) => {
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain("Allow: /checks\n");
  expect(robots).toMatch(/^Disallow: \/$/m);
  expect(robots).toContain(`Sitemap: ${sample.url}/sitemap.xml`);
  const map = await (await page.request.get("/sitemap.xml")).text();
  const places = [...map.matchAll(/<loc>([^<]+\/checks[^<]*)<\/loc>/g)].map(
    ([, place]) => place ?? "",
  );
  expect(places).toHaveLength((1 + 9 * 2) * 2);
  for (const place of places) {
    await page.goto(place);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const language = new URL(place).searchParams.get("lang") ?? "";
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", place);
    await expect(page.locator('link[rel="alternate"]')).toHaveCount(3);
    const about = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(about ?? "")).toMatchObject({ inLanguage: language });
    await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /.{30}/);
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  }
  await page.goto("/checks/balance/result");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
});

test("a page is the same for everyone, and whoever has it is told that it still holds", async ({
  page,
  sample,
}) => {
  const get = (headers: Record<string, string> = {}) =>
    page.request.get("/checks/balance", { headers: { "accept-language": "de", ...headers } });
  const first = await get();
  const { etag = "", "cache-control": kept } = first.headers();
  expect(kept).toBe("public, max-age=0, must-revalidate");
  expect((await get({ "if-none-match": etag })).status()).toBe(304);
  const signedIn = await get({ cookie: "better-auth.session_token=whoever", origin: sample.url });
  expect(signedIn.headers().etag).toBe(etag);
  expect(await first.text()).toContain('lang="de"');
  expect((await page.request.get("/checks/nothing")).status()).toBe(404);
});
