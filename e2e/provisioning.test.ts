import type { APIRequestContext, Page } from "@playwright/test";
import { desk, expect, phone, shoot, test } from "./support/journey.ts";
import { expectReadable, expectWithoutScript } from "./support/reading.ts";

// An administrator lets an identity provider in; it keeps people; what it would do to too many is decided by people.
test.describe.configure({ mode: "serial" });

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const PAGE = "/people/provisioning";

let token = "";
const ids: string[] = [];

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();

/** What an identity provider asks, with its token and no cookie. */
async function ask(request: APIRequestContext, method: string, path: string, data?: object) {
  const answer = await request.fetch(`/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
    ...(data ? { data: JSON.stringify(data) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status(), body: text === "" ? null : JSON.parse(text) };
}

const user = (name: string, more: object = {}) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
  userName: `${name}@scim.test`,
  externalId: `object-${name}`,
  displayName: `${name} Provided`,
  emails: [{ type: "work", primary: true, value: `${name}@scim.test` }],
  active: true,
  ...more,
});
const patch = (...Operations: object[]) => ({ schemas: [PATCH_OP], Operations });
const disable = patch({ op: "Replace", path: "active", value: "False" });

test("an administrator makes a token, which is shown once", async ({ page, signInAs }) => {
  await signInAs("HR administrator");
  await page.goto("/access");
  await page.getByRole("link", { name: "Provisioning by SCIM" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Provisioning" })).toBeVisible();
  await expect(page.getByText("There is no token, so no identity provider gets in.")).toBeVisible();
  await shoot(page, "provisioning-empty");
  await press(page, "Make a token");
  await expect(page.getByRole("alert")).toContainText("Give the token a name");
  await page.getByRole("textbox", { name: "Name" }).fill("Entra ID");
  await press(page, "Make a token");
  await expect(page.getByRole("heading", { name: "Your new token" })).toBeVisible();
  token = (await page.getByText(/^twohats_scim_/).textContent()) ?? "";
  expect(token).toMatch(/^twohats_scim_[\w-]{80,}$/);
  await shoot(page, "provisioning-token");
  await page.getByRole("link", { name: "I have copied it" }).click();
  await expect(page.getByText("not used yet")).toBeVisible();
  await expectReadable(page, PAGE);
  expect(await page.content()).not.toContain(token);
});

test("the identity provider makes, changes and retires people, whom HR sees in the directory, with what changed them", async ({
  page,
  request,
  signInAs,
}) => {
  const none = await ask(
    request,
    "GET",
    `/Users?filter=${encodeURIComponent('userName eq "olga@scim.test"')}`,
  );
  expect(none.body.totalResults).toBe(0);
  const olga = await ask(request, "POST", "/Users", user("olga"));
  expect(olga.status).toBe(201);
  const bo = await ask(
    request,
    "POST",
    "/Users",
    user("bo", {
      title: "Stoker",
      [ENTERPRISE]: { manager: { value: olga.body.id }, department: "Engine" },
    }),
  );
  const changed = await ask(
    request,
    "PATCH",
    `/Users/${bo.body.id}`,
    patch({ op: "Add", path: "title", value: "Second engineer" }),
  );
  expect(changed.body.title).toBe("Second engineer");
  await signInAs("HR administrator");
  await page.goto("/people?q=provided");
  await expect(page.getByRole("link", { name: "bo Provided" })).toBeVisible();
  await page.getByRole("link", { name: "bo Provided" }).click();
  await expect(page.getByRole("complementary")).toContainText("olga Provided");
  await page.getByRole("main").getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Job title: Stoker → Second engineer")).toBeVisible();
  await expect(page.getByText("Provisioning", { exact: true }).first()).toBeVisible();
  await shoot(page, "provisioning-history");
  expect((await ask(request, "PATCH", `/Users/${bo.body.id}`, disable)).body.active).toBe(false);
  await page.goto(`/people/${bo.body.id}`);
  await expect(page.getByRole("main")).toContainText("Inactive");
  expect((await ask(request, "DELETE", `/Users/${bo.body.id}`)).status).toBe(204);
  await page.goto(PAGE);
  await expect(page.getByText(/last used on/)).toBeVisible();
  await expect(page.getByText("1 person of the directory")).toBeVisible();
});

test("too many would leave: provisioning stops, HR is asked at home, and decides", async ({
  page,
  request,
  browser,
  context,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  for (let index = 0; index < 60; index += 1) {
    const { status, body } = await ask(request, "POST", "/Users", user(`crew${index}`));
    expect(status).toBe(201);
    ids.push(body.id);
  }
  const statuses: number[] = [];
  for (const id of ids)
    statuses.push((await ask(request, "PATCH", `/Users/${id}`, disable)).status);
  const held = statuses.filter((status) => status === 409).length;
  expect(held).toBeGreaterThan(10);
  expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
  await page.goto("/home");
  const task = page.getByRole("region", {
    name: `Provisioning was stopped: ${held} more people would leave`,
  });
  await expect(task).toBeVisible();
  await shoot(page, "provisioning-home");
  await task.getByRole("link").click();
  await expect(page.getByRole("heading", { name: `${held} people would leave` })).toBeVisible();
  await expectReadable(page, PAGE);
  await expectWithoutScript(browser, context, sample.url, [PAGE]);
  await page.setViewportSize(phone);
  await shoot(page, "provisioning-stopped-phone");
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, "provisioning-stopped-phone-dark");
  await press(page, "Deutsch");
  await expect(page.getByRole("heading", { level: 1, name: "Bereitstellung" })).toBeVisible();
  await shoot(page, "provisioning-stopped-phone-german");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desk);
  await shoot(page, "provisioning-stopped-german");
  await press(page, "English");
  await expect(page.getByRole("heading", { level: 1, name: "Provisioning" })).toBeVisible();
  await page.setViewportSize(desk);
  await shoot(page, "provisioning-stopped");
  await press(page, "They stay");
  await expect(page.getByText("They stay, whatever the identity provider says")).toBeVisible();
  const stays = ids.at(-1) ?? "";
  expect((await ask(request, "PATCH", `/Users/${stays}`, disable)).status).toBe(409);
  await shoot(page, "provisioning-staying");
  await press(page, "Let it decide again");
  await expect(page.getByText("The identity provider decides about them again.")).toBeVisible();
  expect((await ask(request, "PATCH", `/Users/${stays}`, disable)).status).toBe(409);
  await page.goto(PAGE);
  await press(page, "Let 1 person leave");
  await expect(page.getByText("1 person has left.")).toBeVisible();
  expect((await ask(request, "GET", `/Users/${stays}`)).body.active).toBe(false);
  const next = ids.at(-2) ?? "";
  expect((await ask(request, "PATCH", `/Users/${next}`, disable)).status).toBe(200);
});

test("a token that is revoked opens nothing; to a member the page does not exist", async ({
  page,
  request,
  browser,
  sample,
  signInAs,
}) => {
  await signInAs("HR administrator");
  await page.goto(PAGE);
  await page.getByRole("link", { name: /^Revoke/ }).click();
  await expect(page.getByText("gets in no more")).toBeVisible();
  await press(page, "Revoke the token");
  await expect(page.getByText("Revoked. Nobody gets in with this token any more.")).toBeVisible();
  expect((await ask(request, "GET", "/Users")).status).toBe(401);
  const members = await browser.newContext({ baseURL: sample.url });
  await signInAs("manager with a released report", members);
  expect((await members.request.get(PAGE)).status()).toBe(404);
  await members.close();
});
