import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Auth, officialsOf, resolveSession } from "~/features/identity/index.server.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { testDirectory } from "~/features/identity/testing/directory.ts";
import { hashCheaply } from "~/features/identity/testing/hash-cheaply.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { renameOrganisation } from "../rename-organisation.server.ts";
import { enterByOwnerLink, ownerInvited } from "./enter-by-owner-link.server.ts";
import { foundOrganisationByCode, mayFound } from "./found-organisation.server.ts";
import { makeFoundingCode, withdrawFoundingCodes } from "./founding-codes.server.ts";
import { inviteOwner } from "./invite-owner.server.ts";
import { newOrganisation } from "./new-organisation.server.ts";

let db: TestDatabase;
let signIn: ReturnType<typeof openTestAuth>;
let auth: Auth;
const NOON = new Date("2026-03-02T12:00:00Z");
const PASSWORD = "correct horse battery";
const operator = { accountId: OPERATOR };
const somebody = { accountId: "somebody" };
const nothing = async () => {};

beforeAll(async () => {
  db = await createTestDatabase();
  signIn = openTestAuth(db);
  auth = signIn.auth;
  await hashCheaply(auth);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  await db.owner.query(
    `TRUNCATE auth.tries, auth.founding_code, auth."user", membership, audit_record, organisation CASCADE`,
  );
});
afterAll(async () => {
  await signIn.close();
  await db.close();
});

const visitor = { client: "192.0.2.1", cookies: null };
const inDays = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const last = (link: string) => link.split("/").at(-1) ?? "";

async function made(name = "Skerry", owner = "ana@house.test") {
  const outcome = await newOrganisation(db.platform, operator, { name, owner }, nothing);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome.value, token: last(outcome.value.link) };
}
const enter = (token: string, form: object = {}) =>
  enterByOwnerLink(db.platform, auth, visitor, token, { name: "Ana", password: PASSWORD, ...form });
async function code() {
  const outcome = await makeFoundingCode(db.platform, operator);
  if (!outcome.ok) throw new Error(outcome.reason);
  return last(outcome.value.link);
}
const found = (given: string, form: object = {}) =>
  foundOrganisationByCode(
    db.platform,
    auth,
    visitor,
    given,
    { organisation: "Skerry", name: "Ana", email: "ana@house.test", password: PASSWORD, ...form },
    nothing,
  );
const session = (headers: Headers) =>
  resolveSession({ ...db.platform, directory: testDirectory }, auth, cookiesSent(headers));
