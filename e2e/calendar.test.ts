import { expect, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

test("somebody has what is due for them in their own calendar, replaces the link and stops it, without any script", async ({
  context,
  browser,
  signInAs,
  withoutScript,
  sample,
}) => {
  await signInAs("manager with a released report");
  const own = await withoutScript();
  await own.goto("/plan/practice/new");
  await own.getByLabel("When: a moment of your day").fill("When the secret meeting opens");
  await own.getByLabel("Then: what you do").fill("I ask before I answer");
  await own.getByRole("checkbox", { name: "Monday" }).check();
  await own.getByRole("button", { name: "Go on: rehearse it once" }).click();
  await own.getByLabel(/what do you do\?$/).fill("I ask");
  await own.getByRole("button", { name: "Begin today" }).click();

  await own.goto("/account");
  await own.getByRole("link", { name: "In your calendar" }).click();
  await expect(own.getByText("You have no link yet")).toBeVisible();
  await own.getByRole("button", { name: "Make a link" }).click();
  await expect(own.getByText("The link is made.")).toBeVisible();
  const address = await own.getByLabel("Address").inputValue();
  // A calendar program: no cookie.
  const program = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  const file = await program.request.get(address);
  expect(file.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const text = await file.text();
  expect(text).toContain("SUMMARY:Your practice (Twohats)");
  expect(text).not.toContain("secret meeting");
  const looking = await context.newPage();
  await expectReadable(looking, "/account/calendar");
  await shootInEveryLook(looking, "calendar", "/account/calendar");

  await own.getByRole("button", { name: "Make another one" }).click();
  await expect(own.getByLabel("Address")).not.toHaveValue(address);
  expect((await program.request.get(address)).status()).toBe(410);
  const second = await own.getByLabel("Address").inputValue();
  expect((await program.request.get(second)).status()).toBe(200);
  await own.getByRole("button", { name: "Stop it" }).click();
  await expect(own.getByText("The link has ended.")).toBeVisible();
  expect((await program.request.get(second)).status()).toBe(410);
  await program.close();
  await own.goto("/plan/practice");
  await own.getByText("Stop before the end").click();
  await own.getByRole("button", { name: "Stop it" }).click();
  await expect(own.getByText("Stopped. Nothing is lost.")).toBeVisible();
});
