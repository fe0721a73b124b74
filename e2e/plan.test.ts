import { expect, shoot, shootInEveryLook, signIn, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";
import { preparedSample } from "./support/sample.ts";
import { startServer } from "./support/server.ts";

test("a manager begins a plan without any script, shares it with a coach, and takes that back", async ({
  browser,
  context,
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs("manager with a released report");
  const plain = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const own = await plain.newPage();
  await own.goto("/plan");
  await expect(own.getByRole("heading", { name: "Begin with one thing" })).toBeVisible();
  await shoot(own, "plan-empty");
  await own.getByRole("link", { name: "Begin with something of your own" }).click();
  await own.getByRole("button", { name: "Save" }).click();
  await expect(own.getByRole("alert")).toContainText(
    "Say in a few words what you want to work on.",
  );
  await own.getByLabel("What do you want to work on?").fill("Hand over decisions");
  await own.getByRole("radio", { name: "Leading" }).check();
  await own.getByLabel("Goal: what will be different?").fill("Delegate more");
  await own.getByLabel("Until when?").fill("2020-01-01");
  await own.getByRole("button", { name: "Save" }).click();
  await expect(own.getByRole("alert")).toContainText("That day has passed.");
  await expect(own.getByLabel("What do you want to work on?")).toHaveValue("Hand over decisions");
  await own.getByLabel("Until when?").fill("");
  await own.getByRole("button", { name: "Save" }).click();
  await expect(own.getByRole("heading", { name: "Hand over decisions" })).toBeVisible();
  await own.getByText("5 things that could make the goal easier").click();
  await expect(own.getByText("a few words more would show you where to begin.")).toBeVisible();

  await own.getByRole("link", { name: "Add an action : Hand over decisions" }).click();
  await own.getByLabel("What will you do?").fill("Let Lotte lead a whole turnaround");
  await own.getByLabel("What will show that it happened?").fill("A turnaround without me");
  await own.getByRole("button", { name: "Save" }).click();
  await own.getByRole("button", { name: "Done : Let Lotte lead a whole turnaround" }).click();
  await expect(own.getByRole("status")).toContainText("Done.");
  await own.getByRole("link", { name: "Look at starter sets" }).click();
  await shoot(own, "plan-starters");
  await own.getByRole("link", { name: "Look at it : Six skills" }).click();
  await own.getByRole("button", { name: "Put it in the plan" }).click();
  await expect(own.getByRole("alert")).toContainText("Choose at least one part.");
  await shoot(own, "plan-starter");
  await own.getByRole("checkbox", { name: "Set goals that people can aim at" }).check();
  await own.getByRole("button", { name: "Put it in the plan" }).click();
  await expect(own.getByText("Of 3 actions: Managing 2, Leading 1.")).toBeVisible();

  await own.getByRole("link", { name: "Share", exact: true }).click();
  const search = own.getByRole("searchbox", { name: "Find a colleague" });
  await search.fill("a");
  await search.press("Enter");
  await own.getByRole("radio", { name: /./ }).first().check();
  await shoot(own, "plan-share");
  await own.getByRole("radio", { name: "Coach" }).check();
  await own.getByRole("button", { name: "Share the plan" }).click();
  await expect(own.getByRole("status")).toContainText("Shared.");
  await plain.close();

  await page.goto("/plan");
  await expectReadable(page, "/plan");
  await shootInEveryLook(page, "plan");
  const pdf = await page.request.get(
    (await page.getByRole("link", { name: "PDF" }).getAttribute("href")) ?? "",
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goto("/plan/areas/new");
  await expectReadable(page, "/plan/areas/new");
  await shoot(page, "plan-area-form");
  await page.goto("/plan/share");
  await expectReadable(page, "/plan/share");
  await page.getByRole("button", { name: /^Take back/ }).click();
  await expect(page.getByRole("status").first()).toContainText("Taken back.");

  await context.clearCookies();
  await signInAs("HR administrator");
  await page.goto("/plans");
  await expect(page.getByRole("heading", { name: "Nobody shares a plan with you" })).toBeVisible();
  await shoot(page, "plans-empty");
});

test("what was chosen in a report is put in the plan once, with what was written there", async ({
  browser,
}) => {
  // A server of its own: other journeys choose in the same report.
  const server = await startServer({ command: "demo", from: await preparedSample(), tls: true });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await signIn(context, server.url, server.signIn("manager with a released report"));
    const page = await context.newPage();
    await page.goto("/reports");
    if (!/\/reports\/./.test(page.url()))
      await page.getByRole("main").getByRole("link").first().click();
    const focus = page.getByRole("region", { name: "Choose a focus", exact: true });
    const step = "Ask one open question in each meeting";
    const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await expect(focus.getByRole("link", { name: "Put it in your plan" })).toHaveCount(0);
    await focus.getByLabel("What will you do?").first().fill(step);
    await focus.getByLabel("By when?").first().fill(ahead);
    await focus.getByRole("button", { name: "Keep my focus" }).click();
    await focus.getByRole("link", { name: "Put it in your plan" }).click();

    const chosen = page
      .getByRole("listitem")
      .filter({ hasText: "You chose it in your report on" })
      .first();
    await expect(chosen).toBeVisible();
    await shootInEveryLook(page, "plan-beginnings");
    await chosen.getByRole("link").click();
    const title = await page.getByLabel("What do you want to work on?").inputValue();
    expect(title).not.toBe("");
    await expect(page.getByLabel("Goal: what will be different?")).toHaveValue(step);
    await expect(page.getByLabel("Until when?")).toHaveValue(ahead);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
    await shootInEveryLook(page, "plan-from-report");
    // Taken up, it is offered no more; going back and sending it again puts it there once.
    await expect(page.getByText("You chose it in your report on")).toHaveCount(0);
    await page.goBack();
    await page.getByRole("button", { name: "Save" }).click();
    await page.goto("/plan");
    await expect(page.getByRole("heading", { name: title, exact: true })).toHaveCount(1);
  } finally {
    await context.close();
    await server.stop();
  }
});
