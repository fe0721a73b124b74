import type { Browser, BrowserContext, Page } from "@playwright/test";
import { onDatabase } from "./support/database.ts";
import { desk, expect, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Role, type Server, startServer } from "./support/server.ts";

const link = (identifier: string) => ({ title: identifier, identifier, uri: "" });
const competencies = { moor: "Mooring", watch: "Keeping watch", rope: "Rope work" };
const levels = [
  { quality: "Learning", description: "Does it when told how" },
  { quality: "Able", description: "Does it alone, by day and night" },
  { quality: "Teaches", description: "Shows others and corrects them" },
];

/** Somebody's own framework, as other systems write it. */
const caseFile = JSON.stringify({
  CFDocument: { identifier: "doc", title: "Boat handling", language: "en" },
  CFItems: Object.entries(competencies).map(([identifier, fullStatement]) => ({
    identifier,
    fullStatement,
  })),
  CFAssociations: Object.keys(competencies).map((from) => ({
    associationType: "isChildOf",
    originNodeURI: link(from),
    destinationNodeURI: link("doc"),
  })),
  CFRubrics: [
    {
      identifier: "rubric",
      CFRubricCriteria: Object.entries(competencies).map(([id, name]) => ({
        CFItemURI: link(id),
        CFRubricCriterionLevels: levels.map(({ quality, description }, at) => ({
          quality,
          description: `${description}: ${name.toLowerCase()}`,
          score: at + 1,
        })),
      })),
    },
  ],
});

type Member = { id: string; name: string; page: Page; context: BrowserContext };

async function member(browser: Browser, server: Server, role: Role): Promise<Member> {
  const account = server.signIn(role);
  const [row] = await onDatabase(
    server.dataDir,
    `SELECT id, coalesce(preferred_name, name) AS name FROM person WHERE email = '${account.email}'`,
  );
  const context = await browser.newContext({ baseURL: server.url, viewport: desk });
  await signIn(context, server.url, account);
  return {
    ...{ id: String(row?.id), name: String(row?.name) },
    ...{ page: await context.newPage(), context },
  };
}

/** In this journey both work for the manager, at the same thing, and nobody works for those two. */
async function makeTeam(server: Server, manager: Member, team: Member[]): Promise<void> {
  const ids = team.map(({ id }) => `'${id}'`).join(", ");
  await onDatabase(
    server.dataDir,
    `UPDATE person SET manager_id = NULL WHERE manager_id IN (${ids}) OR id = '${manager.id}'`,
  );
  await onDatabase(
    server.dataDir,
    `UPDATE person SET manager_id = CASE WHEN id IN (${ids}) THEN '${manager.id}'::uuid END,
            job_title = CASE WHEN id IN (${ids}) THEN 'Pilot boat crew' ELSE job_title END
      WHERE id IN (${ids}) OR manager_id = '${manager.id}'`,
  );
}

const section = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Fills in one's sheet about somebody, in the order in which competencies stand on it. */
async function place(page: Page, who: string, said: Record<string, number>): Promise<void> {
  await page.goto("/assess");
  await page.getByRole("link", { name: who }).click();
  for (const [name, level] of Object.entries(said))
    await section(page, name)
      .getByRole("radio", { name: `${level}:` })
      .check();
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("status")).toContainText("Sent.");
}

async function evidenceKept(server: Server): Promise<unknown> {
  const [row] = await onDatabase(
    server.dataDir,
    "SELECT count(*)::int AS rows, md5(string_agg(e::text, '|' ORDER BY e.id)) AS all FROM evidence e",
  );
  return row;
}

