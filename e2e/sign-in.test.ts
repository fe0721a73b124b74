import { expect, test } from "./support/journey.ts";

const STRANGER = "nobody@harbourline.example";

test("whoever guesses has to wait, is told how long, and keeps nobody else from signing in", async ({
  browser,
  sample,
  signInAs,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: sample.url });
  const page = await context.newPage();
  const guess = (password: string) =>
    context.request.post("/sign-in", {
      form: { email: STRANGER, password },
      headers: { origin: sample.url },
      maxRedirects: 0,
    });
  for (let tries = 0; tries < 10; tries += 1) expect((await guess("wrong")).status()).toBe(400);
  const refused = await guess("wrong");
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(50);

  await page.goto("/sign-in?next=/people/tree");
  await page.getByLabel("E-mail address").fill(STRANGER);
  await page.getByLabel("Password").fill("another guess");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("Try again in about one minute");
  await expect(page.getByLabel("E-mail address")).toHaveValue(STRANGER);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await expect(page.locator('input[name="next"]')).toHaveValue("/people/tree");
  await signInAs("HR administrator");
  await context.close();
});

test("what no account can have is said, and breaks nothing", async ({ page, sample }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("somebody@harbourline.example");
  await page.getByLabel("Password").fill("x".repeat(129));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("No password here is longer than 128");
  const forms: Record<string, string>[] = [
    {},
    { email: "\u0000@harbourline.example", password: "x" },
    { email: "somebody@harbourline.example", password: "\u0000", next: "/\u20ac\ud800" },
    { email: `${"a".repeat(300)}@harbourline.example`, password: "x" },
  ];
  for (const form of forms) {
    const answer = await page.request.post("/sign-in", {
      form,
      headers: { origin: sample.url },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(400);
  }
});

test("somebody who wanted a page with any name in its address is led to it", async ({
  sample,
  context,
}) => {
  const { email, password } = sample.signIn("HR administrator");
  const answer = await context.request.post("/sign-in", {
    form: { email, password, next: "/people?q=Zo\u00e9 \u20ac" },
    headers: { origin: sample.url },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  expect(answer.headers().location).toBe("/people?q=Zo%C3%A9%20%E2%82%AC");
});
