import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { expect, shoot, shootInEveryLook, test as withSample } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { type Server, startServer } from "./support/server.ts";

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
  },
  {
    check: "without-me",
    name: "Does my team run without me?",
    choose: () => "4",
    finding: "All parts come out about equal",
    rows: [["Carries out the plan", "4.0"]],
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

async function expectResult(page: Page, { name, finding, rows }: (typeof JOURNEYS)[number]) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Your result: ${name}`);
  await expect(page.getByText(finding)).toBeVisible();
  for (const [part, figure] of rows) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: part }) });
    await expect(row).toContainText(figure);
  }
  await expect(page.getByText("This is how you see yourself today.")).toBeVisible();
  await expect(page.getByText("you are compared with nobody")).toBeVisible();
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
