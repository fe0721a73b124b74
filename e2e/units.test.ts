import type { BrowserContext, Page } from "@playwright/test";
import { addresses, filled } from "./support/crawl/addresses.ts";
import { onDatabase } from "./support/database.ts";
import { desk, expect, shoot, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// HR for departments: what they are given, what they see, what they are refused. The tests build on each other.
test.describe.configure({ mode: "serial" });

const OFFICERS = "Ships’ officers 360";
const OTHERS = ["Managers 360: next round", "Managers 360: first round", "Managers 360: pilot"];

let server: Server;
let rounds: Record<string, string>;
let departments: string[];

test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
  const found = await ask("SELECT id, name FROM round");
  rounds = Object.fromEntries(found.map(({ id, name }) => [String(name), String(id)]));
  const asked = await ask(
    `SELECT DISTINCT department FROM subject WHERE round_id = '${rounds[OFFICERS]}' ORDER BY department`,
  );
  departments = asked.map(({ department }) => String(department));
});
test.afterAll(() => server.stop());

const ask = (text: string) => onDatabase(server.dataDir, text);
const person = () => server.signIn("rater with requests waiting");

async function as(context: BrowserContext, who: "owner" | "official"): Promise<Page> {
  await signIn(context, server.url, who === "owner" ? server.signIn("HR administrator") : person());
  return context.newPage();
}

async function onDesk(
  newContext: (options: object) => Promise<BrowserContext>,
  who: "owner" | "official",
  journey: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await newContext({ baseURL: server.url, viewport: desk });
  try {
    await journey(await as(context, who), context);
  } finally {
    await context.close();
  }
}

test("an owner makes somebody HR administrator for departments, which are searched for and ticked, and are told on the page of access", async ({
  browser,
}) => {
  await onDesk(
    (options) => browser.newContext(options),
    "owner",
    async (page) => {
      const { name } = person();
      await page.goto("/access");
      await page.getByLabel("Name, title or e-mail address").fill(name);
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByLabel(`${name} as`).selectOption("HR administrator for departments");
      await page.getByRole("button", { name: `Give ${name}` }).click();
      await expect(page).toHaveURL(/\/access\/units\?/);
      const title = `Departments of ${name} as HR administrator`;
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.getByRole("button", { name: "Give these rights" }).click();
      await expect(page.getByRole("alert")).toContainText("Tick at least one department");
      await page.getByLabel("Find a department").fill("fin");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByRole("checkbox")).toHaveCount(1);
      await page.getByRole("checkbox", { name: "Finance and administration" }).check();
      await page.getByRole("button", { name: "Give these rights" }).click();
      await expect(
        page.getByText("They have the rights now, and a letter tells them so."),
      ).toBeVisible();
      await expect(
        page.getByText("HR administrator for departments (Finance and administration)"),
      ).toBeVisible();
      const letter = await server.mailbox.next(person().email, /HR administrator for departments/);
      expect(letter.text).toContain("some departments");
    },
  );
});

test("they see no round that asks about anybody else, and every address of one looks like nothing", async ({
  browser,
}) => {
  await onDesk(
    (options) => browser.newContext(options),
    "official",
    async (page, context) => {
      await page.goto("/cycles");
      await expect(
        page.getByText("for these departments: Finance and administration."),
      ).toBeVisible();
      for (const name of [OFFICERS, ...OTHERS]) await expect(page.getByText(name)).toHaveCount(0);
      for (const roundId of Object.values(rounds))
        for (const address of addresses()) {
          const { parameters } = address;
          if (!parameters.includes("cycleId") && !parameters.includes("roundId")) continue;
          const things = Object.fromEntries(parameters.map((each) => [each, roundId]));
          const path = filled(address, things);
          const answer = await context.request.get(path, { maxRedirects: 0 });
          expect(answer.status(), path).toBe(404);
        }
      await page.goto("/search?q=managers");
      await expect(page.locator("main a[href^='/cycles']")).toHaveCount(0);
    },
  );
});

test("an owner gives them the departments of a round, and it is theirs at once", async ({
  browser,
}) => {
  await onDesk(
    (options) => browser.newContext(options),
    "owner",
    async (page) => {
      const { name } = person();
      await page.goto("/access");
      await page.getByRole("link", { name: `Change ${name}` }).click();
      await expect(page.getByLabel(`Rights of ${name}`)).toHaveValue("unit-admin");
      await page.getByRole("button", { name: "Save" }).first().click();
      await expect(page.getByRole("group", { name: "Given now" })).toBeVisible();
      await page.getByRole("checkbox", { name: "Finance and administration" }).uncheck();
      for (const each of departments) await page.getByRole("checkbox", { name: each }).check();
      await page.keyboard.press("Tab");
      await shootInEveryLook(page, "units-choosing");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("They have the other rights from now on.")).toBeVisible();
      await expect(page.getByText(`(${departments.join(" and ")})`)).toBeVisible();
      await shoot(page, "units-access");
    },
  );
  await onDesk(
    (options) => browser.newContext(options),
    "official",
    async (page) => {
      await page.goto("/home");
      await page.getByRole("navigation").getByRole("link", { name: "Rounds" }).first().click();
      await expect(page.getByRole("link", { name: OFFICERS, exact: true })).toBeVisible();
      for (const name of OTHERS) await expect(page.getByText(name)).toHaveCount(0);
      await shootInEveryLook(page, "units-rounds", "/cycles");
      await page.setViewportSize(desk);
      await page.getByRole("link", { name: OFFICERS, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: OFFICERS })).toBeVisible();
      await shoot(page, "units-round");
      await page.getByRole("button", { name: "Pause", exact: false }).first().click();
      await expect(page.getByRole("main")).toContainText(/paused/i);
      for (const path of [
        "/access",
        "/outbox",
        "/people/import",
        "/people/new",
        "/roles",
        "/privacy",
      ])
        expect((await page.goto(path))?.status(), path).toBe(404);
      for (const name of OTHERS)
        expect((await page.goto(`/cycles/${rounds[name]}`))?.status(), name).toBe(404);
    },
  );
});

