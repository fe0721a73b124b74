import { expect, shoot, shootInEveryLook, test } from "./support/journey.ts";
import { expectReadable } from "./support/reading.ts";

/** The Monday of the week so many weeks before this one. */
function mondayBefore(weeks: number): Date {
  const day = new Date();
  day.setUTCHours(12, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) - 7 * weeks);
  return day;
}

const stamp = (at: Date) => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

/** Four weeks of a busy calendar, as a program exports it. */
function calendar(titles: readonly string[]): Buffer {
  const entries = titles.flatMap((title, at) => {
    const begins = mondayBefore(4);
    begins.setUTCDate(begins.getUTCDate() + (at % 5));
    begins.setUTCHours(6 + (at % 9));
    return [
      ...["BEGIN:VEVENT", `UID:${at}`, `SUMMARY:${title}`, `DTSTART:${stamp(begins)}Z`],
      ...[`DURATION:PT${1 + (at % 2)}H`, "RRULE:FREQ=WEEKLY", "END:VEVENT"],
    ];
  });
  const more = [
    ...["BEGIN:VEVENT", `DTSTART;VALUE=DATE:${stamp(mondayBefore(2)).slice(0, 8)}`],
    ...["SUMMARY:Holiday", "END:VEVENT"],
    ...["BEGIN:VEVENT", `DTSTART:${stamp(mondayBefore(1))}Z`, "DURATION:PT1H", "CLASS:PRIVATE"],
    ...["SUMMARY:Doctor", "END:VEVENT"],
  ];
  return Buffer.from(["BEGIN:VCALENDAR", ...entries, ...more, "END:VCALENDAR"].join("\r\n"));
}

const file = (buffer: Buffer, name = "calendar.ics") => ({
  ...{ name, mimeType: "text/calendar", buffer },
});

test("a manager reads a calendar, puts each kind of meeting to a hat and sees the balance, without any script", async ({
  context,
  signInAs,
  withoutScript,
}) => {
  await signInAs("manager with a released report");
  const page = await withoutScript();
  const looking = await context.newPage();
  await page.goto("/plan/time");
  await expect(page.getByRole("heading", { name: "What would your calendar say?" })).toBeVisible();
  await shootInEveryLook(looking, "time-empty", "/plan/time");
  await page.getByRole("link", { name: "Read your calendar" }).click();
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a file first.");
  await page.getByLabel("Your calendar").setInputFiles(file(Buffer.from("name;hours"), "x.csv"));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("alert")).toContainText("That is no calendar.");
  await shoot(page, "time-calendar-refused");
  await page.getByLabel("How many").selectOption("2");
  await page.getByRole("button", { name: "Choose these weeks" }).click();
  await expect(page.getByText(/^2 weeks, from/)).toBeVisible();
  await page.getByLabel("How many").selectOption("4");
  await page.getByRole("button", { name: "Choose these weeks" }).click();
  const titles = ["Budget", "One-to-one with Lotte", "Steering group", "Commute"];
  await page.getByLabel("Your calendar").setInputFiles(file(calendar(titles)));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("status")).toContainText("The file is gone already.");
  await expect(page.getByRole("heading", { name: /^It can’t be told yet/ })).toBeVisible();
  await expect(page.getByText("Private, or without a title", { exact: true })).toBeVisible();
  await expect(page.getByText("Doctor")).toHaveCount(0);
  await shootInEveryLook(looking, "time-open", "/plan/time");
  for (const [title, hat] of [
    ["Budget", "Managing"],
    ["One-to-one with Lotte", "Leading"],
    ["Steering group", "Neither"],
    ["Commute", "Neither"],
  ] as const)
    await page
      .getByRole("group", { name: `What is “${title}”?` })
      .getByRole("radio", { name: hat })
      .check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("status")).toContainText("The next calendar you read knows it");
  await expect(
    page.getByRole("heading", { name: "More of your time goes to leading than to managing" }),
  ).toBeVisible();
  await expect(page.getByText(/One entry of a whole day or more was left out/)).toBeVisible();
  await expectReadable(looking, "/plan/time");
  await shootInEveryLook(looking, "time", "/plan/time");
  await expectReadable(looking, "/plan/time/calendar");
  await shootInEveryLook(looking, "time-calendar", "/plan/time/calendar");

  await page.getByRole("link", { name: "Write down a week" }).click();
  await page.getByLabel("Hours managing").fill("a lot");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Write the hours as a number");
  await expect(page.getByLabel("Hours managing")).toHaveValue("a lot");
  await page.getByLabel("Hours managing").fill("30,5");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved.");
  await expect(
    page.getByRole("heading", { name: /^More of your time goes to managing/ }),
  ).toBeVisible();
  await expectReadable(looking, "/plan/time/week");
  await shootInEveryLook(looking, "time-week", "/plan/time/week");

  await page.getByText(/^What you put to a hat/).click();
  await page.getByRole("link", { name: /Nobody needs it\? : Steering group/ }).click();
  await page.getByRole("button", { name: "Begin for myself" }).click();
  await expect(page.getByLabel("Which?")).toHaveValue("Steering group");
  await page.goto("/plan/time");
  await page.getByText("Forget all of it", { exact: true }).click();
  await page.getByRole("button", { name: "Forget all of it for good" }).click();
  await expect(page.getByRole("status")).toContainText("Nothing of it is left.");
});

