import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { linkOn, links, linksOn } from "./support/pages.ts";
import { openLinks } from "./support/raters.ts";
import { expectReadable, expectWithoutScript } from "./support/reading.ts";

const PATIENCE_PER_PAGE = 60_000;

type Hands = { browser: Browser; context: BrowserContext; page: Page; url: string };

async function expectAll({ browser, context, page, url }: Hands, addresses: readonly string[]) {
  test.setTimeout((addresses.length + 3) * PATIENCE_PER_PAGE);
  for (const address of addresses) await expectReadable(page, address);
  await expectWithoutScript(browser, context, url, addresses);
}

/** The cycles that have this page now. */
async function cyclesWith(context: BrowserContext, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const cycle of await linksOn(context, "/cycles", links.cycle)) {
    const answer = await context.request.get(`${cycle}/${path}`, { maxRedirects: 0 });
    if (answer.status() === 200) found.push(cycle);
  }
  return found;
}

// They only read, so they need no order and spread over the workers.
test.describe.configure({ mode: "parallel" });

test("signed out, every page reads well on every screen", async ({
  browser,
  context,
  page,
  sample,
}) => {
  const addresses = [
    "/sign-in",
    "/blank/charter",
    "/blank/plan",
    "/checks",
    "/checks/balance",
    "/checks/without-me/alone",
    "/checks/balance/result",
    "/guide",
    "/guide/conflict",
    "/join/unknown",
    "/address/unknown",
    "/r/unknown",
    "/nowhere",
  ];
  await expectAll({ browser, context, page, url: sample.url }, addresses);
});

test("the HR administrator's cycles read well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const cycles = await linksOn(context, "/cycles", links.cycle);
  const collecting = await cyclesWith(context, "close");
  const insights = await linkOn(context, String(cycles.at(-1)), links.insights);
  const [close] = collecting;
  expect(close, "a cycle that collects").toBeDefined();
  await expectAll({ browser, context, page, url: sample.url }, [
    "/cycles",
    "/cycles/new",
    ...cycles,
    `${close}/close`,
    `${close}/extend`,
    `${close}/letters`,
    `${close}/copy`,
    await linkOn(context, String(close), links.participant),
    insights,
    `${cycles.at(-1)}/files`,
  ]);
});

test("setting up a cycle reads well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const [setup] = await cyclesWith(context, "setup/details");
  expect(setup, "a cycle that is being set up").toBeDefined();
  const steps = [
    "details",
    "participants",
    "participants/list",
    "participants/file",
    "raters",
    "dates",
    "invitation",
    "review",
    "review/dry-run",
  ];
  const preview = await linkOn(context, `${setup}/setup/review`, links.preview);
  await expectAll({ browser, context, page, url: sample.url }, [
    ...steps.map((step) => `${setup}/setup/${step}`),
    preview,
    `${preview}?page=setting-goals&as=manager&in=de`,
  ]);
});

test("the HR administrator's other pages read well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  const upload = await context.request.post("/people/import", {
    headers: { origin: sample.url },
    multipart: {
      file: {
        name: "people.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(
          "Name,Email,Job title\nAda Reader,ada.reader@example.test,Reader\nNo Address,,Nobody\n",
        ),
      },
    },
    maxRedirects: 0,
  });
  await expectAll({ browser, context, page, url: sample.url }, [
    "/home",
    "/people",
    "/people/tree",
    await linkOn(context, "/people", links.person),
    "/people/import",
    String(upload.headers().location),
    "/roles",
    "/roles/new",
    "/practices",
    "/practices/few-goals",
    "/practices/few-goals/new?like=one-in-one-out",
    "/skills?level=3",
    "/skills/cover",
    "/skills/team",
    "/skills/needs",
    "/roles/new?from=team-leader",
    "/roles/ready",
    "/roles/import",
    await linkOn(context, "/roles", links.role),
    `${await linkOn(context, "/roles", links.role)}/edit`,
    "/approvals",
    "/coaching",
    "/outbox",
    "/access",
    "/access/audit",
    (await linkOn(context, "/access", /\?change=/)).replace(
      "?change=",
      "/units?office=admin&membership=",
    ),
    "/privacy",
    "/privacy/hold",
    "/people/addresses",
    "/access?q=captain",
    "/people/nobody",
  ]);
});

test("a manager's pages and report read well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("manager with a released report");
  await page.goto("/reports");
  const report = links.report.test(new URL(page.url()).pathname)
    ? new URL(page.url()).pathname
    : await linkOn(context, "/reports", links.report);
  await expectAll({ browser, context, page, url: sample.url }, [
    "/home",
    report,
    `${report}/share`,
    "/requests",
    "/people",
    await linkOn(context, "/people", links.person),
    "/cycles",
  ]);
});

test("choosing raters reads well on every screen", async ({
  browser,
  context,
  page,
  sample,
  signInAs,
}) => {
  await signInAs("manager choosing raters");
  const nomination = await linkOn(context, "/home", links.nomination);
  await expectAll({ browser, context, page, url: sample.url }, ["/home", nomination, "/reports"]);
});

test("the questionnaire reads well on every screen", async ({ browser, context, page, sample }) => {
  const list = new URL(String((await openLinks(sample, context)).at(-1))).pathname;
  const intro = await linkOn(context, list, links.request);
  const first = await linkOn(context, intro, links.part);
  await expectAll({ browser, context, page, url: sample.url }, [
    list,
    intro,
    first,
    `${intro}/comments`,
    `${intro}/send`,
    `${intro}/hand-over`,
  ]);
});