test("they begin a round with people of their departments, and with nobody else whatever is sent", async ({
  browser,
}) => {
  await onDesk(
    (options) => browser.newContext(options),
    "official",
    async (page, context) => {
      await page.goto("/cycles/new");
      await page.getByLabel("Name of the round").fill("Quayside 360");
      await page.getByRole("button", { name: "Save and choose participants" }).click();
      await expect(page).toHaveURL(/\/setup\/participants$/);
      await expect(page.getByRole("link", { name: /file/i })).toHaveCount(0);
      const [inside] = await ask(
        `SELECT id, name FROM person WHERE department = '${departments[0]}' AND status = 'active' ORDER BY id LIMIT 1`,
      );
      const [outside] = await ask(
        "SELECT id, name FROM person WHERE department = 'Commercial' AND status = 'active' ORDER BY id LIMIT 1",
      );
      const path = new URL(page.url()).pathname;
      await page.goto(`${path}?department=Commercial`);
      await expect(page.getByText(String(outside?.name))).toHaveCount(0);
      const post = (...ids: unknown[]) =>
        context.request.post(path, {
          headers: { origin: server.url },
          multipart: { intent: "continue", shown: String(ids[0]), person: String(ids[0]) },
          maxRedirects: 0,
        });
      await post(inside?.id);
      const before = await ask(
        `SELECT person_id FROM subject s JOIN round r ON r.id = s.round_id WHERE r.name = 'Quayside 360'`,
      );
      expect(before.map(({ person_id }) => person_id)).toEqual([inside?.id]);
      const list = await context.request.post(`${path}/list`, {
        headers: { origin: server.url },
        form: {
          list: String(
            (await ask(`SELECT email FROM person WHERE id = '${outside?.id}'`))[0]?.email,
          ),
        },
        maxRedirects: 0,
      });
      expect(list.status()).toBe(400);
      await post(outside?.id);
      expect(
        await ask(
          `SELECT person_id FROM subject s JOIN round r ON r.id = s.round_id WHERE r.name = 'Quayside 360'`,
        ),
      ).toEqual(before);
      await page.goto(path);
      await shoot(page, "units-participants");
    },
  );
});

test("a department nobody is in any more opens nothing, and owners are told", async ({
  browser,
}) => {
  await ask(
    `UPDATE person SET department = 'Vessels' WHERE department IN (${departments.map((each) => `'${each}'`).join(", ")})`,
  );
  await onDesk(
    (options) => browser.newContext(options),
    "owner",
    async (page) => {
      await page.goto("/access");
      await expect(page.getByText(/so these rights reach nobody/)).toBeVisible();
      await shootInEveryLook(page, "units-empty", "/access");
    },
  );
  await onDesk(
    (options) => browser.newContext(options),
    "official",
    async (page) => {
      // What was written down when the round began still is theirs; nobody new is.
      await page.goto("/cycles");
      await expect(page.getByRole("link", { name: OFFICERS, exact: true })).toBeVisible();
      const draft = await page.goto(
        `/cycles/${(await ask("SELECT id FROM round WHERE name = 'Quayside 360'"))[0]?.id}/setup/participants`,
      );
      expect(draft?.status()).toBe(200);
      await expect(page.getByRole("main")).toContainText("1 person found");
    },
  );
});

test("an analyst for departments reads the figures on rounds of these, and on no others", async ({
  browser,
}) => {
  const finished = rounds["Managers 360: first round"];
  const all = `(SELECT array_agg(DISTINCT department) FROM subject WHERE round_id = '${finished}')`;
  const limit = (units: string) =>
    ask(`UPDATE membership SET role = 'analyst', units = ${units}
          WHERE account_id = (SELECT id FROM auth."user" WHERE email = '${person().email}')`);
  await limit(all);
  await onDesk(
    (options) => browser.newContext(options),
    "official",
    async (page) => {
      await page.goto("/round-reports");
      await page.getByRole("link", { name: "Managers 360: first round" }).click();
      await expect(page).toHaveURL(/\/insights$/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const path of ["/cycles", `/cycles/${finished}`, `/cycles/${finished}/files`])
        expect((await page.goto(path))?.status(), path).toBe(404);
      await limit("ARRAY['Commercial']");
      await page.goto("/round-reports");
      await expect(page.getByRole("main")).not.toContainText("Managers 360");
      await shootInEveryLook(page, "units-analyst", "/round-reports");
      for (const path of ["insights", "insights/pdf", "insights/figures.xlsx"])
        expect(
          (await page.request.get(`/cycles/${finished}/${path}`, { maxRedirects: 0 })).status(),
        ).toBe(404);
    },
  );
});