const count = async (table: string) =>
  (await db.owner.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count;
const acts = async () =>
  (await db.owner.query("SELECT account_id, action, detail FROM audit_record ORDER BY at, id"))
    .rows;

test("the first owner comes in by the link alone, signed in where it is theirs", async () => {
  const { organisationId, token, until } = await made();
  expect(until).toEqual(inDays(7));
  expect(await ownerInvited(db.platform, token)).toMatchObject({
    organisation: "Skerry",
    email: "ana@house.test",
  });
  const entered = await enter(token);
  const headers = entered.ok ? entered.value.headers : new Headers();
  expect(await session(headers)).toMatchObject({
    organisationName: "Skerry",
    actor: { organisationId, role: "admin", owner: true, personId: null },
  });
  expect((await acts()).map(({ account_id, action }) => [account_id === OPERATOR, action])).toEqual(
    [
      [true, "organisation.created"],
      [true, "organisation.owner-link-made"],
      [false, "member.added"],
    ],
  );
  expect(JSON.stringify(await acts())).not.toMatch(/ana|house\.test|Skerry/);
});

test("no table has the address, and the link is not made by whoever has the database alone", async () => {
  const { organisationId, token } = await made();
  const { rows } = await db.owner.query("SELECT * FROM owner_invitation");
  expect(JSON.stringify(rows)).not.toContain("ana");
  const claims = Buffer.from(
    JSON.stringify({ organisationId, id: rows[0].id, email: "eve@house.test" }),
  ).toString("base64url");
  for (const forged of [`${claims}.${token.split(".")[1]}`, claims, "", "x.y", `${token}x`])
    expect(await enter(forged)).toEqual({ ok: false, reason: "over" });
  expect(await count('auth."user"')).toBe(0);
});

test("a link is good once, for a week, and until another is made", async () => {
  const { organisationId, token } = await made();
  const by = { ...operator, organisationId };
  const again = await inviteOwner(db.platform, by, { owner: "bo@house.test" });
  expect(await enter(token)).toEqual({ ok: false, reason: "over" });
  const second = again.ok ? last(again.value.link) : "";
  db.platform.clock.set(inDays(7));
  expect(await ownerInvited(db.platform, second)).toBeNull();
  expect(await enter(second)).toEqual({ ok: false, reason: "over" });
  db.platform.clock.set(inDays(6.9));
  expect(await enter(second)).toMatchObject({ ok: true });
  expect(await enter(second)).toEqual({ ok: false, reason: "over" });
  expect(await inviteOwner(db.platform, by, { owner: "eve@house.test" })).toEqual({
    ok: false,
    reason: "has-owner",
  });
  expect(await count("membership")).toBe(1);
});

test("pressed twice at once, one is let in; two accounts are not made", async () => {
  const { organisationId, token } = await made();
  const both = await Promise.all([enter(token), enter(token)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect([await count("membership"), await count('auth."user"')]).toEqual([1, 1]);
  const owners = await inOrganisation(db.platform, { organisationId }, (tx) =>
    officialsOf(tx, { organisationId }),
  );
  expect(owners).toMatchObject([{ office: "owner", email: "ana@house.test" }]);
});

test("whoever has an account brings its password, may own two organisations, and a wrong one opens nothing", async () => {
  const one = await made("One");
  const two = await made("Two");
  await enter(one.token);
  expect(await enter(two.token, { password: "some other password 5" })).toMatchObject({
    reason: "taken",
  });
  expect(await count("membership")).toBe(1);
  const entered = await enter(two.token);
  const seen = await session(entered.ok ? entered.value.headers : new Headers());
  expect(seen?.memberships.map(({ organisationName }) => organisationName)).toEqual(["One", "Two"]);
  expect(seen?.organisationName).toBe("Two");
  expect(await count('auth."user"')).toBe(1);
});

test("a password that is too easily guessed is named, and uses nothing up", async () => {
  const { token } = await made();
  expect(await enter(token, { password: "password123" })).toMatchObject({ reason: "problems" });
  expect(await ownerInvited(db.platform, token)).not.toBeNull();
  expect(await count('auth."user"')).toBe(0);
});

test("with a code somebody makes one organisation, and at once twice still one", async () => {
  const given = await code();
  expect(await mayFound(db.platform, given)).toBe(true);
  const both = await Promise.all([found(given), found(given, { organisation: "Other" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect([await count("organisation"), await count("membership")]).toEqual([1, 1]);
  expect(await mayFound(db.platform, given)).toBe(false);
  expect(await found(given)).toEqual({ ok: false, reason: "over" });
});

test("used, expired, withdrawn and made-up codes make nothing, and leave no account", async () => {
  const [expired, withdrawn] = [await code(), await code()];
  db.platform.clock.set(inDays(7));
  expect(await found(expired)).toEqual({ ok: false, reason: "over" });
  db.platform.clock.set(NOON);
  expect(await withdrawFoundingCodes(db.platform, operator)).toEqual({ ok: true, value: 2 });
  const { rows } = await db.owner.query("SELECT mark FROM auth.founding_code");
  expect(rows).toEqual([]);
  for (const wrong of [withdrawn, "x", "x".repeat(24), "", "🚢".repeat(6)])
    expect([await mayFound(db.platform, wrong), await found(wrong)]).toEqual([
      false,
      { ok: false, reason: "over" },
    ]);
  expect([await count("organisation"), await count('auth."user"')]).toEqual([0, 0]);
});

test("a code that runs out between the look and the press takes its new account along", async () => {
  const given = await code();
  const until = (await db.owner.query("SELECT until FROM auth.founding_code")).rows[0].until;
  let looks = 0;
  const clock = { now: () => (++looks === 1 ? NOON : until) };
  const late = await foundOrganisationByCode(
    { ...db.platform, clock },
    auth,
    visitor,
    given,
    { organisation: "Skerry", name: "Ana", email: "ana@house.test", password: PASSWORD },
    nothing,
  );
  expect(late).toEqual({ ok: false, reason: "over" });
  expect([await count("organisation"), await count('auth."user"')]).toEqual([0, 0]);
});

test("nobody but the operator does any of it, owners of an organisation included", async () => {
  const { organisationId, admin } = await createTestOrganisation(db.platform);
  const refused = { ok: false, reason: "not-allowed" };
  for (const by of [somebody, admin]) {
    const wanted = { name: "X", owner: "x@house.test" };
    expect(await newOrganisation(db.platform, by, wanted, nothing)).toEqual(refused);
    expect(await inviteOwner(db.platform, { ...by, organisationId }, wanted)).toEqual(refused);
    expect(await renameOrganisation(db.platform, { ...by, organisationId }, wanted)).toEqual(
      refused,
    );
    expect(await makeFoundingCode(db.platform, by)).toEqual(refused);
    expect(await withdrawFoundingCodes(db.platform, by)).toEqual(refused);
  }
  expect(await count("organisation")).toBe(1);
});

test("two of one name stand side by side, and one is renamed without the other", async () => {
  const [one, two] = [await made("شركة 🚢"), await made("شركة 🚢", "bo@house.test")];
  expect(one.organisationId).not.toBe(two.organisationId);
  const by = { ...operator, organisationId: one.organisationId };
  expect(await renameOrganisation(db.platform, by, { name: "New" })).toEqual({ ok: true });
  expect(await renameOrganisation(db.platform, by, { name: "New" })).toEqual({
    ok: false,
    reason: "already",
  });
  expect((await ownerInvited(db.platform, one.token))?.organisation).toBe("New");
  expect((await ownerInvited(db.platform, two.token))?.organisation).toBe("شركة 🚢");
});