test("a team names what nobody needs, and its leader decides, without any script", async ({
  browser,
  context,
  sample,
  signInAs,
  withoutScript,
}) => {
  await signInAs("manager with a released report");
  const page = await withoutScript();
  const looking = await context.newPage();
  await page.goto("/plan/clear-outs");
  await shootInEveryLook(looking, "clear-outs", "/plan/clear-outs");
  await expectReadable(looking, "/plan/clear-outs");
  // The journey before may have begun one of their own.
  const own = page.getByRole("link", { name: /^For yourself/ });
  if (await own.count()) {
    await own.first().click();
    await page.getByText("Close this clear-out").click();
    await page.getByRole("button", { name: "Close it" }).click();
    await page.goto("/plan/clear-outs");
  }
  await page.getByRole("button", { name: "Begin with my team" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Your clear-out of/ })).toBeVisible();
  await page.getByRole("button", { name: "Name it" }).click();
  await expect(page.getByRole("alert")).toContainText("Say in a few words which.");
  await expect(page.getByRole("alert")).toContainText("Choose what it is.");
  await page.getByRole("radio", { name: "Report" }).check();
  await page.getByLabel("Which?").fill("Weekly figures for the board");
  await page.getByLabel("Why would nobody miss it?").fill("The dashboard says the same.");
  await page.getByRole("button", { name: "Name it" }).click();
  await expect(page.getByRole("status")).toContainText("Named.");
  await page.getByRole("radio", { name: "Meeting" }).check();
  await page.getByLabel("Which?").fill("Monday status round");
  await page.getByRole("button", { name: "Name it" }).click();
  await page.getByRole("button", { name: "It stops : Weekly figures for the board" }).click();
  await expect(page.getByRole("status")).toContainText("In a month you are asked");
  await page.getByRole("button", { name: "It stays : Monday status round" }).click();
  await expect(page.getByRole("heading", { name: "Stays" })).toBeVisible();
  await page.getByRole("button", { name: "Decide again : Monday status round" }).click();
  const path = new URL(page.url()).pathname;
  await expectReadable(looking, path);
  await shootInEveryLook(looking, "clear-out", path);
  // Whoever was not asked finds nothing there.
  const other = await browser.newContext({ baseURL: sample.url, ignoreHTTPSErrors: true });
  await signInAs("HR administrator", other);
  const answer = await (await other.newPage()).goto(path);
  expect(answer?.status()).toBe(404);
  await other.close();
});