test("a framework is brought along, a role needs it, a team is assessed and talks, levels show in every table, and a split loses nothing", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
  const [hr, manager, one, other] = [
    await member(browser, server, "HR administrator"),
    await member(browser, server, "manager with a released report"),
    await member(browser, server, "manager choosing raters"),
    await member(browser, server, "rater with requests waiting"),
  ];
  try {
    await makeTeam(server, manager, [one, other]);
    const office = hr.page;

    await office.goto("/frameworks/import");
    await office.getByLabel("File").setInputFiles({
      ...{ name: "boats.json", mimeType: "application/json" },
      buffer: Buffer.from(caseFile),
    });
    await office.getByRole("button", { name: "Read the file" }).click();
    await office.getByRole("button", { name: "Publish version 1" }).click();
    await expect(office.getByRole("status")).toContainText("Published.");

    await office.goto("/roles/ready");
    await office.getByRole("link", { name: /Boat handling/ }).click();
    await office.getByLabel("Name of the role").fill("Pilot boat crew");
    await office.getByLabel("Job titles").fill("Pilot boat crew");
    for (const name of Object.values(competencies))
      await office.getByLabel(`Level: ${name}`).selectOption("2 · Able");
    await office.getByRole("button", { name: "Save role" }).click();
    await expect(office.getByRole("status").first()).toContainText("The role was saved.");
    await expect(
      office
        .getByRole("heading", { name: "2 people have this role" })
        .or(office.getByText("2 people have this role"))
        .first(),
    ).toBeVisible();
    const role = new URL(office.url()).pathname;

    await office.goto("/assessments/new");
    await office
      .getByRole("combobox", { name: "Framework" })
      .selectOption({ label: "Boat handling" });
    await office.getByRole("button", { name: "Use this framework" }).click();
    await office.getByLabel("Name of the round").fill("Boats this winter");
    await office.getByRole("radio", { name: "What each one’s roles need" }).check();
    await office.getByRole("checkbox", { name: "Staffing" }).check();
    await office
      .getByLabel("Last day")
      .fill(new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10));
    await office.getByRole("button", { name: "Go on to the people" }).click();
    for (const { name } of [one, other]) {
      await office.getByRole("searchbox").fill(name);
      await office.getByRole("searchbox").press("Enter");
      await office.getByRole("checkbox", { name }).check();
    }
    await office.getByRole("button", { name: "Go on", exact: true }).click();
    await office.getByRole("button", { name: "Begin, and write to 3 people" }).click();
    await expect(office.getByRole("status")).toContainText("It has begun.");

    await place(one.page, "Yourself", { Mooring: 3, "Keeping watch": 2, "Rope work": 3 });
    await place(other.page, "Yourself", { Mooring: 2, "Keeping watch": 2, "Rope work": 3 });
    await place(manager.page, one.name, { Mooring: 3, "Keeping watch": 3, "Rope work": 3 });
    await place(manager.page, other.name, { Mooring: 2, "Keeping watch": 2, "Rope work": 1 });

    // With one they meet in the middle of nothing: one level is proposed and confirmed, the rest both had said.
    const talk = manager.page;
    await talk.goto("/assess");
    await talk.getByRole("link", { name: one.name }).click();
    await section(talk, "Keeping watch")
      .getByLabel("The level you propose")
      .selectOption({ label: "3: Teaches (one of your views)" });
    await section(talk, "Keeping watch")
      .getByLabel("In a few words")
      .fill("Took the new hands through a night watch.");
    await talk.getByRole("button", { name: "Propose this level: Keeping watch" }).click();
    await expect(talk.getByText("You proposed 3")).toBeVisible();
    await one.page.goto(new URL(talk.url()).pathname);
    await one.page.getByRole("button", { name: "Confirm this level: Keeping watch" }).click();
    await one.page.getByRole("button", { name: "End the talk" }).click();
    await expect(one.page.getByText("You ended this talk on")).toBeVisible();

    // With the other they do not agree on one, and both views stand.
    await talk.goto("/assess");
    await talk.getByRole("link", { name: other.name }).click();
    const reason = "I saw two knots slip; you say that was the rope.";
    await section(talk, "Rope work").getByLabel("In a few words").fill(reason);
    await talk.getByRole("button", { name: "We do not agree: Rope work" }).click();
    await expect(talk.getByText("You wrote down that you do not agree.")).toBeVisible();
    await other.page.goto(new URL(talk.url()).pathname);
    await expect(other.page.getByText(reason).first()).toBeVisible();
    await other.page.getByRole("button", { name: "End the talk" }).click();
    await expect(other.page.getByText("You ended this talk on")).toBeVisible();
    await other.page.goto("/levels");
    await other.page.getByRole("link", { name: "Boat handling" }).click();
    await expect(other.page.getByRole("heading", { name: "Mooring", exact: true })).toBeVisible();
    await shootInEveryLook(other.page, "boats-levels");

    const crew = (page: Page, name: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    await manager.page.goto("/skills");
    const framework = await manager.page
      .getByLabel("Framework")
      .locator("option", { hasText: "Boat handling" })
      .getAttribute("value");
    const of = `framework=${framework}`;
    for (const page of [manager.page, office]) {
      await page.goto(`/skills?${of}&q=`);
      await expect(crew(manager.page, one.name)).toContainText("level 2 needed");
    }
    await expect(crew(manager.page, other.name)).toContainText("level 2 needed");
    await shootInEveryLook(manager.page, "boats-matrix");
    await manager.page.goto(`/skills/cover?${of}`);
    await shootInEveryLook(manager.page, "boats-cover");
    const ropes = manager.page.getByRole("row", { name: /^Rope work/ }).first();
    await expect(ropes).toContainText(one.name);
    await expect(manager.page.getByRole("row", { name: /^Mooring/ }).first()).toContainText(
      other.name,
    );
    await manager.page.goto(`/skills/needs?${of}`);
    await shootInEveryLook(manager.page, "boats-needs");
    await expect(manager.page.getByRole("row", { name: /^Rope work/ }).first()).toBeVisible();

    const before = await evidenceKept(server);
    await office.goto(`/frameworks`);
    await office.getByRole("link", { name: "Boat handling" }).click();
    await office.getByRole("button", { name: "Work on the next version" }).click();
    for (const [name, ...texts] of [
      ["Lookout by night", "Sees lights", "Tells ships by their lights", "Trains others’ eyes"],
      ["Watch log", "Writes what was told", "Keeps the log alone", "Checks the logs of others"],
    ] as const) {
      await office.getByRole("link", { name: "Add a competency" }).click();
      await office.getByLabel("Name of the competency").fill(name);
      for (const [at, text] of texts.entries())
        await office.getByLabel(`${at + 1} · ${levels[at]?.quality}`).fill(text);
      await office.getByText("Where it comes from").click();
      await office.getByRole("checkbox", { name: "Keeping watch" }).check();
      await office.getByRole("button", { name: "Save", exact: true }).click();
    }
    await shootInEveryLook(office, "boats-draft");
    await office.getByRole("button", { name: "Publish version 2" }).click();
    await expect(office.getByRole("status")).toContainText("Published.");
    expect(await evidenceKept(server)).toEqual(before);

    // Levels of what was split stand at its parts, less sure than before, and the rest as they were.
    await one.page.goto("/levels");
    await one.page.getByRole("link", { name: "Boat handling" }).click();
    await expect(one.page.getByRole("heading", { name: "Mooring", exact: true })).toBeVisible();
    await shootInEveryLook(one.page, "boats-levels-after");
    for (const name of ["Lookout by night", "Watch log", "Mooring", "Rope work"])
      await expect(
        one.page.getByRole("listitem").filter({
          has: one.page.getByRole("heading", { name, exact: true }),
        }),
      ).toContainText("of 3, likely");
    await manager.page.goto(`/skills?${of}`);
    await shootInEveryLook(manager.page, "boats-matrix-after");
    await expect(
      manager.page.getByRole("columnheader", { name: /Lookout by night/ }),
    ).toBeVisible();
    // The role says what is to be looked at again.
    await office.goto(role);
    await expect(office.getByText(/needs? to look at again/)).toBeVisible();
    await shootInEveryLook(office, "boats-role-after");
  } finally {
    await Promise.all([hr, manager, one, other].map(({ context }) => context.close()));
    await server.stop();
  }
});
