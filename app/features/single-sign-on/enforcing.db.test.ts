import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Auth, resolveSession } from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { signingIn } from "~/features/identity/testing/signing-in.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { stopDemanding } from "./enforcing/demand-provider.server.ts";
import { switchProvider } from "./providers/switch-provider.server.ts";
import { demanding } from "./testing/demanding.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse } from "./testing/sign-on-house.ts";

// An organisation that lets people in by its provider alone, and who gets in all the same.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let provider: ForgingProvider;
let house: SignOnHouse;
let number = 0;
let ownersMembership: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  provider = await forgingProvider(CLIENT);
});
beforeEach(async () => {
  number += 1;
  house = await signOnHouse(db, auth, provider, { domain: `house${number}.example` });
  ownersMembership = await membershipOf(house.owner);
});
afterAll(async () => {
  await provider.close();
  await closeAuth();
  await db.close();
});

const { membershipOf, addressOf, session, demand, told, recorded, ownerWithStep } = demanding(
  () => ({ db, auth, house }),
);
const isDemanded = async () =>
  (
    await db.owner.query("SELECT provider_only FROM organisation WHERE organisation_id = $1", [
      house.organisationId,
    ])
  ).rows[0].provider_only;

test("it can't shut everybody out: refused without the provider, without an owner who gets in, and without a second step", async () => {
  expect(await demand([ownersMembership], false)).toEqual({ ok: false, reason: "come-by-it" });
  expect(await demand([])).toMatchObject({
    problems: [{ field: "owners", code: "no-break-glass" }],
  });
  expect(await demand()).toMatchObject({ problems: [{ field: "owners", code: "no-step" }] });
  await ownerWithStep();
  const admin = await createMember(db.platform, auth, house.organisationId, {
    name: "hr",
    role: "admin",
  });
  expect(await demand([await membershipOf(admin)])).toMatchObject({
    problems: [{ code: "no-break-glass" }],
  });
  const off = { provider: house.providerId, to: "off" } as const;
  await switchProvider(db.platform, house.owner, off);
  expect(await demand()).toEqual({ ok: false, reason: "no-provider" });
  expect(await isDemanded()).toBe(false);
});

test("only owners demand it, and stop", async () => {
  await ownerWithStep();
  for (const role of ["admin", "analyst", "member"] as const) {
    const actor = { ...house.owner, role, owner: false };
    expect(await demand([ownersMembership], true, actor)).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    expect(await stopDemanding(db.platform, actor)).toEqual({ ok: false, reason: "not-allowed" });
  }
  expect(await isDemanded()).toBe(false);
});

test("then a password opens it no more, a session from before ends, and the provider opens it", async () => {
  await ownerWithStep();
  await createMember(db.platform, auth, house.organisationId, { name: "bea", role: "member" });
  const bea = signingIn(db, auth, addressOf("bea"));
  const before = await bea.byPassword();
  if (!before.ok) throw new Error(before.reason);
  expect(await session(before.value.headers)).not.toBeNull();
  expect(await demand()).toEqual({ ok: true, value: "on" });
  expect(await session(before.value.headers)).toBeNull();
  const after = await bea.byPassword();
  expect(after).toMatchObject({ ok: true, value: { elsewhere: house.organisationId } });
  if (!after.ok) throw new Error(after.reason);
  expect(after.value.headers.getSetCookie()).toEqual([expect.stringMatching(/^twohats-proven=/)]);
  expect(await session(after.value.headers)).toBeNull();
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana", email: `ana@house${number}.example` },
  });
  const came = await house.come({ sub: "ana", email: `ana@house${number}.example` });
  expect(came.ok && (await session(came.value.headers))?.actor.role).toBe("member");
});

test("the same account still enters another organisation, and sees that this one wants its provider", async () => {
  await ownerWithStep();
  const { organisationId } = await createTestOrganisation(db.platform, "Another");
  const bea = await createMember(db.platform, auth, house.organisationId, {
    name: "bea",
    role: "member",
  });
  await db.owner.query(
    "INSERT INTO membership (organisation_id, id, account_id, role, created_at, role_since) VALUES ($1, $2, $3, 'member', now(), now())",
    [organisationId, crypto.randomUUID(), bea.accountId],
  );
  await demand();
  const entered = await signingIn(db, auth, addressOf("bea")).byPassword();
  const found = entered.ok ? await session(entered.value.headers) : null;
  expect(found?.actor.organisationId).toBe(organisationId);
  const shut = found?.memberships.map((each) => [each.organisationId, each.wantsProvider]);
  expect(shut).toEqual(
    expect.arrayContaining([
      [organisationId, false],
      [house.organisationId, true],
    ]),
  );
  const wish = cookiesSent(
    entered.ok ? entered.value.headers : new Headers(),
    `twohats-organisation=${house.organisationId}`,
  );
  const asked = await resolveSession(house.platform, auth, wish);
  expect(asked?.actor.organisationId).toBe(organisationId);
});

test("a break-glass owner gets in by password and code, which is recorded and told to all owners", async () => {
  const { own, first } = await ownerWithStep();
  await demand();
  // The session from before was opened without the provider, and nobody was told.
  expect(await session(first)).toBeNull();
  const entered = await own.byCode();
  expect(entered.ok && (await session(entered.value.headers))?.actor).toMatchObject({
    organisationId: house.organisationId,
    owner: true,
  });
  const acts = (await recorded()).map(({ action }) => action);
  expect(acts.slice(-3)).toEqual([
    "sign-on.break-glass-chosen",
    "sign-on.demanded",
    "account.break-glass",
  ]);
  expect(await told()).toEqual(["provider-added", "demanded", "break-glass"]);
});

test("without the second step, or the ownership, the glass is not to be broken any more", async () => {
  const { own } = await ownerWithStep();
  const other = await createMember(db.platform, auth, house.organisationId, {
    name: "two",
    role: "admin",
    owner: true,
  });
  const two = signingIn(db, auth, addressOf("two"));
  const opened = await two.byPassword();
  if (!opened.ok) throw new Error(opened.reason);
  await two.addFactor(cookiesSent(opened.value.headers));
  await demand([ownersMembership, await membershipOf(other)]);
  await db.owner.query("DELETE FROM auth.second_factor WHERE account_id = $1", [
    house.owner.accountId,
  ]);
  expect(await own.byPassword()).toMatchObject({
    ok: true,
    value: { elsewhere: house.organisationId },
  });
  await db.owner.query("UPDATE membership SET owner = false, break_glass = false WHERE id = $1", [
    await membershipOf(other),
  ]);
  expect(await two.byCode()).toMatchObject({
    ok: true,
    value: { elsewhere: house.organisationId },
  });
});

test("the last provider that is on stays while it is demanded, and once it is not, everything opens again", async () => {
  await ownerWithStep();
  await createMember(db.platform, auth, house.organisationId, { name: "bea", role: "member" });
  await demand();
  for (const to of ["off", "remove"] as const) {
    const tried = await switchProvider(db.platform, house.owner, {
      provider: house.providerId,
      to,
    });
    expect(tried).toEqual({ ok: false, reason: "last" });
  }
  expect(await stopDemanding(db.platform, house.owner)).toEqual({ ok: true });
  expect(await stopDemanding(db.platform, house.owner)).toEqual({ ok: false, reason: "unknown" });
  const entered = await signingIn(db, auth, addressOf("bea")).byPassword();
  expect(entered.ok && (await session(entered.value.headers))).not.toBeNull();
  expect((await told()).slice(-1)).toEqual(["not-demanded"]);
});
