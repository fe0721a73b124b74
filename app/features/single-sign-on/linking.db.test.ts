import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// An account that was there before gets a provider as one more way in: never silently, and an office not by an address.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
});
beforeEach(async () => {
  house = await signOnHouse(db, auth, provider, { domain: "accounts.test" });
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const addressOf = (name: string) => `${name}.${house.organisationId.slice(-12)}@accounts.test`;
const claimsOf = (name: string, more: object = { email_verified: true }) => ({
  ...{ sub: `${name}-1`, email: addressOf(name), ...more },
});
const letters = async (accountId: string) =>
  (
    await db.owner.query(
      "SELECT data ->> 'about' AS about FROM pgboss.job WHERE name = 'account-letter' AND data ->> 'accountId' = $1",
      [accountId],
    )
  ).rows.map(({ about }) => about);
const demanded = () =>
  db.owner.query("UPDATE organisation SET provider_only = true WHERE organisation_id = $1", [
    house.organisationId,
  ]);
const linkings = async () =>
  (
    await db.owner.query(
      "SELECT account_id, subject_id, detail FROM audit_record WHERE organisation_id = $1 AND action = 'sign-on.linked'",
      [house.organisationId],
    )
  ).rows;

test("a member's account is linked by its verified address, which is recorded once and told", async () => {
  const member = { name: "bea", role: "member" } as const;
  const bea = await createMember(db.platform, auth, house.organisationId, member);
  for (const _ of ["first", "again"]) expect((await house.come(claimsOf("bea"))).ok).toBe(true);
  expect(await house.links()).toMatchObject([{ account_id: bea.accountId }]);
  expect(await letters(bea.accountId)).toEqual(["provider-linked"]);
  expect(await linkings()).toEqual([
    { account_id: bea.accountId, subject_id: house.providerId, detail: {} },
  ]);
});

test("an address that the provider does not say to be verified opens no account that is there", async () => {
  const member = { name: "bea", role: "member" } as const;
  const bea = await createMember(db.platform, auth, house.organisationId, member);
  const came = await house.come(claimsOf("bea", {}));
  expect(came).toEqual({ ok: false, reason: "sign-in-first" });
  expect(await house.links()).toEqual([]);
  expect(await letters(bea.accountId)).toEqual([]);
});

test.each([
  ["owner", null],
  ["hr", "admin"],
  ["figures", "analyst"],
] as const)(
  "an account in office (%s) is linked only where it is signed in to",
  async (name, role) => {
    const inOffice =
      role === null
        ? house.owner
        : await createMember(db.platform, auth, house.organisationId, { name, role });
    const came = await house.come(claimsOf(name));
    expect(came).toEqual({ ok: false, reason: "sign-in-first" });
    expect(await house.links()).toEqual([]);
    const own = await signingIn(db, auth, addressOf(name)).byPassword();
    if (!own.ok) throw new Error(own.reason);
    const cookies = cookiesSent(own.value.headers).get("cookie") ?? "";
    expect((await house.come(claimsOf(name), { cookies })).ok).toBe(true);
    expect(await house.links()).toMatchObject([{ account_id: inOffice.accountId }]);
    expect(await letters(inOffice.accountId)).toEqual(["provider-linked"]);
  },
);

test("where the provider is demanded, a right password opens nothing and lets the provider open the account", async () => {
  const bea = await createMember(db.platform, auth, house.organisationId, {
    ...{ name: "bea", role: "member" },
  });
  await demanded();
  const unverified = claimsOf("bea", {});
  expect(await house.come(unverified)).toEqual({ ok: false, reason: "sign-in-first" });
  const own = await signingIn(db, auth, addressOf("bea")).byPassword();
  if (!own.ok) throw new Error(own.reason);
  expect(own.value).toMatchObject({ elsewhere: house.organisationId });
  expect(await house.session(own.value.headers)).toBeNull();
  const cookies = cookiesSent(own.value.headers).get("cookie") ?? "";
  // Of one's own account alone.
  await createMember(db.platform, auth, house.organisationId, { name: "cleo", role: "member" });
  const others = await house.come(claimsOf("cleo", {}), { cookies });
  expect(others).toEqual({ ok: false, reason: "sign-in-first" });
  const came = await house.come(unverified, { cookies });
  expect(came.ok && (await house.session(came.value.headers))?.actor.accountId).toBe(bea.accountId);
});

test("such a proof ends after ten minutes, and with another password", async () => {
  const bea = await createMember(db.platform, auth, house.organisationId, {
    ...{ name: "bea", role: "member" },
  });
  await demanded();
  const proof = async () => {
    const own = await signingIn(db, auth, addressOf("bea")).byPassword();
    if (!own.ok) throw new Error(own.reason);
    return cookiesSent(own.value.headers).get("cookie") ?? "";
  };
  const late = await proof();
  db.platform.clock.set(new Date(db.platform.clock.now().getTime() + 10 * 60_000));
  const refused = { ok: false, reason: "sign-in-first" };
  expect(await house.come(claimsOf("bea", {}), { cookies: late })).toEqual(refused);
  const ended = await proof();
  await db.owner.query(
    `UPDATE auth."account" SET "password" = "password" || 'x' WHERE "userId" = $1`,
    [bea.accountId],
  );
  expect(await house.come(claimsOf("bea", {}), { cookies: ended })).toEqual(refused);
});

test("attack: another organisation's provider, which opens the same account there, proves nothing of it here", async () => {
  const bea = await createMember(db.platform, auth, house.organisationId, {
    ...{ name: "bea", role: "admin" },
  });
  const evil = await signOnHouse(db, auth, provider, { domain: "accounts.test" });
  await db.owner.query(
    `INSERT INTO membership (organisation_id, id, account_id, role, role_since, created_at)
     VALUES ($1, gen_random_uuid(), $2, 'member', now(), now())`,
    [evil.organisationId, bea.accountId],
  );
  const there = await evil.come(claimsOf("bea"));
  if (!there.ok) throw new Error(there.reason);
  const cookies = cookiesSent(there.value.headers).get("cookie") ?? "";
  const somebody = { ...claimsOf("bea"), sub: "an employee with another's address" };
  const came = await house.come(somebody, { cookies });
  expect(came).toEqual({ ok: false, reason: "sign-in-first" });
  expect(await house.links()).toEqual([]);
});

describe("a domain with letters that DNS writes otherwise", () => {
  const [people, dns] = ["müller.example", "xn--mller-kva.example"];

  test.each([
    ["ana", "as people write it, and the provider as DNS does", people, dns],
    ["bea", "as DNS writes it, and the provider as people do", dns, people],
    ["eve", "as people write it, and so the provider", people, people],
  ])("%s: the directory has it %s: it is the same person", async (name, _, inDirectory, said) => {
    const open = await signOnHouse(db, auth, provider, { domain: dns });
    const { ana } = await createPeople(db.platform, open.scope, {
      ana: { name: "Ana", email: `${name}@${inDirectory}` },
    });
    const claims = { sub: name, email: `${name.toUpperCase()}@${said}`, email_verified: true };
    const came = await open.come(claims);
    const session = came.ok ? await open.session(came.value.headers) : null;
    expect(session?.actor.personId).toBe(ana);
  });

  test("where two have it, each in one way, it is nobody's; nor does anybody join beside them", async () => {
    for (const joins of ["known", "anybody"] as const) {
      const open = await signOnHouse(db, auth, provider, { domain: dns, joins });
      await createPeople(db.platform, open.scope, {
        one: { name: "One", email: `bo@${people}` },
        two: { name: "Two", email: `bo@${dns}` },
      });
      const claims = { sub: "bo", email: `bo@${dns}`, email_verified: true };
      expect(await open.come(claims)).toEqual({ ok: false, reason: "taken" });
    }
  });
});
