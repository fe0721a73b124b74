import { expect, test } from "./support/journey.ts";
import { linkOn, links, linksOn } from "./support/pages.ts";
import { raterLinks } from "./support/raters.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";
const MISSING = "This page is not here";
const UNKNOWN = "We don't know this link";

const adminPages = [
  "/cycles",
  "/cycles/new",
  `/cycles/${NOBODY}`,
  `/cycles/${NOBODY}/close`,
  `/cycles/${NOBODY}/setup/details`,
  `/cycles/${NOBODY}/setup/review`,
  "/people/import",
  `/people/import/${NOBODY}`,
  "/outbox",
  `/outbox/${NOBODY}`,
];

const signedInPages = [
  ...adminPages,
  "/home",
  `/nominations/${NOBODY}`,
  "/people",
  "/people?q=maria&page=2",
  "/people/tree",
  `/people/${NOBODY}`,
  "/people/export",
  `/people/import/${NOBODY}/rejected`,
  "/reports",
  `/reports/${NOBODY}`,
  "/requests",
  `/requests/${NOBODY}`,
  `/requests/${NOBODY}/send`,
];

test("signed out, every page of the organisation leads to sign-in and back", async ({
  page,
  context,
  signInAs,
}) => {
  for (const address of signedInPages) {
    const answer = await context.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(302);
    expect(answer.headers().location, address).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
  }
  await page.goto("/people/tree");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in to Twohats" })).toBeVisible();
  await expect(page.locator('input[name="next"]')).toHaveValue("/people/tree");
  await signInAs("HR administrator");
  await page.goto("/people/tree");
  await expect(page).toHaveURL(/\/people\/tree$/);
});

test("to a member the pages of administrators do not exist", async ({
  page,
  browser,
  sample,
  signInAs,
}) => {
  const office = await browser.newContext({ baseURL: sample.url });
  await signInAs("HR administrator", office);
  const cycle = await linkOn(office, "/cycles", links.cycle);
  await office.close();
  await signInAs("manager with a released report");
  for (const address of [...adminPages, cycle, `${cycle}/close`]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(MISSING);
  }
  await expect(page.getByRole("link", { name: "Feedback cycles" })).toHaveCount(0);
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test("a link that is not ours, or was changed, is said to be unknown", async ({ page, sample }) => {
  const link = String(raterLinks(sample)[0]);
  const [base, token] = [link.replace(/[^/]+$/, ""), String(link.split("/").at(-1))];
  const flip = (at: number) =>
    token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
  const tampered = [flip(2), flip(Math.floor(token.length / 2)), flip(token.length - 3)];
  for (const wrong of [...tampered, token.slice(0, -4), `${token}AAAA`, "nonsense"]) {
    const answer = await page.goto(`${base}${wrong}`);
    expect(answer?.status(), wrong).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), wrong).toHaveText(UNKNOWN);
  }
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Your feedback" })).toBeVisible();
});

test("someone else's request looks unknown under my link", async ({ page, context, sample }) => {
  const [mine, theirs] = raterLinks(sample).map((link) => new URL(link).pathname);
  const own = await linksOn(context, String(mine), links.request);
  const others = await linksOn(context, String(theirs), links.request);
  expect(own.length).toBeGreaterThan(0);
  const id = String(others[0]?.split("/").at(-1));
  expect(own.some((href) => href.endsWith(id))).toBe(false);
  for (const address of [`${mine}/${id}`, `${mine}/${id}/send`, `${mine}/${id}/comments`]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(UNKNOWN);
  }
  const save = await context.request.post(`${mine}/${id}/save`, {
    form: { q1: "1" },
    headers: { origin: sample.url },
  });
  expect(save.status()).toBe(404);
});
