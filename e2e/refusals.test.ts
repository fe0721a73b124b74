import { type Address, addresses, filled } from "./support/crawl/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { linkOn, links, linksOn } from "./support/pages.ts";
import { openLinks } from "./support/raters.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";
const heading = (text: string) => new RegExp(`<h1[^>]*>${text}</h1>`);
const MISSING = "This page is not here";
const UNKNOWN = "We don't know this link";

/** Addresses that answer without an account: everything else asks for one. */
const PUBLIC =
  /^\/(|blank\/(charter|plan)|checks(\/:check(\/(alone|result))?)?|guide(\/:situation)?|robots\.txt|sitemap\.xml|sign-in|sign-in\/(code|link|passkey|organisation)|sign-in\/organisation\/:organisationId(\/.*)?|sign-out|theme|organisation|language|shared-device|welcome|dev\/gallery|new-password|logo\/:organisationId\/:mark|calendar\/:file|organisations\/new\/:code|(organisations\/owner|letters\/without|nudges|join|address|new-address|new-password|sign-in\/link|r)\/:token(\/.*)?)$/;
/** What a member may ask for, though not see everything of: everything else is for administrators. */
const OPEN_TO_MEMBERS =
  /^\/(home|search|approvals|away-test|coaching|your-address|account(\/.*)?|frameworks(\/built-in)?|levels|assess|charter|charter\/edit|charters|plan|plan\/announce|plan\/(areas\/new|share)|plan\/clear-outs|plan\/decisions(\/new)?|plan\/practice(\/(new|edit))?|plan\/pulse|plan\/starters(\/:set)?|plan\/time(\/(calendar|week))?|plans(\/public)?|practices(\/:behaviour)?|skills(\/(cover|team|needs|levels\.xlsx))?|nominations\/:participantId|people(\/(tree|export|:personId))?|reports(\/.*)?|requests(\/.*)?)$/;

const signedInAddresses = addresses().filter(({ pattern }) => !PUBLIC.test(pattern));
const adminAddresses = signedInAddresses.filter(({ pattern }) => !OPEN_TO_MEMBERS.test(pattern));

/** With ids of nothing, but for those given. */
const filledWith = (address: Address, things: Record<string, string> = {}) =>
  filled(address, {
    ...Object.fromEntries(address.parameters.map((name) => [name, NOBODY])),
    ...things,
  });

test("signed out, every page of the organisation leads to sign-in and back", async ({
  page,
  context,
  signInAs,
}) => {
  const asked = signedInAddresses.map((each) => filledWith(each));
  expect(asked.length).toBeGreaterThan(45);
  for (const address of [...asked, "/people?q=maria&page=2"]) {
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
  const cycleId = cycle.split("/").at(-1) ?? "";
  expect(adminAddresses.length).toBeGreaterThan(25);
  const answered: string[] = [];
  for (const each of adminAddresses) {
    const address = filledWith(each, { cycleId });
    const answer = await page.context().request.get(address, { maxRedirects: 0 });
    const missing = each.isPage ? heading(MISSING).test(await answer.text()) : true;
    if (answer.status() !== 404 || !missing) answered.push(`${answer.status()} ${each.pattern}`);
  }
  expect(answered).toEqual([]);
  await page.goto("/cycles");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(MISSING);
  await expect(page.getByRole("link", { name: "Rounds" })).toHaveCount(0);
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test("a link that is not ours, or was changed, is said to be unknown", async ({ page, sample }) => {
  const [link = ""] = await openLinks(sample, page);
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
  const [mine, theirs] = (await openLinks(sample, context)).map((link) => new URL(link).pathname);
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
